import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DepartmentSnapshot, isEmptyPlan, planRoster } from '../../../electron/roster/plan'
import { readRoster } from '../../../electron/roster/read'
import type { Day } from '../../../shared/model/day'
import { applied, emptyDepartment } from './applied'

const header = ['職員番号', '氏名', '所属コード', '部', '課', '役職', '兼務', '休職区分', '発令日', '終了日', 'メール']
const days = fc.constantFrom('', '2024-04-01', '2026-04-01', '2026-06-15', '2027-04-01', '2028-04-01')
const row = fc
  .record({
    number: fc.constantFrom('001', '002', '003', '004'),
    division: fc.constantFrom(
      ['10', '総務部', ''],
      ['11', '総務部', '総務課'],
      ['21', '福祉部', '生活福祉課'],
      ['', '福祉部', '高齢福祉課'],
      ['', '', '会計課'],
      ['', '', ''],
    ),
    post: fc.constantFrom('', '主事', '係長'),
    concurrent: fc.constantFrom('', '兼務'),
    leave: fc.constantFrom('', '育休', '休職'),
    startsOn: days,
    endsOn: fc.constantFrom('', '', '', '2026-05-31', '2027-03-31'),
    email: fc.constantFrom('', 'a@city.example', 'b@city.example'),
  })
  .map(({ number, division, post, concurrent, leave, startsOn, endsOn, email }) => [
    number,
    `職員${number}`,
    ...division,
    post,
    concurrent,
    leave,
    startsOn,
    endsOn,
    email,
  ])
/** Rosters of one or several days, in the order of their days. */
const imports = fc
  .array(fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 8 }), on: fc.constantFrom<Day>('2026-04-01', '2026-10-01', '2027-04-01', '2027-10-01') }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((files) => files.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)))

function planned(rows: readonly string[][], on: Day, before: DepartmentSnapshot) {
  const read = readRoster([header, ...rows], { mapping: null, on })
  if (!read.ok) throw new Error(read.problem.code)
  return planRoster(read.value, before, on)
}

test('whatever was imported before, the same roster again for the same day writes nothing', () => {
  fc.assert(
    fc.property(imports, (files) => {
      let department = emptyDepartment
      for (const { rows, on } of files) {
        department = applied(department, planned(rows, on, department).plan)
        const again = planned(rows, on, department)
        expect(again.plan).toSatisfy(isEmptyPlan)
        expect(again.summary).toMatchObject({ new: 0, changed: 0, ended: 0 })
      }
    }),
    { numRuns: 300, seed: 20260401 },
  )
})

test('no plan loses a person, leaves an empty post or period, or lets two periods of a division overlap', () => {
  fc.assert(
    fc.property(imports, (files) => {
      let department = emptyDepartment
      for (const { rows, on } of files) {
        const before = department
        const { plan, summary } = planned(rows, on, before)
        department = applied(before, plan)
        const numbers = new Set(department.people.map(({ staffNumber }) => staffNumber))
        expect(before.people.every(({ staffNumber }) => numbers.has(staffNumber))).toBe(true)
        expect(summary.new + summary.changed + summary.unchanged).toBe(summary.people)
        for (const { startsOn, endsOn } of [...department.assignments, ...department.divisions]) expect(startsOn < endsOn).toBe(true)
        for (const periods of Map.groupBy(department.divisions, ({ code }) => code).values()) {
          const sorted = periods.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
          for (const [index, period] of sorted.slice(1).entries()) expect(sorted[index]!.endsOn <= period.startsOn).toBe(true)
        }
        for (const own of Map.groupBy(department.assignments, ({ staffNumber, divisionCode, concurrent, post }) =>
          [staffNumber, divisionCode, concurrent, post].join(' '),
        ).values()) {
          const sorted = own.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
          for (const [index, period] of sorted.slice(1).entries()) expect(sorted[index]!.endsOn <= period.startsOn).toBe(true)
        }
        // Everybody assigned on the day is assigned to a division that exists on it.
        const open = new Set(department.divisions.filter(({ startsOn, endsOn }) => startsOn <= on && on < endsOn).map(({ code }) => code))
        for (const { divisionCode, startsOn, endsOn } of department.assignments) if (startsOn <= on && on < endsOn) expect(open.has(divisionCode)).toBe(true)
      }
    }),
    { numRuns: 300, seed: 20270401 },
  )
})
