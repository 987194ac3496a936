import type { Day } from '../../shared/model/day'
import type { Problem } from '../../shared/model/problem'
import type { WrittenRosterDay } from './writtenRosterDay'

/** What the day of a roster is compared with. */
export interface DaySurroundings {
  readonly today: Day
  /** The day of the newest roster stored; null where there is none. */
  readonly newest: Day | null
  readonly written: WrittenRosterDay | null
}

/** What somebody must confirm before a roster of the day `on` is imported: it is after today, before the newest one, or another than the file names. */
export function dayDoubts(on: Day, { today, newest, written }: DaySurroundings): readonly Problem[] {
  const doubts: Problem[] = []
  if (on > today) doubts.push({ code: 'roster.day-future', detail: on })
  if (newest !== null && on < newest) doubts.push({ code: 'roster.day-older', detail: newest })
  if (written && written.day !== on) doubts.push({ code: 'roster.day-differs', detail: written.text })
  return doubts
}
