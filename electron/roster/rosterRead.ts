import type { RosterMapping, RosterProblem } from '../../shared/contract/roster'
import type { Day } from '../../shared/model/day'
import type { Division, Leave } from '../../shared/model/department'

/** What a file says of a fact: a value, null where it says there is none, undefined where it says nothing (no such column, or a blank in a 兼務 row). */
export type Stated<Value> = Value | null | undefined

/** One post of one person, from one row. */
export interface RosterPost {
  /** 1 for the file's first row. */
  readonly row: number
  readonly divisionCode: string
  readonly post: Stated<string>
  readonly jobType: Stated<string>
  readonly employment: Stated<string>
  /** Undefined where the file has no such column. */
  readonly leave: Leave | undefined
  readonly concurrent: boolean
  readonly startsOn: Day | null
  /** The day after the last one. */
  readonly endsOn: Day | null
}

/** A person as a file describes them, all rows put together. */
export interface RosterPerson {
  readonly staffNumber: string
  /** The first row. */
  readonly row: number
  /** Empty where no row has one. */
  readonly name: string
  readonly kana: Stated<string>
  readonly formerName: Stated<string>
  readonly emails: readonly string[]
  readonly dids: readonly string[]
  readonly birthDate: Stated<Day>
  readonly hiredOn: Stated<Day>
  /** The day after the last one. */
  readonly termEndsOn: Stated<Day>
  readonly posts: readonly RosterPost[]
  /** A row names no division: the person's posts are not wholly known, and stored ones are left alone. */
  readonly divisionMissing: boolean
}

/** A division as a file names it. */
export interface RosterDivision extends Division {
  /** Names from the root to the division itself. */
  readonly path: readonly string[]
  /** The code is the path, because the file gives none. */
  readonly pathIsCode: boolean
}

/** A roster file, read. */
export interface RosterRead {
  /** Data rows: titles, headers, totals and blanks are none. */
  readonly rows: number
  readonly people: readonly RosterPerson[]
  /** Parents before their children, in the order of the file. */
  readonly divisions: readonly RosterDivision[]
  /** One for each column of the file, blank where it has none. */
  readonly headers: readonly string[]
  /** Our name → the header that was taken for it. */
  readonly mapping: RosterMapping
  /** The first data rows, as they are in the file. */
  readonly firstRows: readonly (readonly string[])[]
  readonly problems: readonly RosterProblem[]
}
