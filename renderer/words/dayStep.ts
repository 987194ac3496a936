import { addDays, type Day } from '../../shared/model/day'

export { nextApril } from '../../shared/model/day'

const text = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** The same date `count` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const lastOfMonth = addDays(text(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) as Day, -1)
  const wanted = text(year, month, Number(day.slice(8)))
  // Both are days by construction; as text they compare.
  return (wanted < lastOfMonth ? wanted : lastOfMonth) as Day
}
