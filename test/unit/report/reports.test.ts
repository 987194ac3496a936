import { expect, test } from 'vitest'
import { type NeededData, reports } from '../../../electron/report'
import type { ReportCell, ReportSheet } from '../../../electron/report/sheet'
import { failure } from '../../../shared/model/problem'
import { type Locale, texts } from '../../../shared/text'
import { coverage, data, frame, sourcesOf } from './aomine'

const words = (cell: ReportCell | undefined) => (cell?.kind === 'text' ? cell.text : null)
const named = (name: string) => reports.find((one) => one.name === name)!

function make(name: string, locale: Locale = 'ja', some: NeededData = data): ReportSheet {
  const made = named(name).layOut(frame, sourcesOf(some), { locale, text: texts[locale] })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}

test('each report has a name, formats, needs, and a title in both languages', () => {
  expect(reports.map(({ name, formats, needs }) => ({ name, formats, needs }))).toEqual([
    { name: 'skill-map', formats: ['pdf', 'xlsx', 'csv', 'html'], needs: ['coverage'] },
    { name: 'holders', formats: ['xlsx', 'csv', 'pdf', 'html'], needs: ['coverage', 'people'] },
    { name: 'risk', formats: ['xlsx', 'csv', 'pdf', 'html'], needs: ['risk'] },
    { name: 'import-result', formats: ['pdf', 'xlsx', 'csv', 'html'], needs: ['import', 'importItems'] },
  ])
  for (const { name } of reports) for (const locale of ['ja', 'en'] as const) expect(texts[locale].report.titles[name]).toMatch(/\S/)
})

test('a report asks for the data of its needs once and for no other data', () => {
  for (const report of reports) {
    const asked: string[] = []
    const sources = Object.fromEntries(
      Object.entries(sourcesOf()).map(([need, source]) => [
        need,
        () => {
          asked.push(need)
          return source()
        },
      ]),
    ) as typeof sourcesOf extends () => infer Made ? Made : never
    expect(report.layOut(frame, sources, { locale: 'ja', text: texts.ja }).ok).toBe(true)
    expect(asked).toEqual(report.needs)
  }
})

test('a report whose need cannot be met returns the problem of that need', () => {
  const problem = { code: 'import.not-found', detail: 'i-9' } as const
  const sources = { ...sourcesOf(), import: () => failure(problem) }
  expect(named('import-result').layOut(frame, sources, { locale: 'ja', text: texts.ja })).toEqual({ ok: false, problem })
  expect(named('skill-map').layOut(frame, sources, { locale: 'ja', text: texts.ja }).ok).toBe(true)
})

test('部署別スキルマップ has the sentence, both calendars, and every number of the screen', () => {
  const sheet = make('skill-map')
  expect(sheet.sentence).toBe('7種のスキルのうち、1種は保有者が0人（生成AI活用）、1種は1人だけ（GIS）です。')
  expect(sheet.facts).toEqual(['青峰市', '基準日 令和8年11月20日（金） 2026-11-20', '対象 214人', 'レベル Lv1以上'])
  const leaves = coverage.skills.map((skill, index) => ({ skill, index })).filter(({ skill }) => !skill.branch)
  const printed = coverage.divisions.map((division, index) => ({ division, index })).filter(({ division }) => division.depth <= 2)
  expect(sheet.blocks[0]!.rows.map(({ cells }) => cells.slice(2).map((cell) => cell.kind === 'depth' && cell.holders))).toEqual(
    printed.map(({ index }) => leaves.map((leaf) => coverage.holders[index]![leaf.index])),
  )
  expect([...sheet.csv.rows].map((row) => row.slice(3))).toEqual(coverage.holders.map((row) => leaves.map(({ index }) => row[index])))
  expect([...sheet.data.rows]).toHaveLength(coverage.divisions.length * coverage.skills.length)
})

test('部署別スキルマップ prints the city and each 部 with 課 in bold, counts a 係 in its 課, and gives a 課 under no 部 a row of its own', () => {
  const { blocks, notes } = make('skill-map')
  expect(blocks[0]!.rows.map(({ kind, indent, cells }) => [kind, indent, words(cells[0])])).toEqual([
    ['total', 0, '全体'],
    ['group', 0, '総務部'],
    ['line', 1, '総務課'],
    ['line', 1, '法務文書課'],
    ['line', 1, '防災危機管理課'],
    ['group', 0, '福祉部'],
    ['line', 1, '生活福祉課'],
    ['line', 1, '高齢福祉課'],
    ['line', 0, '会計課'],
    ['line', 0, '準備室'],
  ])
  expect(notes.join('')).toContain('係の人数は課に含めました')
})

