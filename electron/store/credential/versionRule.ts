import { addDays, type Day, firstDay } from '../../../shared/model/day'
import { countingGrades, type Grade } from '../../../shared/model/verification'

/** A stored document that claims an issuer and an id. Several that claim the same are versions of one credential, copies of it, or rival claims. */
export interface Version {
  readonly id: number
  readonly grade: Grade
  /** Revoked or suspended. */
  readonly revoked: boolean
  /** When it becomes valid, in milliseconds; null, older than all others, where that is not written. */
  readonly validFromMilliseconds: number | null
  /** Days of Japan by its own dates, both included. */
  readonly heldFrom: string
  readonly heldUntil: string
  /** Where it comes from: the origin of its address where it is hosted, else the issuer's. Null where neither is on the web. */
  readonly origin: string | null
  /** Which file it is, and which of the things in it: the order between two that nothing else tells apart. */
  readonly digest: string
  readonly ordinal: number
  /** The same number for two that say the same of everything, in an order of what they say. Compared only between versions of one instant. */
  readonly says: number
}

/** What the other versions of a credential leave of one of them. */
export interface VersionPlace {
  /** The version that takes its place on every day it could hold; null where it has days of its own. */
  readonly supersededBy: number | null
  /** The version that follows it, and the first day on which that one holds: this one's last day is the day before. */
  readonly followedBy: number | null
  readonly followedFrom: Day | null
  /** Another document claims the same issuer and id, and neither is a proven newer version of the other. */
  readonly contested: boolean
}

/** The place of a version without any others. */
export const ownPlace: VersionPlace = { supersededBy: null, followedBy: null, followedFrom: null, contested: false }

const isProven = ({ grade }: Version): boolean => countingGrades.includes(grade)

/** How far it is proven that the issuer made it. A rejected document claims nothing. */
const rank: Readonly<Record<Grade, number>> = { verified: 2, confirmed: 2, unregistered: 1, unproven: 0, rejected: -1 }

const instantOf = ({ validFromMilliseconds }: Version): number => validFromMilliseconds ?? Number.NEGATIVE_INFINITY

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Older first; of one instant the less proven first, a fetched copy before a signature. What else tells two of one instant apart is what they say and not
 * the file they came in, which their holder can make anew: the revoked one is the later. The order of imports has no part in it.
 */
const olderFirst = (one: Version, other: Version): number =>
  compareInstants(one, other) ||
  rank[one.grade] - rank[other.grade] ||
  Number(one.grade === 'verified') - Number(other.grade === 'verified') ||
  Number(one.revoked) - Number(other.revoked) ||
  other.says - one.says ||
  compared(other.digest, one.digest) ||
  other.ordinal - one.ordinal

