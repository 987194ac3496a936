import { describe, expect, test } from 'vitest'
import { draftOf, requirementOf } from '../../renderer/screens/requirements/draft'
import { changesNothing, editOf, inverseOf, readBlock, readPeople } from '../../renderer/screens/requirements/edit'
import { copiedNumbers, filledDown, pasted, sheetOf, withNumber } from '../../renderer/screens/requirements/sheet'
import type { ListedRequirement } from '../../shared/contract/requirement'
import { requirementCalls } from '../../shared/contract/requirement'
import { readCoverage } from './fake/coverage'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

const table = readCoverage({ on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false })
const skill = table.skills.find(({ branch }) => !branch)!.path

const requirement = (more: Partial<ListedRequirement> = {}): ListedRequirement => ({
  id: 'R1',
  divisionCode: '0104',
  divisionPath: '総務部/防災危機管理課',
  skill,
  level: 1,
  rule: { kind: 'people', people: 2 },
  reach: 'division',
  exceptions: [],
  posts: [],
  jobTypes: [],
  employments: [],
  startsOn: null,
  endsOn: null,
  note: '',
  gone: [],
  ...more,
})

describe('the grid of requirements', () => {
  test('shows what is required at the level beside who holds it today, and leaves shares, sections and periods to the table below', () => {
    const others = [
      requirement({ id: 'R2', rule: { kind: 'share', basisPoints: 700 }, divisionCode: '0101' }),
      requirement({ id: 'R3', level: 2, divisionCode: null }),
    ]
    const sheet = sheetOf(table, [requirement(), ...others], 1)
    const cells = sheet.rows.flatMap(({ divisionCode, cells }) =>
      cells.flatMap(({ required }, column) => (required === null ? [] : [[divisionCode, sheet.skills[column]!.path, required]])),
    )
    expect(cells).toEqual([['0104', skill, 2]])
    const row = table.divisions.findIndex(({ code }) => code === '0104')
    const column = table.skills.findIndex(({ path }) => path === skill)
    expect(sheet.rows[row]!.cells[0]!.holders).toBe(table.holders[row]![column])
  })

  test('a typed number adds, changes or removes one requirement, and its inverse takes that back', () => {
    const before = [requirement(), requirement({ id: 'R2', skill: 'x' })]
    const cell = { divisionCode: '0104', skill }
    expect(changesNothing(editOf([{ ...cell, people: 2 }], before, 1))).toBe(true)
    const changed = editOf([{ ...cell, people: 3 }], before, 1)
    expect(changed).toMatchObject({ save: [{ id: 'R1', rule: { kind: 'people', people: 3 } }], remove: [] })
    expect(inverseOf(changed, before)).toMatchObject({ save: [{ id: 'R1', rule: { people: 2 } }], remove: [] })
    const added = editOf([{ divisionCode: null, skill, people: 5 }], before, 1)
    expect(added).toMatchObject({ save: [{ id: 'R3', divisionCode: null, rule: { people: 5 } }], remove: [] })
    expect(inverseOf(added, before)).toEqual({ save: [], remove: ['R3'] })
    const removed = editOf([{ ...cell, people: null }], before, 1)
    expect(removed).toEqual({ save: [], remove: ['R1'] })
    expect(inverseOf(removed, before)).toMatchObject({ save: [{ id: 'R1', rule: { people: 2 } }], remove: [] })
    for (const edit of [changed, added, removed]) expect(requirementCalls['requirement.save'].input.safeParse(edit).success).toBe(true)
  })

  test('reads numbers as people type them, and refuses everything else', () => {
    expect(['2', '２', ' 10人 ', '', '0'].map(readPeople)).toEqual([2, 2, 10, null, null])
    expect(['-1', '1.5', '12345', 'x', '2%'].map(readPeople)).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(readBlock('1\t２\r\n\t3\r\n')).toEqual({
      rows: [
        [1, 2],
        [null, 3],
      ],
    })
    expect(readBlock('1\t2\r\nx\t3')).toEqual({ wrong: 'x' })
  })

  test('pastes a block from the corner, one number over the whole range, fills down, and copies what it pastes', () => {
    const sheet = sheetOf(table, [requirement({ divisionCode: sheetCode(1) })], 1)
    const block = [
      [1, 2],
      [null, 3],
    ]
    const at = (row: number, column: number) => ({ divisionCode: sheet.rows[row]!.divisionCode, skill: sheet.skills[column]!.path })
    expect(pasted(sheet, { rows: [1, 1], columns: [0, 0] }, block)).toEqual([
      { ...at(1, 0), people: 1 },
      { ...at(1, 1), people: 2 },
      { ...at(2, 0), people: null },
      { ...at(2, 1), people: 3 },
    ])
    const lastRow = sheet.rows.length - 1
    expect(pasted(sheet, { rows: [lastRow, lastRow], columns: [0, 0] }, block)).toHaveLength(2)
    expect(pasted(sheet, { rows: [1, 3], columns: [0, 1] }, [[4]])).toEqual(withNumber(sheet, { rows: [1, 3], columns: [0, 1] }, 4))
    expect(filledDown(sheet, { rows: [1, 3], columns: [0, 0] }).map(({ people }) => people)).toEqual([2, 2, 2])
    expect(filledDown(sheet, { rows: [2, 2], columns: [0, 0] })).toEqual([{ ...at(2, 0), people: 2 }])
    expect(filledDown(sheet, { rows: [0, 0], columns: [0, 0] })).toEqual([])
    expect(copiedNumbers(sheet, { rows: [1, 2], columns: [0, 1] })).toEqual([
      ['2', ''],
      ['', ''],
    ])
  })
})

