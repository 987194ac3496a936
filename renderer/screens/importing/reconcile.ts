import type { Among, ImportSummary, Outcome, OutcomeCounts } from '../../../shared/contract/importing'
import { type Grade, gradeValues } from '../../../shared/model/verification'
import type { Selected } from '../../view/view'

/** The eight outcomes in display order. */
export const outcomeOrder: readonly Outcome[] = ['new', 'replaced', 'duplicate', 'unmatched', 'rejected', 'support', 'unreadable', 'ignored']

/** The number of items with an outcome so far. */
export const sumOf = (counts: OutcomeCounts): number => outcomeOrder.reduce((sum, outcome) => sum + counts[outcome], 0)

/** Does every received item have exactly one outcome? */
export const agrees = ({ outcomes, received }: ImportSummary): boolean => sumOf(outcomes) === received

export const isOutcome = (text: string | undefined): text is Outcome => outcomeOrder.some((outcome) => outcome === text)

export const isGrade = (text: string | undefined): text is Grade => gradeValues.some((grade) => grade === text)

/** The number of an import whose list is open. */
export type Chosen =
  /** `code` narrows an outcome to one reason. */
  | { readonly outcome: Outcome; readonly grade: null; readonly among: null; readonly code: string | null }
  | { readonly outcome: null; readonly grade: Grade; readonly among: null; readonly code: null }
  | { readonly outcome: null; readonly grade: null; readonly among: Among; readonly code: null }

/** The sums below the grades in display order. */
export const amongOrder: readonly Among[] = ['expired', 'revoked', 'statusUnknown']

const isAmong = (text: string | undefined): text is Among => amongOrder.some((among) => among === text)

/** A key for each list. */
export const nameOf = ({ outcome, grade, among, code }: Chosen): string => `${outcome ?? grade ?? among} ${code ?? ''}`

/** What the address asks for; null where it names no number. */
export function chosenOf({ outcome, grade, among, code }: Selected<'importing'>): Chosen | null {
  if (isOutcome(outcome)) return { outcome, grade: null, among: null, code: code ?? null }
  if (isGrade(grade)) return { outcome: null, grade, among: null, code: null }
  return isAmong(among) ? { outcome: null, grade: null, among, code: null } : null
}

/** Badges the import added or verified: all with a grade. */
export const gradedOf = ({ grades }: ImportSummary): number => Object.values(grades).reduce((sum, count) => sum + count, 0)

/** The possible actions for an import, by its state. */
export const isOpen = ({ state }: ImportSummary): boolean => state === 'running' || state === 'paused' || state === 'interrupted'

export type StageState = 'done' | 'going' | 'stopped' | 'notYet'

/** The progress of each stage: listed, verified, saved, finished. */
export function stagesOf(
  summary: ImportSummary,
): readonly { readonly stage: 'list' | 'verify' | 'match' | 'end'; readonly state: StageState; readonly count: number | null }[] {
  const { total, done, received, finishedAt, state } = summary
  const going: StageState = state === 'running' ? 'going' : 'stopped'
  const reach = (count: number): StageState => (total !== null && count >= total ? 'done' : count > 0 || total !== null ? going : 'notYet')
  return [
    { stage: 'list', state: total === null ? going : 'done', count: total },
    { stage: 'verify', state: reach(done), count: done },
    // What is received is more than files: one file may hold several badges.
    { stage: 'match', state: reach(done), count: received },
    { stage: 'end', state: finishedAt === null ? 'notYet' : 'done', count: null },
  ]
}
