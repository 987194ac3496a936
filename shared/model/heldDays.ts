import { type Day, firstDay, isDay, lastDay, startOfDay, tokyoDay } from './day'

const dateTime = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?\d*([Zz]|[+-]\d{2}(?::?\d{2})?)?$/

/** The instant written in a credential. A bare day begins in Tokyo; a time without a zone is Japanese. Null where the text names none. */
function instantOf(text: string): Date | null {
  const trimmed = text.trim()
  if (isDay(trimmed)) return startOfDay(trimmed)
  const [, day = '', minutes = '', seconds = ':00', fraction = '', zone = '+09:00'] = dateTime.exec(trimmed) ?? []
  if (!isDay(day)) return null
  const offset = zone.length > 2 ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : zone.toUpperCase()
  // A leap second is on the day of the one before it.
  const instant = new Date(`${day}T${minutes}${seconds.replace('60', '59')}${fraction}${offset}`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** The last instants of the year 9999 are a day of the year 10000 in Tokyo: no day of four digits, and so the last or first one there is. */
const withinCalendar = (day: Day): Day => (day.startsWith('+') ? lastDay : day.startsWith('-') ? firstDay : day)

/** The days of Japan on which a credential is held, both ends included. */
export interface HeldDays {
  readonly from: Day
  readonly until: Day
  /** When it became valid, for telling which of two versions is newer; null where that is not written. */
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
  const begins = validFrom === null ? null : instantOf(validFrom)
  const ends = validUntil === null ? null : instantOf(validUntil)
  const validFromMilliseconds = begins === null ? null : begins.getTime()
  if ((validFrom !== null && begins === null) || (validUntil !== null && ends === null)) return { from: lastDay, until: firstDay, validFromMilliseconds }
  return {
    from: begins === null ? firstDay : withinCalendar(tokyoDay(begins)),
    until: ends === null ? lastDay : withinCalendar(tokyoDay(ends)),
    validFromMilliseconds,
  }
}

/** The first day as people see it: null where the period was always open. */
export const shownFrom = (day: string): Day | null => (day <= firstDay || day >= lastDay ? null : (day as Day))
/** The last day as people see it: null where no end is in sight. */
export const shownUntil = (day: string): Day | null => (day <= firstDay || day >= lastDay ? null : (day as Day))
