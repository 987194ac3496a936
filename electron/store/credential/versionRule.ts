import { addDays, type Day, firstDay } from '../../../shared/model/day'
import { countingGrades, type Grade } from '../../../shared/model/verification'

/** A stored document with an issuer and an id. Several with the same are versions of one credential, copies of it, or rivals. */
export interface Version {
  readonly id: number
  readonly grade: Grade
  /** Revoked or suspended. */
  readonly revoked: boolean
  /** When it becomes valid, in milliseconds; null, older than all others, where it has no date. */
  readonly validFromMilliseconds: number | null
  /** Days of Japan by its own dates, both included. */
  readonly heldFrom: string
  readonly heldUntil: string
  /** The origin of its address where it is hosted, else of the issuer's id. Null where neither is on the web. */
  readonly origin: string | null
  /** SHA-256 of the file and place in it: the order of two versions that are otherwise equal. */
  readonly digest: string
  readonly ordinal: number
  /** Rank of its content; equal contents have equal ranks. Compared only between versions of one instant. */
  readonly contentRank: number
}

/** The days one version keeps among the other versions of its credential. */
export interface VersionPlace {
  /** The version that replaces it on all its days; null where it has days of its own. */
  readonly supersededBy: number | null
  /** The version that follows it, and the first day of that version: this one's last day is the day before. */
  readonly followedBy: number | null
  readonly followedFrom: Day | null
  /** Another document has the same issuer and id, and neither is a proven newer version of the other. */
  readonly contested: boolean
}

/** The place of the only version of a credential. */
export const ownPlace: VersionPlace = { supersededBy: null, followedBy: null, followedFrom: null, contested: false }

const isProven = ({ grade }: Version): boolean => countingGrades.includes(grade)

/** How well it is proven that the issuer made it. */
const rank: Readonly<Record<Grade, number>> = { verified: 2, confirmed: 2, unregistered: 1, unproven: 0, rejected: -1 }

const instantOf = ({ validFromMilliseconds }: Version): number => validFromMilliseconds ?? Number.NEGATIVE_INFINITY

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Older first; of one instant the less proven first, a fetched copy before a signed document. Next decides the content, the revoked one last, and only then
 * the file, since a holder can produce a new file. The order of imports has no influence.
 */
const olderFirst = (one: Version, other: Version): number =>
  compareInstants(one, other) ||
  rank[one.grade] - rank[other.grade] ||
  Number(one.grade === 'verified') - Number(other.grade === 'verified') ||
  Number(one.revoked) - Number(other.revoked) ||
  other.contentRank - one.contentRank ||
  compared(other.digest, one.digest) ||
  other.ordinal - one.ordinal

function compareInstants(one: Version, other: Version): number {
  const [first, second] = [instantOf(one), instantOf(other)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Is its last day not before its first? */
const hasDays = ({ heldFrom, heldUntil }: Version): boolean => heldFrom <= heldUntil

/** The kind of source a version comes from: versions of equal sources replace the same others. */
const source = ({ grade, origin }: Version): string | null => (grade === 'confirmed' ? origin && `confirmed ${origin}` : grade)

/** The sources whose later versions may replace this one: see `placeVersions`. */
const replacingSources = (version: Version): readonly string[] => [
  'verified',
  ...(version.origin === null ? [] : [`confirmed ${version.origin}`]),
  ...(rank[version.grade] < 2 ? ['unregistered'] : []),
  ...(rank[version.grade] < 1 ? ['unproven'] : []),
]

/** The next version from any of these sources. */
function nearest(versions: ReadonlyMap<string, { readonly version: Version; readonly place: number }>, sources: readonly string[]): Version | null {
  const found = sources.flatMap((name) => versions.get(name) ?? [])
  return found.reduce<(typeof found)[number] | null>((best, one) => (best === null || one.place > best.place ? one : best), null)?.version ?? null
}

/** The place of a version before the next one: replaced altogether, or followed from a day on. */
function placeBefore(version: Version, next: Version | null): Omit<VersionPlace, 'contested'> {
  if (next === null) return ownPlace
  const isLater = compareInstants(next, version) > 0 && next.heldFrom > version.heldFrom
  if (!isLater) return { ...ownPlace, supersededBy: next.id }
  // Greater than another day: it is a day itself.
  return { supersededBy: null, followedBy: next.id, followedFrom: next.heldFrom as Day }
}

const countOne = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)

/**
 * Ids of the versions that have a rival. Two versions are no rivals where their contents are equal, or where one is a proven newer version of the other.
 * Counted by source, so that many documents of one id cost no more than sorting them.
 */
function contestedAmong(ordered: readonly Version[]): ReadonlySet<number> {
  const instants = [...Map.groupBy(ordered, instantOf).values()]
  // For each version, how many others are no rivals.
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
    for (const version of versions) for (const name of replacingSources(version)) add(version, newer.get(name) ?? 0)
    for (const version of versions) {
      const name = source(version)
      if (isProven(version) && name !== null) countOne(newer, name)
    }
  }
  for (const versions of instants)
    for (const same of Map.groupBy(versions, ({ contentRank }) => contentRank).values()) for (const version of same) add(version, same.length - 1)
  return new Set(ordered.filter(({ id }) => agreeing.get(id)! < ordered.length - 1).map(({ id }) => id))
}

