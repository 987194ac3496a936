/** A Japanese calendar day, `YYYY-MM-DD` in Asia/Tokyo. Days compare as text. */
export type Day = `${number}-${number}-${number}`

/** The earliest day: the start of a period whose start is unknown. */
export const firstDay: Day = '0001-01-01'

/** The latest day: the `endsOn` of a period without an end. */
export const lastDay: Day = '9999-12-31'

const tokyoOffsetMilliseconds = 9 * 60 * 60 * 1000
const dayMilliseconds = 24 * 60 * 60 * 1000

function isoDay(milliseconds: number): Day {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  // Other years and invalid text are read by `Date`, which is slower.
  if (!(year >= 1000 && year <= 9999)) return date.toISOString().slice(0, 10) as Day
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as Day
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** The last days of the months of a leap year. */
const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** 400 years are 146,097 days. */
const calendarMilliseconds = 146_097 * dayMilliseconds

/**
 * Milliseconds since 1970 at the beginning of a day in UTC; null where the calendar has no such day: 30 February, month 13.
 * @param year 0 to 9999.
 */
export function utcMidnight(year: number, month: number, day: number): number | null {
  const last = month === 2 && !isLeap(year) ? 28 : lastDays[month - 1]
  if (last === undefined || day < 1 || day > last) return null
  // `Date` reads a year below 100 as one of the 20th century; the calendar repeats after 400 years.
  return Date.UTC(year + 400, month - 1, day) - calendarMilliseconds
}

/** Is the text a day that exists? `2026-02-30` is not. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && utcMidnight(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== null

/** The Japanese calendar day an instant falls on. Japan has had no summer time since 1951: the offset is always +09:00. */
export const tokyoDay = (instant: Date): Day => isoDay(instant.getTime() + tokyoOffsetMilliseconds)

/** The instant a Japanese calendar day begins. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00Z`) - tokyoOffsetMilliseconds)

/** The day `count` days later; earlier where `count` is negative. */
export const addDays = (day: Day, count: number): Day => isoDay(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds)

/** The year in which the Japanese fiscal year (年度, from 1 April) of the day began. 31 March belongs to the old year. */
export const fiscalYear = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/** The first 1 April after the day: when posts change. */
export const nextApril = (day: Day): Day => `${Number(day.slice(0, 4)) + (day.slice(5) < '04-01' ? 0 : 1)}-04-01` as Day
