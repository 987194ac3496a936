import { type Day, firstDay, lastDay, tokyoDay } from './day'
import { instantOf } from './instant'

/** The last instants of the year 9999 are a day of the year 10000 in Tokyo: no day of four digits, so the last or first day is used. */
const withinCalendar = (day: Day): Day => (day.startsWith('+') ? lastDay : day.startsWith('-') ? firstDay : day)

/** The Japanese calendar days on which a credential is held, both ends included. */
export interface HeldDays {
  readonly from: Day
  readonly until: Day
  /** When it became valid, to decide which of two versions is newer; null if not written. */
  readonly validFromMilliseconds: number | null
}

/**
 * On which days is a credential with these dates held?
 *
 * From the day of `validFrom` to the day of `validUntil`, both included; a date that is not there leaves that side open.
 * A date that cannot be read, or an end before the beginning, leaves no day at all: what is not known is not counted.
 *
 * @source VC Data Model 2.0, section 4.9
 */
export function heldDays(validFrom: string | null, validUntil: string | null): HeldDays {
  const begins = validFrom === null ? null : instantOf(validFrom, 'start')
  const ends = validUntil === null ? null : instantOf(validUntil, 'end')
  const validFromMilliseconds = begins === null ? null : begins.getTime()
  if ((validFrom !== null && begins === null) || (validUntil !== null && ends === null)) return { from: lastDay, until: firstDay, validFromMilliseconds }
  return {
    from: begins === null ? firstDay : withinCalendar(tokyoDay(begins)),
    until: ends === null ? lastDay : withinCalendar(tokyoDay(ends)),
    validFromMilliseconds,
  }
}

/** The first day as people see it: null for a period without a start. */
export const shownFrom = (day: string): Day | null => (day <= firstDay || day >= lastDay ? null : (day as Day))
/** The last day as people see it: null for a period without an end. */
export const shownUntil = (day: string): Day | null => (day <= firstDay || day >= lastDay ? null : (day as Day))
