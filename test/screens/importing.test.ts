import { expect, test } from 'vitest'
import { withColumn } from '../../renderer/screens/importing/RosterPreview'
import { agrees, outcomeOrder, stagesOf, sumOf } from '../../renderer/screens/importing/reconcile'
import { type Handover, makeHandover } from '../../renderer/view/handover'
import { success } from '../../shared/model/problem'
import { gradeValues } from '../../shared/model/verification'
import { texts } from '../../shared/text'
import { latestImport, listItems, runningImport } from './fake/imports'
import { rosterPreview } from './fake/roster'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

/** A roster file was dropped on the window. */
function withRoster(): Handover {
  const handover = makeHandover()
  handover.keepFile('C:\\r.csv')
  return handover
}

test('the sum line shows all eight outcomes and that they add up', async () => {
  const said = words(await shown(fakeApi(), '#/importing'))
  expect(said).toContain('受け取った 540件 ＝ 451＋14＋22＋17＋9＋12＋7＋8 ✓ 一致')
  for (const outcome of ['新規', '差替', '重複', '未照合', '不可', '補助', '読めない', '対象外']) expect(said).toContain(outcome)
})

test('numbers that do not add up are marked', async () => {
  const wrong = { ...latestImport, received: 541 }
  expect([agrees(latestImport), agrees(wrong), sumOf(wrong.outcomes)]).toEqual([true, false, 540])
  const api = fakeApi({}, { 'import.list': () => ({ ok: true, value: { imports: [wrong] } }) })
  expect(words(await shown(api, '#/importing'))).toContain('合いません（足すと 540件）')
})

test('every count is a link to its list, and the list is exactly that long', async () => {
  const html = await shown(fakeApi(), '#/importing')
  for (const outcome of outcomeOrder) {
    expect(html).toContain(`href="#/importing?import=import-4&amp;outcome=${outcome}"`)
    expect(listItems({ importId: 'import-4', outcome, grade: null, among: null, code: null, offset: 0, limit: 1000 }).total).toBe(
      latestImport.outcomes[outcome],
    )
  }
})

test('every grade’s count is a link to the badges of that grade', async () => {
  const html = await shown(fakeApi(), '#/importing')
  for (const grade of gradeValues) expect(html).toContain(`href="#/importing?import=import-4&amp;grade=${grade}"`)
  const api = fakeApi()
  const list = words(await shown(api, '#/importing?grade=unproven'))
  expect(api.calls).toContainEqual({
    name: 'import.items',
    input: { importId: 'import-4', outcome: null, grade: 'unproven', among: null, code: null, offset: 0, limit: 100 },
  })
  expect(list).toContain(`形式のみ ${latestImport.grades.unproven}件`)
  for (const among of ['expired', 'revoked', 'statusUnknown']) expect(html).toContain(`href="#/importing?import=import-4&amp;among=${among}"`)
  expect(words(await shown(fakeApi(), '#/importing?among=expired'))).toContain('期限切れ 8件')
  // What is no grade is no list.
  expect(words(await shown(fakeApi(), '#/importing?grade=perfect'))).not.toContain('perfect')
})

test('the list of one reason asks for that reason, and its badges link to their pages', async () => {
  const api = fakeApi()
  const html = await shown(api, '#/importing?outcome=rejected&code=key.of-another')
  expect(api.calls).toContainEqual({
    name: 'import.items',
    input: { importId: 'import-4', outcome: 'rejected', grade: null, among: null, code: 'key.of-another', offset: 0, limit: 100 },
  })
  expect(words(html)).toContain('不可 2件')
  expect(html.match(/aria-setsize="2"/g)).toHaveLength(2)
  expect(html).toMatch(/href="#\/badge\?badge=\d+"/)
})

test('a running import can be paused or cancelled, a stopped one can be continued', async () => {
  expect(words(await shown(fakeApi({ scene: 'running' }), '#/importing'))).toContain('一時停止')
  const stopped = { ...runningImport, state: 'interrupted' as const }
  const said = words(await shown(fakeApi({}, { 'import.list': () => ({ ok: true, value: { imports: [stopped] } }) }), '#/importing'))
  expect(said).toContain('再開する')
  expect(said).toContain('540ファイル までは保存してあります')
})

