import { isDay, utcMidnight } from './day'

/** A moment written in a document. */
export interface WrittenInstant {
  readonly at: Date
  /** `2026-04-01T00:00:00Z` names one instant; `2026-04-01T00:00:00` names another in each country. Without a zone UTC is assumed. */
  readonly zoned: boolean
}

/** Every part but the fraction has a fixed position: a matching text is read digit by digit, because this is done several times for each credential. */
const pattern = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/

/**
 * Which moment does this text name? Null where it names none (`2026-02-30`, `next year`).
 *
 * A bare day is midnight UTC without a zone; seconds may be missing; `+0900` is read as `+09:00`.
 *
 * @source RFC 3339, section 5.6; ISO 8601-1:2019, section 5.4
 */
export function readInstant(text: string): WrittenInstant | null {
  const written = text.trim()
  if (!pattern.test(written)) return null
  const midnight = utcMidnight(twoDigits(written, 0) * 100 + twoDigits(written, 2), twoDigits(written, 5), twoDigits(written, 8))
  if (midnight === null) return null
  if (written.length === '2026-04-01'.length) return { at: new Date(midnight), zoned: false }
  const hasSeconds = written.charAt(16) === ':'
  const hour = twoDigits(written, 11)
  const minute = twoDigits(written, 14)
  const second = hasSeconds ? twoDigits(written, 17) : 0
  const zoneStart = hasSeconds ? secondsEnd(written) : 16
  const offset = offsetMinutes(written.slice(zoneStart))
  // 23:59:60 is a leap second, on the day of the one before it; 24:00:00 is the end of the day.
  const isPastTheDay = hour > 24 || (hour === 24 && minute + second > 0)
  if (offset === null || isPastTheDay || minute > 59 || second > 60) return null
  const milliseconds = zoneStart > 19 ? Math.trunc(Number(`0${written.slice(19, zoneStart)}`) * 1000) : 0
  const at = midnight + ((hour * 60 + minute - offset) * 60 + Math.min(second, 59)) * 1000 + milliseconds
  return { at: new Date(at), zoned: zoneStart < written.length }
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 0x30

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** Where the seconds of a written instant end, their fraction included. */
function secondsEnd(written: string): number {
  if (written.charAt(19) !== '.') return 19
  let end = 20
  while (digit(written, end) >= 0 && digit(written, end) <= 9) end++
  return end
}

/** Minutes east of UTC; 0 without a zone, null for an impossible zone. */
function offsetMinutes(zone: string): number | null {
  if (zone.length < 2) return 0
  const hours = twoDigits(zone, 1)
  const minutes = zone.length === 3 ? 0 : twoDigits(zone, zone.length - 2)
  return hours > 23 || minutes > 59 ? null : (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const tokyoOffsetMilliseconds = 9 * 60 * 60 * 1000
const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * The instant of a date in a credential, a list or the register; null if it is no date. Parser, verifier and coverage all read dates with it.
 *
 * A bare day is a Japanese calendar day: its first instant as a beginning, its last millisecond as an end. A time without a zone is Japanese time.
 *
 * @source RFC 3339, section 5.6; XML Schema 1.1 part 2, section 3.3.7
 */
export function instantOf(text: string, edge: 'start' | 'end'): Date | null {
  const written = readInstant(text)
  if (!written || written.zoned) return written?.at ?? null
  const inJapan = written.at.getTime() - tokyoOffsetMilliseconds
  return new Date(edge === 'end' && isDay(text.trim()) ? inJapan + dayMilliseconds - 1 : inJapan)
}
