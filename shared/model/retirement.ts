import { addDays, type Day, firstDay, lastDay } from './day'

/** The retirement age in force from a day on. */
export interface RetirementAge {
  readonly from: Day
  readonly age: number
}

/** 定年: raised by a year every second fiscal year. A city may have a table of its own. @source 地方公務員法 第28条の6、令和3年改正附則 */
export const usualRetirementAges: readonly RetirementAge[] = [
  { from: firstDay, age: 60 },
  { from: '2023-04-01', age: 61 },
  { from: '2025-04-01', age: 62 },
  { from: '2027-04-01', age: 63 },
  { from: '2029-04-01', age: 64 },
  { from: '2031-04-01', age: 65 },
]

/** Appointments with a term of their own, for which there is no retirement age. */
const hasOwnTerm = (employment: string | null) => employment !== null && /再任用|任期|会計年度|臨時|非常勤|暫定/.test(employment)

const ageOn = (day: Day, birthDate: Day): number => Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)

/**
 * The first day a person is no longer there through retirement: the 1 April behind the first 31 March on or after the day they reach the age
 * in force. An age is reached at the end of the day before the birthday: who was born on 1 April reaches it on 31 March.
 *
 * @returns null where no birthday is known, or the appointment has a term of its own.
 * @source 地方公務員法 第28条の6第1項；年齢計算ニ関スル法律
 */
export function retiresOn(birthDate: Day | null, employment: string | null, ages: readonly RetirementAge[] = usualRetirementAges): Day | null {
  if (birthDate === null || hasOwnTerm(employment)) return null
  const born = Number(birthDate.slice(0, 4))
  for (let year = born + 50; year <= born + 80; year++) {
    const march: Day = `${year}-03-31` as Day // A four-digit year makes the day well formed.
    const inForce = ages.findLast(({ from }) => from <= march)
    if (inForce !== undefined && ageOn(addDays(march, 1), birthDate) >= inForce.age) return addDays(march, 1)
  }
  return null
}

/** Whether a person has left by `day` through the end of a term or retirement, without an end of a post. Both are first days of absence. */
export const hasLeftBy = (
  day: Day,
  { termEndsOn, birthDate, employment }: { readonly termEndsOn: Day | null; readonly birthDate: Day | null; readonly employment: string | null },
): boolean => (termEndsOn ?? lastDay) <= day || (retiresOn(birthDate, employment) ?? lastDay) <= day
