import type { Day } from './day'

/** A Japanese era. It lasts until the next one begins. */
export interface Era {
  readonly kanji: string
  readonly letter: string
  /** The digit municipal systems write before a year: `5080401` is 1 April of Reiwa 8. */
  readonly digit: string
  readonly startsOn: Day
}

/**
 * The eras of the modern calendar, the newest first.
 * @source 元号法 (1979) and the cabinet orders made under it; for Meiji to Showa the imperial edicts
 */
export const eras: readonly Era[] = [
  { kanji: '令和', letter: 'R', digit: '5', startsOn: '2019-05-01' },
  { kanji: '平成', letter: 'H', digit: '4', startsOn: '1989-01-08' },
  { kanji: '昭和', letter: 'S', digit: '3', startsOn: '1926-12-25' },
  { kanji: '大正', letter: 'T', digit: '2', startsOn: '1912-07-30' },
  { kanji: '明治', letter: 'M', digit: '1', startsOn: '1868-01-25' },
]

/** The era a day belongs to, and its year in that era (1 is 元年); null for days before Meiji. */
export function eraOf(day: Day): { readonly era: Era; readonly year: number } | null {
  const era = eras.find(({ startsOn }) => startsOn <= day)
  return era ? { era, year: Number(day.slice(0, 4)) - Number(era.startsOn.slice(0, 4)) + 1 } : null
}