/**
 * Decides which of the documents with one issuer and id is in force on which day. The result depends on all stored ones alone: the order of imports, an undone
 * import and a later verification have no influence.
 *
 * A later document replaces an earlier one only where it comes from the same origin: `verified` by a registered key of that very issuer, or `confirmed` at the
 * origin of the earlier one. So a confirmed document never replaces a verified one of another origin, and an unproven one never a proven one. Among unproven
 * documents the better proven and then the later one replaces the other; neither counts.
 *
 * Each version is in force on its own days: from the Japanese day of its `validFrom` up to the day before the next version begins. Of two of one day the later
 * instant has that whole day. Of two of one instant (a copy in another container, or the same file without its proof) the better proven one stays, and of
 * equally proven ones the revoked one.
 *
 * A version that has ended stays ended, whatever happens to the one that followed it. The later version may expire early: the issuer may shorten the period.
 * It may be revoked or suspended: it then counts on no day, and the earlier version keeps its own days but gets none back, as a revoked renewal of a licence
 * does not restore the older licence. An issuer that wants the earlier version to continue issues it again.
 *
 * A version without any day (its dates cannot be read, or the end lies before the beginning) replaces none that has days: it does not tell when the earlier
 * one ends.
 *
 * @param versions All with one issuer and id. Rejected ones replace none and are replaced by none.
 * @source Open Badges 3.0, section "Credential Refresh and Replacement": same issuer and id, newer `validFrom`
 */
export function placeVersions(versions: readonly Version[]): ReadonlyMap<number, VersionPlace> {
  const ordered = versions.filter(({ grade }) => grade !== 'rejected').toSorted(olderFirst)
  const contested = contestedAmong(ordered)
  const places = new Map<number, VersionPlace>()
  type Latest = Map<string, { readonly version: Version; readonly place: number }>
  const [latest, latestWithDays]: readonly [Latest, Latest] = [new Map(), new Map()]
  for (const [place, version] of ordered.toReversed().entries()) {
    const next = nearest(hasDays(version) ? latestWithDays : latest, replacingSources(version))
    places.set(version.id, { ...placeBefore(version, next), contested: contested.has(version.id) })
    const name = source(version)
    if (name === null) continue
    latest.set(name, { version, place })
    if (hasDays(version)) latestWithDays.set(name, { version, place })
  }
  return new Map(versions.map(({ id }) => [id, places.get(id) ?? ownPlace]))
}

/** Are two documents of one issuer and id rivals: different in content, and neither a proven newer version of the other? */
export function areRivals(one: Version, other: Version): boolean {
  if (one.grade === 'rejected' || other.grade === 'rejected') return false
  const order = compareInstants(one, other)
  if (order === 0) return one.contentRank !== other.contentRank
  const [older, newer] = order < 0 ? [one, other] : [other, one]
  return !(isProven(newer) && replacingSources(older).includes(source(newer) ?? ''))
}

/** Does one version come before another when an import chooses the one to compare with: better proven, then later? */
export const isBefore = (one: Version, other: Version): boolean =>
  rank[one.grade] > rank[other.grade] || (rank[one.grade] === rank[other.grade] && olderFirst(one, other) > 0)

/** Compares a version with the best stored one: `older` includes copies and less proven documents. */
export function comparedWith(version: Version, best: Version): 'newer' | 'older' | 'beside' {
  if (rank[version.grade] !== rank[best.grade]) return rank[version.grade] > rank[best.grade] ? 'newer' : 'older'
  if (compareInstants(version, best) <= 0) return 'older'
  return replacingSources(best).includes(source(version) ?? '') ? 'newer' : 'beside'
}

/** The last day of a version, by its own end and by the version that follows. */
export const lastHeldDay = (heldUntil: string, followedFrom: Day | null): string => {
  if (followedFrom === null || followedFrom <= firstDay) return heldUntil
  const before = addDays(followedFrom, -1)
  return before < heldUntil ? before : heldUntil
}