test('the foot says which badges were counted, which were not and who was left out', () => {
  expect(make('skill-map').notes.slice(0, 3)).toEqual([
    '数えたもの: A 署名検証済、C 照会済で、期限内のバッジ（失効を除く）。',
    '数えていないもの: 形式のみ 84件、発行者未登録 3件、期限切れ 30件、失効 2件、不可 12件、未照合 25件。',
    '除外: 休職・育休 11人。',
  ])
})

test('有資格者一覧 has one line for each badge that counts, and staff numbers keep their zeros', () => {
  const sheet = make('holders')
  expect(sheet.sentence).toBe('数えるバッジを持つ職員は 2人、スキルはのべ 3件です。')
  expect([...sheet.csv.rows].map((row) => [row[0], row[7], row[8]])).toEqual([
    ['00123', '法務・契約/法務', 2],
    ['00123', '防災/災害対策', 1],
    ['00456', '行政DX/データ活用', 3],
  ])
  expect(sheet.blocks[0]!.rows.map(({ kind }) => kind)).toEqual(['line', 'continued', 'line'])
})

test('取込結果報告書 has eight outcomes that add up to the items received, and every item in its data', () => {
  const sheet = make('import-result')
  const counts = sheet.blocks[0]!.rows.map(({ cells }) => (cells[1]?.kind === 'number' ? cells[1].value : 0))
  expect(counts.slice(0, 8).reduce((sum, count) => sum + count, 0)).toBe(counts[8])
  expect(counts[8]).toBe(6)
  expect([...sheet.csv.rows]).toHaveLength(6)
  expect(sheet.facts).toContain('検証の時点 2026-11-20 09:50')
  expect(sheet.blocks.at(-1)!.rows).toHaveLength(3)
})

test('the words of English reports contain no Japanese', () => {
  for (const { name } of reports) {
    const sheet = make(name, 'en')
    const ours = [
      sheet.title,
      ...sheet.notes,
      ...sheet.legend.map(({ text }) => text),
      ...sheet.csv.columns.filter((column) => !column.includes('/')),
      ...sheet.seals,
    ]
    expect(ours.join(' ')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
  }
})

test('取込結果報告書 lists changed grades of earlier badges, and has no such table where no grade changed', () => {
  const heading = texts.ja.report.importResult.blocks.changes
  const sheet = make('import-result')
  const block = sheet.blocks.find((one) => one.heading === heading)!
  expect(block.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : null)))).toEqual([
    ['D 形式のみ', 'C 照会済', 3],
  ])
  expect(sheet.notes).toContain('未確認のうち 1件には、この適材からの照会の答えではない写しが届いています（持出し照会で確かめられます）。')
  const unchanged = make('import-result', 'ja', { ...data, import: { ...data.import, moves: [], unsolicited: 0 } })
  expect(unchanged.blocks.map((one) => one.heading)).not.toContain(heading)
  expect(unchanged.notes.join('')).not.toContain('照会の答えではない')
})

test('有資格者一覧 marks a badge whose revocation is not checked', () => {
  const marks = (statusUnknown: boolean) => {
    const people = [...data.people].map((person) => ({ ...person, skills: person.skills.map((skill) => ({ ...skill, statusUnknown })) }))
    const sheet = make('holders', 'ja', { ...data, people })
    const first = sheet.blocks[0]!.rows[0]!.cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
    return [first.filter((text) => text.includes('失効未確認')).length, sheet.csv.columns.at(-1), [...sheet.csv.rows][0]!.at(-1)]
  }
  expect(marks(true)).toEqual([1, '失効', '失効未確認'])
  expect(marks(false)).toEqual([0, '失効', ''])
})

test('先の日に失われるもの has a block for each list, with people and reasons, and in the table a row for each person lost', () => {
  const sheet = make('risk')
  expect(sheet.sentence).toBe('1人が抜け、1件の期限が来て、2か所でスキルが0人または不足になります。')
  const { kinds } = texts.ja.risk
  expect(sheet.blocks.map(({ heading, rows }) => [heading, rows.length])).toEqual([
    [kinds.losses, 2],
    [kinds.leavers, 1],
    [kinds.ending, 1],
    [kinds.single, 1],
  ])
  expect(sheet.blocks[0]!.rows.map(({ cells }) => cells.slice(2).map(words))).toEqual([
    ['2人から0人', '榊原 誠一 定年（2027-04-01）、浜﨑 健 バッジの期限（2027-02-28）'],
    ['3人から2人／必要3人', '榊原 誠一 定年（2027-04-01）'],
  ])
  const rows = [...sheet.csv.rows]
  expect(rows).toHaveLength(6)
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => sheet.csv.columns.length))
})
