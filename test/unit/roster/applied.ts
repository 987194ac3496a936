import type { DepartmentSnapshot, RosterPlan } from '../../../electron/roster/plan'

export const emptyDepartment: DepartmentSnapshot = { people: [], assignments: [], divisions: [] }

/** The store as it stands once a plan is written: what the real store does in one transaction. */
export function applied(snapshot: DepartmentSnapshot, { people, divisions, assignments }: RosterPlan): DepartmentSnapshot {
  const byNumber = new Map(snapshot.people.map((person) => [person.staffNumber, person]))
  for (const person of [...people.add, ...people.change]) byNumber.set(person.staffNumber, person)
  const periodKey = ({ code, startsOn }: { readonly code: string; readonly startsOn: string }) => `${code} ${startsOn}`
  const periods = new Map(snapshot.divisions.map((period) => [periodKey(period), period]))
  for (const key of divisions.remove) periods.delete(periodKey(key))
  for (const period of divisions.put) periods.set(periodKey(period), period)
  const byId = new Map(snapshot.assignments.map((assignment) => [assignment.id, assignment]))
  for (const id of assignments.remove) byId.delete(id)
  for (const assignment of assignments.change) byId.set(assignment.id, assignment)
  let id = Math.max(0, ...snapshot.assignments.map((assignment) => assignment.id))
  for (const assignment of assignments.add) byId.set(++id, { ...assignment, id })
  return { people: [...byNumber.values()], divisions: [...periods.values()], assignments: [...byId.values()] }
}
