import { utcMidnight } from '../../shared/model/day'

/** A moment written in a document. */
export interface WrittenInstant {
  readonly at: Date
  /** `2026-04-01T00:00:00Z` names one instant; `2026-04-01T00:00:00` names another in each country. Without a zone UTC is assumed. */
  readonly zoned: boolean
}

/** Every part but the fraction stands at its place: what the pattern fits is read digit by digit, which is done several times for each credential. */
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
  // 23:59:60 is a leap second, 24:00:00 the end of the day.
  if (offset === null || minute > 59 || second > 60 || (hour * 60 + minute) * 60 + second > daySeconds) return null
  const milliseconds = zoneStart > 19 ? Math.trunc(Number(`0${written.slice(19, zoneStart)}`) * 1000) : 0
  const at = midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds
  return { at: new Date(at), zoned: zoneStart < written.length }
}

const daySeconds = 24 * 60 * 60

const digit = (text: string, at: number): number => text.charCodeAt(at) - 0x30

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** Where the seconds of a written instant end, their fraction included. */
function secondsEnd(written: string): number {
  if (written.charAt(19) !== '.') return 19
  let end = 20
  while (digit(written, end) >= 0 && digit(written, end) <= 9) end++
  return end
}

/** Minutes east of UTC; 0 where no zone is written, null where there can be no such zone. */
function offsetMinutes(zone: string): number | null {
  if (zone.length < 2) return 0
  const hours = twoDigits(zone, 1)
  const minutes = zone.length === 3 ? 0 : twoDigits(zone, zone.length - 2)
  return hours > 23 || minutes > 59 ? null : (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/**
 * A date as the document has it: text as it stands; the seconds since 1970 of Open Badges 1.0 as RFC 3339 text in UTC. What is neither (a list, an object) is
 * kept as a text that is no date: a badge whose end cannot be read is not one without an end.
 */
export function writtenDate(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return JSON.stringify(value)
  const date = new Date(value * 1000)
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
}
