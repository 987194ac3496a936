import type { Day } from '../../shared/model/day'
import type { Assignment, Division, Person } from '../../shared/model/department'

// What the store gives to whoever compares a roster with it, and takes back: the roster's own plan fits, without either room knowing the other.

/** An assignment as it is stored: `id` is the store's own. */
export interface StoredAssignment extends Assignment {
  readonly id: number
  readonly staffNumber: string
}

/** An assignment that is not stored yet. */
export interface NewAssignment extends Assignment {
  readonly staffNumber: string
}

/** A division under one name, one parent and one place in the order, for the days `[startsOn, endsOn)`. `(code, startsOn)` is its key. */
export interface DivisionPeriod extends Division {
  readonly startsOn: Day
  readonly endsOn: Day
}

/** Everything stored about people and divisions, over all days. */
export interface StoredDepartment {
  readonly people: readonly Person[]
  readonly assignments: readonly StoredAssignment[]
  readonly divisions: readonly DivisionPeriod[]
}

/** What is to be written. Nobody is ever deleted. */
export interface RosterChange {
  readonly people: {
    readonly add: readonly Person[]
    /** Whole records as they are to stand, addresses included, by 職員番号. */
    readonly change: readonly Person[]
  }
  readonly divisions: {
    /** Added, or in the place of the period of the same `(code, startsOn)`; after `remove`. */
    readonly put: readonly DivisionPeriod[]
    readonly remove: readonly { readonly code: string; readonly startsOn: Day }[]
  }
  readonly assignments: {
    readonly add: readonly NewAssignment[]
    /** Whole records as they are to stand, by `id`. */
    readonly change: readonly StoredAssignment[]
    readonly remove: readonly number[]
  }
}
