import type { Day } from './day'

/** Whether a person is at work. People on leave are counted only on request. */
export type Leave = 'none' | 'leave' | 'childcare'

/** A node of the effective-dated tree: 部 > 課 > 係, of uneven depth. The code is its identity; each name is true for its own days. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  /** Order among its siblings, by first row in the roster. */
  readonly order: number
}

/** A post of one person: half-open `[startsOn, endsOn)` in Japanese calendar days. */
export interface Assignment {
  readonly divisionCode: string
  readonly post: string | null
  readonly jobType: string | null
  readonly employment: string | null
  readonly leave: Leave
  /** 兼務: once per person in a total, once in each division. */
  readonly concurrent: boolean
  readonly startsOn: Day
  readonly endsOn: Day
}

/** A member of staff. 職員番号 is text: leading zeros count. */
export interface Person {
  readonly staffNumber: string
  readonly name: string
  readonly kana: string | null
  readonly formerName: string | null
  readonly emails: readonly string[]
  readonly dids: readonly string[]
  readonly birthDate: Day | null
  readonly hiredOn: Day | null
  /** The first day after the term (half-open), as assignments are. */
  readonly termEndsOn: Day | null
}
