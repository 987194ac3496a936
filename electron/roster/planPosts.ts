import { type Day, lastDay } from '../../shared/model/day'
import type { Assignment } from '../../shared/model/department'
import type { NewAssignment, StoredAssignment } from '../../shared/model/rosterPlan'
import type { RosterPost, Stated } from './rosterRead'

/** An assignment after the roster is applied: stored ones keep their id. */
export type Piece = StoredAssignment | (NewAssignment & { readonly id?: never })

interface PersonPosts {
  readonly staffNumber: string
  readonly posts: readonly RosterPost[]
  /** The file does not list all posts: stored ones it does not name stay as they are. */
  readonly incomplete: boolean
}

/**
 * A person's assignments after a roster of the day `on` is applied.
 *
 * A post goes on where division and 本務/兼務 are the same; what else differs begins on the row's 発令日 if that lies inside the stored post, else on `on`, and is
 * corrected in place where the 発令日 is the stored start. A post the file no longer names ends where the new one begins, else on `on`. Posts that begin after
 * `on` are left alone.
 */
export function planPosts(person: PersonPosts, stored: readonly StoredAssignment[], on: Day): readonly Piece[] {
  let settled: readonly StoredAssignment[] = stored
  // Rows that contradict one another, or a roster older than the last one, can need a second pass.
  for (let pass = 0; pass < maxPasses; pass++) {
    const applied = applyPosts(person, settled, on).map((piece, index): StoredAssignment => (piece.id === undefined ? { ...piece, id: -1 - index } : piece))
    if (applied.length === settled.length && applied.every((piece, index) => isSameAssignment(piece, settled[index]))) break
    settled = applied
  }
  return settled.map((piece): Piece => {
    if (piece.id >= 0) return piece
    const { id: _, ...added } = piece
    return added
  })
}

const maxPasses = 6

/** Do the two say the same of the same stored post? */
export const isSameAssignment = (one: StoredAssignment, other: StoredAssignment | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.id === other.id &&
    one.post === other.post &&
    one.jobType === other.jobType &&
    one.employment === other.employment &&
    one.leave === other.leave &&
    one.startsOn === other.startsOn &&
    one.endsOn === other.endsOn)

function applyPosts({ staffNumber, posts, incomplete }: PersonPosts, stored: readonly StoredAssignment[], on: Day): readonly Piece[] {
  const pieces: Piece[] = [...stored]
  const pairs = new Map<RosterPost, StoredAssignment>()
  const open = new Set(stored.filter((one) => isOpen(one, on)))
  // Posts of the day choose first; one to come or over takes what they leave, unless it is stored as such.
  const current = posts.filter((post) => isCurrent(post, on))
  const others = posts.filter(
    (post) => !isCurrent(post, on) && !stored.some((one) => !isOpen(one, on) && isSamePlace(one, post) && one.startsOn === post.startsOn),
  )
  for (const exact of [true, false]) {
    for (const post of exact ? current : [...current, ...others]) {
      if (pairs.has(post)) continue
      const match = [...open].find((one) => isSamePlace(one, post) && (!exact || post.post === undefined || one.post === post.post))
      if (!match) continue
      pairs.set(post, match)
      open.delete(match)
    }
  }
  const unpaired = posts.filter((post) => !pairs.has(post))
  const successors = unpaired.filter(({ endsOn }) => endsOn === null || endsOn > on)
  if (!incomplete) for (const one of open) endAt(pieces, one, endOf(one, successors, on))
  for (const [post, assignment] of pairs) goOn(pieces, post, assignment, on)
  for (const post of unpaired) if (!isKnown(post, stored, on)) begin(pieces, post, staffNumber, on)
  return pieces
}

/** The assignments of somebody a roster of the day `on` no longer names. */
export function endPosts(stored: readonly StoredAssignment[], on: Day): readonly Piece[] {
  const pieces: Piece[] = [...stored]
  for (const one of stored) if (isOpen(one, on)) endAt(pieces, one, on)
  return pieces
}

const isOpen = ({ startsOn, endsOn }: Assignment, on: Day): boolean => startsOn <= on && on < endsOn

const isCurrent = ({ startsOn, endsOn }: RosterPost, on: Day): boolean => (startsOn ?? on) <= on && (endsOn === null || on < endsOn)

type Place = Pick<Assignment, 'divisionCode' | 'concurrent'>
const isSamePlace = (one: Place, other: Place): boolean => one.divisionCode === other.divisionCode && one.concurrent === other.concurrent

/** A post that is over, or has not begun, on `on` and is stored already; or that is over with an unknown first day. */
function isKnown(post: RosterPost, stored: readonly StoredAssignment[], on: Day): boolean {
  const { startsOn, endsOn } = post
  if (isCurrent(post, on)) return false
  if (startsOn === null) return true
  return stored.some((one) => isSamePlace(one, post) && one.startsOn < (endsOn ?? lastDay) && startsOn < one.endsOn)
}

const stating = <Value>(said: Stated<Value>, before: Value | null): Value | null => (said === undefined ? before : said)

/** What a post says besides place and days, over what was known before. */
const factsOf = (post: RosterPost, before: Assignment | null) => ({
  post: stating(post.post, before?.post ?? null),
  jobType: stating(post.jobType, before?.jobType ?? null),
  employment: stating(post.employment, before?.employment ?? null),
  leave: post.leave ?? before?.leave ?? 'none',
})
type Facts = ReturnType<typeof factsOf>

const isSameWork = (one: Facts, other: Facts): boolean => one.post === other.post && one.jobType === other.jobType && one.employment === other.employment

