import { addDays, type Day } from '../../../shared/model/day'
import type { Locale, Text } from '../../../shared/text'
import { dayOfInstant, formatDate, formatDayNarrow, formatTime } from '../../words/format'

/** The last day on which a key still counts: its period ends before `validUntil`. */
export function lastDayOf(validUntil: string): Day | null {
  const day = dayOfInstant(validUntil)
  return day !== null && formatTime(validUntil) === '00:00' ? addDays(day, -1) : day
}

/** A period in words: 「R6.4.1〜R8.9.30」. `wide` writes the days out. */
export function periodWords(
  { issuers }: Text,
  locale: Locale,
  period: { readonly validFrom: string | null; readonly validUntil: string | null },
  wide = false,
): string {
  const format = wide ? formatDate : formatDayNarrow
  const first = period.validFrom === null ? null : dayOfInstant(period.validFrom)
  const last = period.validUntil === null ? null : lastDayOf(period.validUntil)
  if (first !== null && last !== null) return issuers.fromUntil(format(first, locale), format(last, locale))
  if (first !== null) return issuers.from(format(first, locale))
  if (last !== null) return issuers.until(format(last, locale))
  return issuers.openPeriod
}

/** The beginning of a day in Japan, as an instant. */
export const beginningOf = (day: Day): string => `${day}T00:00:00+09:00`

/** The end of a period whose last day this is: the beginning of the next. */
export const endAfter = (day: Day): string => beginningOf(addDays(day, 1))

/** The key that counts on the day, or else the newest. */
export function presentKey<Key extends { readonly validFrom: string | null; readonly validUntil: string | null }>(
  keys: readonly Key[],
  on: Day,
): Key | undefined {
  const covers = (key: Key) =>
    (key.validFrom === null || (dayOfInstant(key.validFrom) ?? on) <= on) && (key.validUntil === null || (lastDayOf(key.validUntil) ?? on) >= on)
  return keys.findLast(covers) ?? keys.at(-1)
}
