import { describe, expect, test } from 'vitest'
import { applyRoster, readCoverage, readPeople, undoImport } from '../../../electron/store'
import { followedSql, gradeOrder, kindOf, kinds, loadBadges, never, sliceSql, uncountable } from '../../../electron/store/coverage/columns/badges'
import { withColumns } from '../../../electron/store/coverage/columns/columns'
import { dayNumber } from '../../../electron/store/coverage/columns/dayNumber'
import type { Scope } from '../../../shared/contract/parts'
import { addDays, type Day, firstDay, lastDay } from '../../../shared/model/day'
import { act, badge, division, emptyPlan, good, importItems, openScratch, person, post, settle } from './stand'

const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const present = (db: ReturnType<typeof openScratch>, more: Partial<Scope> = {}) => readCoverage(db, { ...scope, ...more }).divisions[0]!.people

describe('a day as a number', () => {
  test('equals that of the database, for every day of four hundred years and for the first and last day', () => {
    const inDatabase = openScratch().prepare<[string], number>('SELECT ifnull(CAST(julianday(?) AS INTEGER), 0)').pluck()
    let day: Day = '1800-01-01'
    for (let count = 0; count < 146_097; count += 1) {
      const number = dayNumber(day)
      if (count % 97 === 0) expect(inDatabase.get(day)).toBe(number)
      day = addDays(day, 1)
      expect(dayNumber(day)).toBe(number + 1)
    }
    for (const one of [firstDay, lastDay, '0000-01-01', '2000-02-29']) expect(inDatabase.get(one)).toBe(dayNumber(one))
  })

  test('of a text that is no day with a year of four digits is before all days, as the text is', () => {
    const inDatabase = openScratch().prepare<[string], number>('SELECT ifnull(CAST(julianday(?) AS INTEGER), 0)').pluck()
    for (const text of ['+010000-01', '-000001-12']) {
      expect([dayNumber(text), inDatabase.get(text), text < firstDay]).toEqual([0, 0, true])
    }
  })
})

describe('the badges in columns', () => {
  test('are read from an index alone', () => {
    const plan = openScratch().prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sliceSql}`).all({ after: 0, upTo: 1 })
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('INDEX credential_columns')])
    const followed = openScratch().prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${followedSql}`).all({ after: 0, last: 1 })
    expect(followed.map(({ detail }) => detail)).toEqual([expect.stringContaining('COVERING INDEX credential_followed')])
  })

  test('are ordered by person and found by id, without copies', () => {
    const db = openScratch()
    settle(db, { people: [person('1'), person('2')], posts: [], divisions: [] })
    importItems(db, 'one', [
      badge({ id: 'urn:1', staffNumber: '2', from: '2025-04-01', until: '2026-03-31' }),
      badge({ id: 'urn:2', achievement: null, grade: 'rejected', axes: { status: 'suspended' } }),
      badge({ id: 'urn:1', staffNumber: '2', from: '2025-04-01', until: '2026-03-31', grade: 'unproven', edition: 'copy' }),
      badge({ id: 'urn:3', staffNumber: '1', grade: 'confirmed' }),
    ])
    const { rows, length, person: people, achievement, from, until, kind } = loadBadges(db)
    expect([length, [...rows]]).toEqual([3, [-1, 2, 0, -1, 1]])
    expect([[...people], [...achievement]]).toEqual([
      [0, 1, 2],
      [0, 1, 1],
    ])
    expect([...from]).toEqual([dayNumber('2025-04-01'), dayNumber('2025-04-01'), dayNumber('2025-04-01')])
    expect([...until]).toEqual([dayNumber(lastDay), dayNumber(lastDay), dayNumber('2026-03-31')])
    expect([...kind]).toEqual([
      kindOf({ grade: 'rejected', revoked: false, unmatched: true }),
      kindOf({ grade: 'confirmed', revoked: false, unmatched: false }),
      kindOf({ grade: 'verified', revoked: false, unmatched: false }),
    ])
  })

  test('end on the day before the version that follows them, whether it was imported before or after reading', () => {
    const db = openScratch()
    settle(db, { people: [person('1')], posts: [], divisions: [] })
    const version = (from: string, until: string | null) => badge({ id: 'urn:1', staffNumber: '1', from, until })
    importItems(db, 'one', [version('2024-04-01', '2027-03-31'), version('2026-03-01', '2026-03-10')])
    readCoverage(db, scope)
    importItems(db, 'two', [version('2026-04-01', null)])
    const columns = [loadBadges(db), withColumns(db, ({ badges }) => badges)]
    for (const { until, followed, length } of columns) {
      expect([...until.slice(0, length)]).toEqual(['2026-02-28', '2026-03-10', lastDay].map(dayNumber))
      expect([...followed.slice(0, length)]).toEqual([dayNumber('2026-03-01'), dayNumber('2026-04-01'), never])
    }
  })

  test('have a kind of their own for each grade, revoked or not, matched or unmatched', () => {
    const all = gradeOrder.flatMap((grade) => [false, true].flatMap((revoked) => [false, true].map((unmatched) => kindOf({ grade, revoked, unmatched }))))
    all.push(uncountable(false), uncountable(true))
    expect(new Set(all).size).toBe(22)
    expect([Math.min(...all), Math.max(...all)]).toEqual([1, kinds - 1])
  })
})

