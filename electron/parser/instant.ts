export { readInstant, type WrittenInstant } from '../../shared/model/instant'

/**
 * A date as written in the document: text unchanged; the seconds since 1970 of Open Badges 1.0 as RFC 3339 text in UTC. Any other value (a list, an object)
 * becomes a text that is no date, since a badge whose end cannot be read is not one without an end.
 */
export function writtenDate(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return JSON.stringify(value)
  const date = new Date(value * 1000)
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
}
