import { type DepartmentSnapshot, planRoster } from '../../../electron/roster/plan'
import { type RosterRead, readRoster } from '../../../electron/roster/read'
import type { RosterMapping } from '../../../shared/contract/roster'
import type { Day } from '../../../shared/model/day'
import { applied, emptyDepartment } from './applied'

/** Rows from lines of text, cells divided by commas. */
export const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))

export function reading(text: string, on: Day = '2026-04-01', mapping: RosterMapping | null = null): RosterRead {
  const read = readRoster(rowsOf(text), { mapping, on })
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

/** A roster planned and written. */
export function importing(text: string, on: Day, before: DepartmentSnapshot = emptyDepartment) {
  const { plan, summary } = planRoster(reading(text, on), before, on)
  return { plan, summary, after: applied(before, plan) }
}

/** Where a person is on each of their days: `301 2026-04-01…2027-04-01 主任`. */
export const postsOf = ({ assignments }: DepartmentSnapshot, staffNumber: string): readonly string[] =>
  assignments
    .filter((assignment) => assignment.staffNumber === staffNumber)
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : one.divisionCode < other.divisionCode ? -1 : 1))
    .map(({ divisionCode, startsOn, endsOn, post, leave, concurrent }) =>
      [divisionCode, `${startsOn}…${endsOn === '9999-12-31' ? '' : endsOn}`, post ?? '', leave === 'none' ? '' : leave, concurrent ? '兼' : '']
        .filter((part) => part !== '')
        .join(' '),
    )
