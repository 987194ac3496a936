/** A Japanese calendar day, `YYYY-MM-DD` in Asia/Tokyo. Days compare as text. */
export type Day = `${number}-${number}-${number}`

/** The day before every other one: a period that is known to have begun, but not when. */
export const firstDay: Day = '0001-01-01'

/** The day after every other one: the `endsOn` of a period with no end in sight. */
export const lastDay: Day = '9999-12-31'

const tokyoOffsetMilliseconds = 9 * 60 * 60 * 1000
const dayMilliseconds = 24 * 60 * 60 * 1000

const isoDay = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10) as Day

/** Is the text a day that exists? `2026-02-30` is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && isoDay(milliseconds) === text
}

/** The Japanese calendar day an instant falls on. Japan has had no summer time since 1951: the offset is always +09:00. */
export const tokyoDay = (instant: Date): Day => isoDay(instant.getTime() + tokyoOffsetMilliseconds)

/** The instant a Japanese calendar day begins. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - tokyoOffsetMilliseconds)

/** The day `count` days later; earlier where `count` is negative. */
export const addDays = (day: Day, count: number): Day => isoDay(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds)

/** The year in which the Japanese fiscal year (年度, from 1 April) of the day began. 31 March belongs to the old year. */
export const fiscalYear = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
