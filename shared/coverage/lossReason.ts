import type { LeaverReason, LossReason } from '../model/risk'

/** A post of one person; days are whole numbers in time order, half-open `[from, until)`. */
export interface DatedPost {
  /** Any number that names the division. */
  readonly division: number
  readonly from: number
  readonly until: number
  readonly onLeave: boolean
}

/** All posts of a person, and the first day away by retirement or the end of a term. */
export interface ServiceRecord {
  readonly leavesOn: number
  readonly leavesBy: 'retirement' | 'term'
  readonly posts: readonly DatedPost[]
}

/** A person who has gone by a later day, with the first day away. */
export interface Absence {
  readonly reason: LeaverReason
  readonly on: number
}

/** The posts a person has on a day. */
export const inForce = (posts: readonly DatedPost[], day: number): readonly DatedPost[] => posts.filter(({ from, until }) => from <= day && day < until)

/**
 * The first day from which a state holds without a break until the later day, where it holds.
 *
 * @param changes Days on which the state can begin or end, in any order; only those in (`on`, `until`] matter.
 */
export function firstDayOf(changes: readonly number[], { on, until }: Span, holdsOn: (day: number) => boolean): number {
  let first = until
  for (const day of changes.filter((change) => change > on && change <= until).toSorted((one, other) => other - one)) {
    if (!holdsOn(day)) break
    first = day
  }
  return first
}

interface Span {
  readonly on: number
  readonly until: number
}

const changesOf = (posts: readonly DatedPost[]): readonly number[] => posts.flatMap(({ from, until }) => [from, until])

/** Why a person has gone by the later day, and since when; null for a person who is still there. */
export function absenceOf({ leavesOn, leavesBy, posts }: ServiceRecord, span: Span): Absence | null {
  if (leavesOn <= span.until) return { reason: leavesBy, on: leavesOn }
  const hasNone = (day: number): boolean => inForce(posts, day).length === 0
  return hasNone(span.until) ? { reason: 'post-ended', on: firstDayOf(changesOf(posts), span, hasNone) } : null
}

/**
 * Why a division has lost a holder between two days, and the day: the first day away, elsewhere or on leave; or the last day of the badge.
 *
 * @param isHere Whether the person has a post on a day that counts for the division.
 * @param treeChanges Days on which the tree of divisions changes.
 * @param lastHeld The last day the person holds the skill before the later day.
 * @source placement.md, section 2
 */
export function lossReason(
  record: ServiceRecord,
  span: Span,
  { isHere, treeChanges, lastHeld }: { readonly isHere: (day: number) => boolean; readonly treeChanges: readonly number[]; readonly lastHeld: () => number },
): { readonly reason: LossReason; readonly on: number } {
  const { posts } = record
  const absence = absenceOf(record, span)
  if (absence !== null) return absence
  const isElsewhere = (day: number): boolean => !isHere(day)
  if (isElsewhere(span.until)) return { reason: 'moved', on: firstDayOf([...changesOf(posts), ...treeChanges], span, isElsewhere) }
  const isOnLeave = (day: number): boolean => inForce(posts, day).some(({ onLeave }) => onLeave)
  if (isOnLeave(span.until)) return { reason: 'leave', on: firstDayOf(changesOf(posts), span, isOnLeave) }
  return { reason: 'badge-ended', on: lastHeld() }
}