const sheetCode = (row: number) => table.divisions[row]!.code

describe('the form of a requirement', () => {
  test('reads back what it shows, exceptions, posts and the last day among it', () => {
    const one = requirement({
      rule: { kind: 'share', basisPoints: 750 },
      reach: 'sections',
      divisionCode: null,
      exceptions: [
        { id: 'E1', divisionCode: '0104', rule: null, note: '求めない' },
        { id: 'E2', divisionCode: '0101', rule: { kind: 'share', basisPoints: 2_000 }, note: '' },
      ],
      posts: ['係長', '主査'],
      startsOn: '2026-04-01',
      endsOn: '2027-04-01',
    })
    const draft = draftOf(one, [one], skill)
    expect([draft.amount, draft.lastDay, draft.posts]).toEqual(['7.5', '2027-03-31', '係長、主査'])
    const { divisionPath: _path, gone: _gone, ...own } = one
    expect(requirementOf(draft)).toEqual(own)
  })

  test('has no requirement while an amount is wrong, and gives a new one a free id', () => {
    const draft = draftOf(null, [requirement()], skill)
    expect(draft.id).toBe('R2')
    expect(requirementOf({ ...draft, amount: 'x' })).toBeNull()
    expect(requirementOf({ ...draft, kind: 'share', amount: '100.5' })).toBeNull()
    expect(requirementOf({ ...draft, kind: 'share', amount: '20%' })).toMatchObject({ rule: { kind: 'share', basisPoints: 2_000 } })
  })
})

describe('必要な力', () => {
  test('says what is missing in one sentence, and shows every requirement once', async () => {
    const scope = { on: '2026-11-20' as const, grades: ['verified' as const], includeLeave: false }
    const gap = { scope, targets: [], totals: { targets: 6, met: 3, unmet: 2, none: 1, short: 4 }, gone: [] }
    const share = requirement({ id: 'R9', rule: { kind: 'share', basisPoints: 700 }, reach: 'sections' })
    const page = words(await shown(fakeApi({ requirements: [requirement(), share], gap }), '#/requirements'))
    expect(page).toMatch(/6件の目標のうち、足りているのは3件、 *足りないのは2件 *（あわせて4人）です。対象者のいない1件は数えません。/)
    expect(page).toContain('表に出ない決まり（1件）')
    expect(page).toMatch(/R9 総務部\/防災危機管理課 .* 7% 課ごと/)
  })

  test('shows a requirement whose division or skill is gone as gone', async () => {
    const gone = requirement({ divisionCode: '9999', divisionPath: null, gone: ['division', 'skill'] })
    const page = words(await shown(fakeApi({ requirements: [gone] }), '#/requirements'))
    expect(page).toContain('9999 今はない部署')
    expect(page).toContain('今はないスキル')
  })

  test('says what to do where nothing is required yet, in both languages, and where there is no roster', async () => {
    expect(words(await shown(fakeApi(), '#/requirements'))).toContain('まだ必要な力を決めていません')
    expect(words(await shown(fakeApi({ locale: 'en' }), '#/requirements'))).toContain('Nothing is required yet.')
  })
})
