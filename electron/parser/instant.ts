/** A moment written in a document. */
export interface WrittenInstant {
  readonly at: Date
  /** `2026-04-01T00:00:00Z` names one instant; `2026-04-01T00:00:00` names another in each country. Without a zone UTC is assumed. */
  readonly zoned: boolean
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/

/**
 * Which moment does this text name? Null where it names none (`2026-02-30`, `next year`).
 *
 * A bare day is midnight UTC without a zone; seconds may be missing; `+0900` is read as `+09:00`.
 *
 * @source RFC 3339, section 5.6; ISO 8601-1:2019, section 5.4
 */
export function readInstant(text: string): WrittenInstant | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone] = pattern.exec(text.trim()) ?? []
  if (!year || !month || !day) return null
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // Date.parse takes 30 February for 2 March in some engines.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day)) return null
  const offset = zone ? offsetMinutes(zone) : 0
  // 23:59:60 is a leap second, 24:00:00 the end of the day.
  if (offset === null || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000)
  const at = midnight + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000 + milliseconds
  return { at: new Date(at), zoned: zone !== undefined }
}

function offsetMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
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
