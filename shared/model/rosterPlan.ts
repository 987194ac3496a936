import type { Day } from './day'
import type { Assignment, Division, Person } from './department'

/** An assignment as it is stored: `id` is the store's own. */
export interface StoredAssignment extends Assignment {
  readonly id: number
  readonly staffNumber: string
}

/** An assignment that is not stored yet. */
export interface NewAssignment extends Assignment {
  readonly staffNumber: string
}

/** A division under one name, one parent and one place in the order, for the days `[startsOn, endsOn)`. `(code, startsOn)` is its key; periods of a code never overlap. */
export interface DivisionPeriod extends Division {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Everything stored about people and divisions, over all days. */
export interface DepartmentSnapshot {
  readonly people: readonly Person[]
  readonly assignments: readonly StoredAssignment[]
  readonly divisions: readonly DivisionPeriod[]
}

/** The changes that make the store match a roster. Applied as a whole in one transaction, or not at all; people are never deleted. */
export interface RosterPlan {
  readonly people: {
    readonly add: readonly Person[]
    /** Whole records to store, addresses included, by 職員番号. */
    readonly change: readonly Person[]
  }
  readonly divisions: {
    /** Inserted, or replacing the period of the same `(code, startsOn)`. Apply after `remove`. */
    readonly put: readonly DivisionPeriod[]
    /** Keys of periods that would be empty. */
    readonly remove: readonly { readonly code: string; readonly startsOn: Day }[]
  }
  readonly assignments: {
    readonly add: readonly NewAssignment[]
    /** Whole records to store, by `id`. */
    readonly change: readonly StoredAssignment[]
    /** Ids of assignments that would be empty: begun and ended on the same day. */
    readonly remove: readonly number[]
  }
}

/** Would applying the plan write anything? */
export const isEmptyPlan = ({ people, divisions, assignments }: RosterPlan): boolean =>
  [people.add, people.change, divisions.put, divisions.remove, assignments.add, assignments.change, assignments.remove].every((list) => list.length === 0)
