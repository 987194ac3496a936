import { addDays, type Day, fiscalYear } from '../../shared/model/day'

/** The day the city's story is told for unless another is asked. */
export const referenceDay: Day = '2026-11-20'

/** The city's dates, written as if the reference day lay in fiscal 2026 and moved by whole years where it does not. */
export interface Calendar {
  /** 基準日: the day of the counts. */
  readonly on: Day
  /** The first day of the next fiscal year, when leavers have left. */
  readonly later: Day
  /** Moves a day written for fiscal 2026 to the fiscal year of `on`. 29 February is never written. */
  day(written: Day): Day
  /** The instant of verification on a day: noon in Japan. */
  noon(day: Day): string
}

export function makeCalendar(on: Day = referenceDay): Calendar {
  const years = fiscalYear(on) - fiscalYear(referenceDay)
  const move = (written: Day): Day => `${Number(written.slice(0, 4)) + years}-${written.slice(5)}` as Day
  return { on, later: `${fiscalYear(on) + 1}-04-01`, day: move, noon: (day) => `${day}T12:00:00+09:00` }
}

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The day at a share of the way between two days, both included. */
export const dayBetween = (from: Day, to: Day, share: number): Day => addDays(from, Math.floor((daysBetween(from, to) + 1) * share))
