import { expect, test } from 'vitest'
import { reportList, reports } from '../../../electron/report'
import type { ReportCell } from '../../../electron/report/sheet'
import { texts } from '../../../shared/text'
import { coverage, data } from './aomine'

const words = (cell: ReportCell | undefined) => (cell?.kind === 'text' ? cell.text : null)
const make = (name: string, locale: 'ja' | 'en' = 'ja') => reports.find((one) => one.name === name)!.make(data, { locale, text: texts[locale] })!

test('the shelf names each report, its formats, and a title in both languages', () => {
  expect(reportList()).toEqual([
    { name: 'skill-map', formats: ['pdf', 'xlsx', 'csv', 'html'] },
    { name: 'holders', formats: ['xlsx', 'csv', 'pdf', 'html'] },
    { name: 'import-result', formats: ['pdf', 'xlsx', 'csv', 'html'] },
  ])
  for (const { name } of reports) for (const locale of ['ja', 'en'] as const) expect(texts[locale].report.titles[name]).toMatch(/\S/)
})

test('部署別スキルマップ: the sentence, both calendars, and every number of the screen', () => {
  const sheet = make('skill-map')
  expect(sheet.sentence).toBe('7種のスキルのうち、1種は保有者が0人（生成AI活用）、1種は1人だけ（GIS）です。')
  expect(sheet.facts).toEqual(['青峰市', '基準日 令和8年11月20日（金） 2026-11-20', '対象 214人', 'レベル Lv1以上'])
  const leaves = coverage.skills.map((skill, index) => ({ skill, index })).filter(({ skill }) => !skill.branch)
  const printed = coverage.divisions.map((division, index) => ({ division, index })).filter(({ division }) => division.depth <= 2)
  expect(sheet.blocks[0]!.rows.map(({ cells }) => cells.slice(2).map((cell) => cell.kind === 'depth' && cell.holders))).toEqual(
    printed.map(({ index }) => leaves.map((leaf) => coverage.holders[index]![leaf.index])),
  )
  expect(sheet.csv.rows.map((row) => row.slice(3))).toEqual(coverage.holders.map((row) => leaves.map(({ index }) => row[index])))
  expect(sheet.data.rows).toHaveLength(coverage.divisions.length * coverage.skills.length)
})

test('部署別スキルマップ: the city and 部 with 課 stand out, 係 stand inside their 課, a 課 under no 部 is a row of its own', () => {
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

test('the foot says what was counted, what was not and who was left out', () => {
  expect(make('skill-map').notes.slice(0, 3)).toEqual([
    '数えたもの: A 署名検証済、C 照会済で、期限内のバッジ（失効を除く）。',
    '数えていないもの: 形式のみ 84件、発行者未登録 3件、期限切れ 30件、失効 2件、不可 12件、未照合 25件。',
    '除外: 休職・育休 11人。',
  ])
})

test('有資格者一覧: only badges that count, one line each, zeros kept', () => {
  const sheet = make('holders')
  expect(sheet.sentence).toBe('数えるバッジを持つ職員は 2人、スキルはのべ 3件です。')
  expect(sheet.csv.rows.map((row) => [row[0], row[7], row[8]])).toEqual([
    ['00123', '法務・契約/法務', 2],
    ['00123', '防災/災害対策', 1],
    ['00456', '行政DX/データ活用', 3],
  ])
  expect(sheet.blocks[0]!.rows.map(({ kind }) => kind)).toEqual(['line', 'continued', 'line'])
})

test('取込結果報告書: the eight outcomes add up, and every item is in the data', () => {
  const sheet = make('import-result')
  const counts = sheet.blocks[0]!.rows.map(({ cells }) => (cells[1]?.kind === 'number' ? cells[1].value : 0))
  expect(counts.slice(0, 8).reduce((sum, count) => sum + count, 0)).toBe(counts[8])
  expect(counts[8]).toBe(6)
  expect(sheet.csv.rows).toHaveLength(6)
  expect(sheet.facts).toContain('検証の時点 2026-11-20 09:50')
  expect(sheet.blocks.at(-1)!.rows).toHaveLength(3)
})

test('English reports hold no Japanese of ours', () => {
  for (const name of ['skill-map', 'holders', 'import-result']) {
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

test('a report whose data is missing is not made', () => {
  for (const { make: makeOne } of reports) expect(makeOne({ ...data, coverage: null, import: null }, { locale: 'ja', text: texts.ja })).toBeNull()
})

test('the report of an import tells how grades of earlier badges moved, and nothing where none did', () => {
  const { make } = reports.find(({ name }) => name === 'import-result')!
  const words = { locale: 'ja', text: texts.ja } as const
  const heading = texts.ja.report.importResult.blocks.changes
  const block = make(data, words)!.blocks.find((one) => one.heading === heading)!
  expect(block.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : null)))).toEqual([
    ['D 形式のみ', 'C 照会済', 3],
  ])
  expect(make(data, words)!.notes).toContain('未確認のうち 1件には、この適材からの照会の答えではない写しが届いています（持出し照会で確かめられます）。')
  const still = make({ ...data, import: { ...data.import!, moves: [], unsolicited: 0 } }, words)!
  expect(still.blocks.map((one) => one.heading)).not.toContain(heading)
  expect(still.notes.join('')).not.toContain('照会の答えではない')
})

test('a badge of which nobody could say whether it was revoked bears that mark in the list of holders', () => {
  const { make } = reports.find(({ name }) => name === 'holders')!
  const words = { locale: 'ja', text: texts.ja } as const
  const told = (statusUnknown: boolean) => {
    const people = data.people.map((person) => ({ ...person, skills: person.skills.map((skill) => ({ ...skill, statusUnknown })) }))
    const sheet = make({ ...data, people }, words)!
    const first = sheet.blocks[0]!.rows[0]!.cells.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
    return [first.filter((text) => text.includes('失効未確認')).length, sheet.csv.columns.at(-1), sheet.csv.rows[0]!.at(-1)]
  }
  expect(told(true)).toEqual([1, '失効', '失効未確認'])
  expect(told(false)).toEqual([0, '失効', ''])
})