describe('retained columns follow', () => {
  test('a changed day of leaving', () => {
    const db = openScratch()
    settle(db, { people: [person('1')], posts: [post('1', '10')], divisions: [division('10', null)] })
    expect(present(db, { withLeavers: true })).toBe(1)
    db.exec("UPDATE person SET leaves_on = '2026-04-01'")
    expect([present(db), present(db, { withLeavers: true })]).toEqual([1, 0])
  })

  test('people who are added later, in the order of their kana', () => {
    const db = openScratch()
    settle(db, { people: [person('1', { kana: 'ン' })], posts: [post('1', '10')], divisions: [division('10', null)] })
    expect(present(db)).toBe(1)
    const plan = {
      ...emptyPlan,
      people: { add: [person('2', { kana: 'ア' })], change: [] },
      assignments: { ...emptyPlan.assignments, add: [post('2', '10')] },
    }
    good(applyRoster(db, { plan, on: '2026-10-01', ...act }))
    const { people } = readPeople(db, { scope, skill: null, divisionCode: '10', text: null, which: 'counting', offset: 0, limit: 10 })
    expect(people.map(({ staffNumber }) => staffNumber)).toEqual(['2', '1'])
  })

  test('a badge that gets the id of a removed one, whether or not columns were read in between', () => {
    const db = openScratch()
    settle(db, { people: [person('1')], posts: [], divisions: [] })
    const unproven = () => readCoverage(db, scope).left.unproven
    const bring = (importId: string, count: number) =>
      importItems(
        db,
        importId,
        Array.from({ length: count }, (_, index) => badge({ id: null, staffNumber: '1', grade: 'unproven', edition: `${importId} ${index}` })),
      )[0]!.credentialId
    bring('stays', 20)
    expect(unproven()).toBe(20)
    const first = bring('one', 2)
    expect(unproven()).toBe(22)
    good(undoImport(db, { importId: 'one', ...act }))
    expect(unproven()).toBe(20)
    expect(bring('two', 1)).toBe(first)
    expect(unproven()).toBe(21)
    good(undoImport(db, { importId: 'two', ...act }))
    expect(bring('three', 3)).toBe(first)
    expect(unproven()).toBe(23)
  })

  test('more badges than there was room for', () => {
    const db = openScratch()
    settle(db, { people: [person('1')], posts: [], divisions: [] })
    for (const count of [1, 40, 1, 200]) {
      importItems(
        db,
        `import-${count}-${readCoverage(db, scope).left.unproven}`,
        Array.from({ length: count }, (_, index) =>
          badge({ id: null, staffNumber: '1', grade: 'unproven', edition: `${count} ${index} ${readCoverage(db, scope).left.unproven}` }),
        ),
      )
    }
    expect(readCoverage(db, scope).left.unproven).toBe(242)
  })
})
