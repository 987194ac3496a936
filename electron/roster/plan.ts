import type { RosterSummary } from '../../shared/contract/roster'
import type { Day } from '../../shared/model/day'
import type { RosterRead } from './read'
import type { DepartmentSnapshot, RosterPlan } from './rosterPlan'

export { type DepartmentSnapshot, type DivisionPeriod, isEmptyPlan, type NewAssignment, type RosterPlan, type StoredAssignment } from './rosterPlan'

/** What a roster changes, and what the summary says of it. */
export interface PlannedRoster {
  readonly plan: RosterPlan
  readonly summary: RosterSummary
}

/** What has to be written so that the store agrees with a roster that speaks of the day `on`? Planning the same roster again after applying it writes nothing. */
export declare function planRoster(read: RosterRead, snapshot: DepartmentSnapshot, on: Day): PlannedRoster