test('the stages show done, running and not begun', () => {
  expect(stagesOf(runningImport).map(({ state }) => state)).toEqual(['done', 'going', 'going', 'notYet'])
  expect(stagesOf({ ...runningImport, total: null, done: 0, received: 0 }).map(({ state }) => state)).toEqual(['going', 'notYet', 'notYet', 'notYet'])
  expect(stagesOf(latestImport).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

test('without an import, the screen shows where to begin', async () => {
  expect(words(await shown(fakeApi({ scene: 'first' }), '#/importing'))).toContain('まだ取込がありません。')
})

test('the preview of a roster shows what would change, the guessed columns and the rows to check', async () => {
  const api = fakeApi()
  const html = await shown(api, '#/importing?roster=1', withRoster())
  const said = words(html)
  expect(api.calls).toContainEqual({ name: 'roster.preview', input: { path: 'C:\\r.csv', on: '2026-11-20', mapping: null } })
  expect(api.calls.map(({ name }) => name)).not.toContain('roster.import')
  for (const part of ['1,200人を取り込む', '新しい人 38', 'CP932', '001948', 'R8.13.1', '情報政策課 → デジタル推進課', 'この名簿は何年何月何日現在か'])
    expect(said).toContain(part)
  expect(html).toContain('<option value="フリガナ" selected="">')
})

test('a column maps to one field only', () => {
  expect(withColumn({ name: '氏名', kana: 'カナ' }, 'formerName', 'カナ')).toEqual({ name: '氏名', formerName: 'カナ' })
  expect(withColumn({ name: '氏名', kana: '', formerName: '' }, 'email', '')).toEqual({ name: '氏名', kana: '', formerName: '', email: '' })
})

test('unmatched badges are listed with the recipient as written', async () => {
  const said = words(await shown(fakeApi(), '#/unmatched'))
  expect(said).toContain('17件')
  expect(said).toContain('private1@mail.example')
  expect(said).toContain('読める記載なし')
})

test('unrecognised columns of a roster can be corrected: its columns, first rows and required fields are shown', async () => {
  const api = fakeApi(
    {},
    {
      'roster.preview': () =>
        success({
          on: '2026-11-20',
          written: null,
          doubts: [],
          sheet: null,
          sheets: [],
          summary: null,
          people: { new: [], changed: [], ended: [] },
          problem: { code: 'roster.no-staff-number-column' },
          encoding: 'utf-8',
          headers: ['a', 'b'],
          mapping: {},
          firstRows: [['001', '山田 太郎']],
        }),
    },
  )
  const said = words(await shown(api, '#/importing?roster=1', withRoster()))
  for (const part of ['職員番号の列が見つかりません', '職員番号 必要', '氏名 必要', '課 必要', '001', '列の対応が決まると、取り込めます。'])
    expect(said).toContain(part)
  expect(said).not.toContain('人を取り込む')
})

test('files and received items are counted separately', async () => {
  const said = words(
    await shown(fakeApi({}, { 'import.list': () => success({ imports: [{ ...latestImport, received: 618, done: 604, total: 604 }] }) }), '#/importing'),
  )
  expect(said).not.toMatch(/618／604/)
  expect(stagesOf({ ...runningImport, done: 540, total: 860, received: 900 }).map(({ state }) => state)).toEqual(['done', 'going', 'going', 'notYet'])
  expect(stagesOf({ ...runningImport, state: 'interrupted' }).map(({ state }) => state)).toEqual(['done', 'stopped', 'stopped', 'notYet'])
})

test('the import shows stored badges it changed, with a link to them, and unsolicited copies that raise no grade', async () => {
  const api = fakeApi()
  const said = words(await shown(api, '#/importing'))
  expect(said).toContain('届いた鍵・一覧・写しにより、前からあるバッジのうち 12件が B→A になりました。')
  expect(said).toContain('変わった12件を見る')
  expect(said).toContain('4件には発行元の写しが一緒に届きましたが、ここから照会した答えではないので、未確認のままです。')
  expect(api.calls).toContainEqual({ name: 'verification.changes', input: { of: { importId: 'import-4' }, offset: 0, limit: 1 } })
  const none = fakeApi({}, { 'verification.changes': () => success({ total: 0, moves: { grades: [], axes: [] }, changes: [] }) })
  expect(words(await shown(none, '#/importing'))).not.toContain('前からあるバッジ')
  const details = fakeApi({}, { 'verification.changes': () => success({ total: 3, moves: { grades: [], axes: [] }, changes: [] }) })
  expect(words(await shown(details, '#/importing'))).toContain('前からあるバッジ3件の内訳が変わりました。評価は同じです。')
})

test('a roster whose title names no day that exists cannot be imported until a day is typed, and says so', async () => {
  const written = { from: 'title', text: '令和8年2月30日', day: null } as const
  const api = fakeApi({}, { 'roster.preview': () => success({ ...rosterPreview, written, sheet: '名簿', sheets: ['名簿', '控え'] }) })
  const html = await shown(api, '#/importing?roster=1', withRoster())
  const said = words(html)
  expect(said).toContain(texts.ja.problems['roster.day-wrong'].found)
  expect(said).toContain(texts.ja.importing.roster.noDay)
  expect(said).toContain('読むシート')
  expect(html).toContain('<option value="控え">')
})

test('a roster whose day is doubtful asks for a confirmation', async () => {
  const api = fakeApi({}, { 'roster.preview': () => success({ ...rosterPreview, doubts: [{ code: 'roster.day-future', detail: '2027-04-01' }] }) })
  const said = words(await shown(api, '#/importing?roster=1', withRoster()))
  for (const line of [texts.ja.problems['roster.day-future'].found, texts.ja.importing.roster.confirmDay, texts.ja.importing.roster.confirmFirst])
    expect(said).toContain(line)
})

test('the numbers of people in the preview of a roster open the lists of these people', async () => {
  const html = await shown(fakeApi(), '#/importing?roster=1', withRoster())
  for (const name of ['新しい人 38人', '変わる人 112人', '退職など 21人']) expect(html).toContain(`aria-label="${name}"`)
  expect(html).not.toContain('aria-label="そのままの人')
})