const earliest = (days: readonly Day[], limit: Day): Day => days.reduce((first, next) => (next < first ? next : first), limit)
const latest = (days: readonly Day[], limit: Day): Day => days.reduce((last, next) => (next > last ? next : last), limit)

function replace(pieces: Piece[], before: Piece, after: Piece): Piece {
  pieces[pieces.indexOf(before)] = after
  return after
}

/** Ends a piece; one that would be empty never was. */
function endAt(pieces: Piece[], piece: Piece, day: Day): void {
  if (day <= piece.startsOn) pieces.splice(pieces.indexOf(piece), 1)
  else if (day < piece.endsOn) replace(pieces, piece, { ...piece, endsOn: day })
}

/** The day a post the file no longer names is over: where the post that takes its place begins, if that is after its own beginning. */
function endOf(one: StoredAssignment, successors: readonly RosterPost[], on: Day): Day {
  const successor =
    successors.find((post) => post.concurrent === one.concurrent && (!one.concurrent || post.divisionCode === one.divisionCode)) ??
    successors.find((post) => post.divisionCode === one.divisionCode)
  const day = successor?.startsOn ?? on
  return day > one.startsOn ? day : on
}

/** A stored post the file names again. */
function goOn(pieces: Piece[], post: RosterPost, assignment: StoredAssignment, on: Day): void {
  const facts = factsOf(post, assignment)
  const sameWork = isSameWork(facts, assignment)
  const sameLeave = facts.leave === assignment.leave
  let piece: Piece = assignment
  if (post.startsOn === assignment.startsOn && !sameWork) piece = replace(pieces, piece, { ...assignment, ...facts, leave: assignment.leave })
  else if (!sameWork) piece = change(pieces, piece, facts, dayOfChange(post, assignment, on))
  // Leave has its own first day: the 発令日 of the post is taken for it only where it lies inside the stored post.
  if (!sameLeave && piece.leave !== facts.leave) piece = change(pieces, piece, facts, dayOfChange(post, assignment, on))
  const endsOn =
    post.endsOn &&
    earliest(
      pieces.filter((one) => one.startsOn > piece.startsOn && isSamePlace(one, piece)).map((one) => one.startsOn),
      post.endsOn,
    )
  if (endsOn && endsOn > piece.startsOn && endsOn !== piece.endsOn) piece = replace(pieces, piece, { ...piece, endsOn })
  if (post.startsOn) moveBack(pieces, piece, post.startsOn)
}

const dayOfChange = ({ startsOn }: RosterPost, assignment: Assignment, on: Day): Day => (startsOn && startsOn > assignment.startsOn ? startsOn : on)

/** From `day` on the facts are others: two pieces, or one where it begins on that very day. */
function change(pieces: Piece[], piece: Piece, facts: Facts, day: Day): Piece {
  if (day <= piece.startsOn || day >= piece.endsOn) return replace(pieces, piece, { ...piece, ...facts })
  const { id: _, ...rest } = piece
  replace(pieces, piece, { ...piece, endsOn: day })
  const next: Piece = { ...rest, ...facts, startsOn: day }
  pieces.push(next)
  return next
}

/**
 * A post that is known to have begun earlier than was thought, because an earlier roster gave no 発令日. Where the main post before it was ended only
 * to make room for it, that end moves too. Pieces of the same post that follow on one another are one post.
 */
function moveBack(pieces: Piece[], piece: Piece, day: Day): void {
  let first = piece
  for (;;) {
    const before = pieces.find((one) => one !== first && isSamePlace(one, first) && one.endsOn === first.startsOn)
    if (before) {
      first = before
      continue
    }
    if (day >= first.startsOn) return
    const { startsOn } = first
    const blocked = pieces.filter((one) => one !== first && isSamePlace(one, first) && one.endsOn < startsOn && one.endsOn > day).map(({ endsOn }) => endsOn)
    const reach = latest(blocked, day)
    const predecessor = pieces.find((one) => !first.concurrent && !one.concurrent && one !== first && one.endsOn === startsOn && one.startsOn < reach)
    if (predecessor) replace(pieces, predecessor, { ...predecessor, endsOn: reach })
    first = replace(pieces, first, { ...first, startsOn: reach })
  }
}

/** A post that is not stored yet. One that was ended on the very day it begins again, unchanged, was never interrupted. */
function begin(pieces: Piece[], post: RosterPost, staffNumber: string, on: Day): void {
  const wanted = post.startsOn ?? on
  const ends = pieces.filter((one) => isSamePlace(one, post) && one.startsOn <= on && one.endsOn > wanted && one.endsOn <= on).map(({ endsOn }) => endsOn)
  const startsOn = latest(ends, wanted)
  const later = pieces
    .filter((one) => one.startsOn > startsOn && one.startsOn > on && (isSamePlace(one, post) || !(one.concurrent || post.concurrent)))
    .map((one) => one.startsOn)
  const endsOn = earliest(later, post.endsOn ?? lastDay)
  if (endsOn <= startsOn) return
  const before = pieces.find((one) => isSamePlace(one, post) && one.endsOn === startsOn)
  const facts = factsOf(post, before ?? null)
  const { divisionCode, concurrent } = post
  const running = startsOn > on ? pieces.find((one) => isSamePlace(one, post) && one.startsOn < startsOn && startsOn < one.endsOn) : undefined
  if (running && isSameWork(facts, running) && facts.leave === running.leave) return
  if (running) endAt(pieces, running, startsOn)
  const piece: Piece =
    before && isSameWork(facts, before) && facts.leave === before.leave
      ? replace(pieces, before, { ...before, endsOn })
      : { staffNumber, divisionCode, concurrent, ...facts, startsOn, endsOn }
  if (!pieces.includes(piece)) pieces.push(piece)
  moveBack(pieces, piece, wanted)
}
