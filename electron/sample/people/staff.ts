import type { Day } from '../../../shared/model/day'
import type { Leave } from '../../../shared/model/department'
import type { SampleDivision } from './divisionPlan'

/** One row of the roster: a post in a division. */
export interface Post {
  readonly division: SampleDivision
  readonly title: string
  readonly concurrent: boolean
  readonly leave: Leave
  readonly startsOn: Day
  /** The last day in the post, as the roster writes it; null where no end is known. */
  readonly lastDay: Day | null
}

export interface Staff {
  readonly staffNumber: string
  readonly name: string
  readonly kana: string
  readonly romaji: string
  readonly formerName: string | null
  /** As typed in the roster. */
  readonly emails: readonly string[]
  readonly did: string | null
  readonly jobType: string
  readonly employment: string
  readonly birthDate: Day
  readonly hiredOn: Day
  /** 任期満了日, the last day. */
  readonly termLastDay: Day | null
  /** The main post first. */
  readonly posts: readonly Post[]
}

export const regular = '正規'

/** The age of retirement in the fiscal year that ends on 31 March of a year: raised by one every two years. */
function retirementAge(endYear: number): number {
  return Math.min(65, Math.max(60, 61 + Math.floor((endYear - 2024) / 2)))
}

/** The 31 March on which a member of the regular staff retires: the first by which the age of that year is reached. Born on 1 April, it is reached the day before. */
export function retirementDay(birthDate: Day): Day {
  const birthYear = Number(birthDate.slice(0, 4))
  for (let endYear = birthYear + 60; ; endYear++) {
    const age = endYear - birthYear - (birthDate.slice(5) <= '04-01' ? 0 : 1)
    if (age >= retirementAge(endYear)) return `${endYear}-03-31` as Day
  }
}

/** The last day with the city where one is known: the end of a term, or of a regular career. */
export function lastDayWithCity(person: Staff): Day | null {
  return person.termLastDay ?? (person.employment === regular ? retirementDay(person.birthDate) : null)
}
