import { addDays, type Day, isDay } from '../../../../shared/model/day'

const dayMilliseconds = 24 * 60 * 60 * 1000
/** 1 January 1970. */
const unixDay = 2_440_587

/**
 * A day as a number that increases by one each day, equal to `CAST(julianday(day) AS INTEGER)` in the database.
 *
 * @returns 0, before all days, for a text that is no day of the years 0000 to 9999: such a text begins with a sign and is before all days as text, too.
 */
export const dayNumber = (day: string): number => (isDay(day) ? unixDay + Date.parse(`${day}T00:00:00Z`) / dayMilliseconds : 0)

/** The day of a `dayNumber`. */
export const dayOfNumber = (number: number): Day => addDays('1970-01-01', number - unixDay)