function compareInstants(one: Version, other: Version): number {
  const [first, second] = [instantOf(one), instantOf(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Do its dates leave it any day? */
const hasDays = ({ heldFrom, heldUntil }: Version): boolean => heldFrom <= heldUntil

/** A name for all versions that may take the place of the same others. */
const source = ({ grade, origin }: Version): string | null => (grade === 'confirmed' ? origin && `confirmed ${origin}` : grade)

/** The sources whose later versions may take the place of this one: see `placeVersions`. */
const heirsOf = (version: Version): readonly string[] => [
  'verified',
  ...(version.origin === null ? [] : [`confirmed ${version.origin}`]),
  ...(rank[version.grade] < 2 ? ['unregistered'] : []),
  ...(rank[version.grade] < 1 ? ['unproven'] : []),
]

/** The version next in order from any of these sources. */
function nearest(versions: ReadonlyMap<string, { readonly version: Version; readonly turn: number }>, sources: readonly string[]): Version | null {
  const found = sources.flatMap((name) => versions.get(name) ?? [])
  return found.reduce<(typeof found)[number] | null>((best, one) => (best === null || one.turn > best.turn ? one : best), null)?.version ?? null
}

/** On which days does the next version leave a version none, or only those before it? */
function placeBefore(version: Version, next: Version | null): Omit<VersionPlace, 'contested'> {
  if (next === null) return ownPlace
  const isLater = compareInstants(next, version) > 0 && next.heldFrom > version.heldFrom
  if (!isLater) return { ...ownPlace, supersededBy: next.id }
  // Greater than another day: it is one itself.
  return { supersededBy: null, followedBy: next.id, followedFrom: next.heldFrom as Day }
}

const countOne = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)

/**
 * Which versions have a rival? Two are none to each other where they say the same word for word, or where one is a proven newer version of the other.
 * Counted source by source, so that many documents of one id cost no more than sorting them.
 */
function contestedAmong(ordered: readonly Version[]): ReadonlySet<number> {
  const instants = [...Map.groupBy(ordered, instantOf).values()]
  /** For each version, how many others are no rivals. */
  const agreeing = new Map<number, number>()
  const add = ({ id }: Version, count: number) => agreeing.set(id, (agreeing.get(id) ?? 0) + count)
  const older = new Map<string, number>()
  for (const versions of instants) {
    for (const version of versions) {
      if (version.grade === 'verified') add(version, older.get('any') ?? 0)
      if (version.grade === 'confirmed' && version.origin !== null) add(version, older.get(version.origin) ?? 0)
    }
    for (const { origin } of versions) for (const name of origin === null ? ['any'] : ['any', origin]) countOne(older, name)
  }
  const newer = new Map<string, number>()
  for (const versions of instants.toReversed()) {
    for (const version of versions) for (const name of heirsOf(version)) add(version, newer.get(name) ?? 0)
    for (const version of versions) {
      const name = source(version)
      if (isProven(version) && name !== null) countOne(newer, name)
    }
  }
  for (const versions of instants)
    for (const same of Map.groupBy(versions, ({ says }) => says).values()) for (const version of same) add(version, same.length - 1)
  return new Set(ordered.filter(({ id }) => agreeing.get(id)! < ordered.length - 1).map(({ id }) => id))
}

/**
 * Which of the documents that claim one issuer and id holds on which day? Worked out from all that are stored, so that the order of imports, an undone import
 * and a later verification leave no trace.
 *
 * A later document takes the place of an earlier one only where it comes from the same origin: `verified` by a registered key of that very issuer, or
 * `confirmed` at the origin the earlier one comes from. So a confirmed one never takes the place of a verified one of another origin, and one that is not
 * proven never that of one that is. Among documents that are not proven, the better proven and then the later takes the place: nothing counts by it.
 *
 * Each version holds for its own days: from the Japanese day of its `validFrom` up to the day before the next version begins. Of two of one day the later
 * instant holds that whole day. Of two of one instant (a copy in another container, or the same file without its proof) the better proven one stays, and of equally proven ones the revoked one.
 *
 * A version that has ended stays ended, whatever becomes of the one that followed it. That one may expire early: shortening is the issuer's word too. It may
 * be revoked or suspended: it then counts on no day, and the earlier version keeps its own days but gets none back, as a revoked renewal of a licence
 * brings no older licence back. Where the issuer means the earlier version to go on, it issues it anew.
 *
 * A version whose dates leave no day (they cannot be read, or the end lies before the beginning) takes no place of one that has days: it says nothing of
 * when the earlier one ends.
 *
 * @param versions All that claim one issuer and id. Rejected ones claim nothing: they take no place and lose none.
 * @source Open Badges 3.0, section "Credential Refresh and Replacement": same issuer and id, newer `validFrom`
 */
export function placeVersions(versions: readonly Version[]): ReadonlyMap<number, VersionPlace> {
  const ordered = versions.filter(({ grade }) => grade !== 'rejected').toSorted(olderFirst)
  const contested = contestedAmong(ordered)
  const places = new Map<number, VersionPlace>()
  type Latest = Map<string, { readonly version: Version; readonly turn: number }>
  const [latest, latestWithDays]: readonly [Latest, Latest] = [new Map(), new Map()]
  for (const [turn, version] of ordered.toReversed().entries()) {
    const next = nearest(hasDays(version) ? latestWithDays : latest, heirsOf(version))
    places.set(version.id, { ...placeBefore(version, next), contested: contested.has(version.id) })
    const name = source(version)
    if (name === null) continue
    latest.set(name, { version, turn })
    if (hasDays(version)) latestWithDays.set(name, { version, turn })
  }
  return new Map(versions.map(({ id }) => [id, places.get(id) ?? ownPlace]))
}

/** Do two documents claim the same, and neither is a proven newer version of the other? Documents that say the same word for word are no rivals. */
export function areRivals(one: Version, other: Version): boolean {
  if (one.grade === 'rejected' || other.grade === 'rejected') return false
  const order = compareInstants(one, other)
  if (order === 0) return one.says !== other.says
  const [older, newer] = order < 0 ? [one, other] : [other, one]
  return !(isProven(newer) && heirsOf(older).includes(source(newer) ?? ''))
}

/** The version that an import compares the next one with: the best proven, then the latest. */
export const isBefore = (one: Version, other: Version): boolean =>
  rank[one.grade] > rank[other.grade] || (rank[one.grade] === rank[other.grade] && olderFirst(one, other) > 0)

/** What a version is to those already stored: `older` covers copies, and documents less proven than what they claim to replace. */
export function comparedWith(version: Version, best: Version): 'newer' | 'older' | 'beside' {
  if (rank[version.grade] !== rank[best.grade]) return rank[version.grade] > rank[best.grade] ? 'newer' : 'older'
  if (compareInstants(version, best) <= 0) return 'older'
  return heirsOf(best).includes(source(version) ?? '') ? 'newer' : 'beside'
}

/** The last day on which a version holds, by its own end and by the version that follows. */
export const lastHeldDay = (heldUntil: string, followedFrom: Day | null): string => {
  if (followedFrom === null || followedFrom <= firstDay) return heldUntil
  const before = addDays(followedFrom, -1)
  return before < heldUntil ? before : heldUntil
}
