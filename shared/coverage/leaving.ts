import { type Day, lastDay } from '../model/day'
import { type RetirementAge, retiresOn, usualRetirementAges } from '../model/retirement'

/** The stored facts about the end of a person's service. */
export interface ServiceEnd {
  readonly birthDate: Day | null
  /** The first day after the term. */
  readonly termEndsOn: Day | null
  /** 任用区分 of the main post; absent or null where it is not known. */
  readonly employment?: string | null
  /** The latest first day of a stored post: a post that begins after retirement means reemployment. */
  readonly lastPostStartsOn: Day | null
}

/** The first day after the service has ended by 任期満了 or 定年, whichever comes first; `lastDay` where neither is known. */
export function leavesOn(
  { birthDate, termEndsOn, employment = null, lastPostStartsOn }: ServiceEnd,
  ages: readonly RetirementAge[] = usualRetirementAges,
): Day {
  const retired = retiresOn(birthDate, employment, ages) ?? lastDay
  const stayed = lastPostStartsOn !== null && lastPostStartsOn >= retired
  const byAge = stayed ? lastDay : retired
  return termEndsOn !== null && termEndsOn < byAge ? termEndsOn : byAge
}
