import type { Database } from '../../../electron/store'
import type { Day } from '../../../shared/model/day'
import type { Grade } from '../../../shared/model/verification'

// Which version of a credential is in force on a day, in the simplest form: every version compared with every other one, day by day.

export interface PlainVersion {
  readonly id: number
  readonly key: string | null
  readonly grade: Grade
  readonly status: string
  readonly milliseconds: number | null
  readonly from: string
  readonly until: string
  readonly issuer: string | null
  readonly hostedUrl: string | null
  readonly sha256: string
  readonly ordinal: number
  readonly document: string
}

export const plainVersions = (db: Database): readonly PlainVersion[] =>
  db
    .prepare(
      `SELECT credential.id, credential_key AS key, grade, status, valid_from_milliseconds AS milliseconds, held_from AS "from", held_until AS until,
              issuer_id AS issuer, hosted_url AS hostedUrl, sha256, ordinal, document
       FROM credential JOIN original ON original.id = original_id ORDER BY credential.id`,
    )
    .all() as PlainVersion[] // Rows have the columns the SELECT names.

const originOf = ({ key, grade, issuer, hostedUrl }: PlainVersion): string | null => {
  const address = hostedUrl ?? (grade === 'confirmed' ? key?.split('\n')[1] : issuer)
  if (address?.startsWith('did:web:') === true) return `https://${address.split(':')[2]}`
  return address?.startsWith('https://') === true ? new URL(address).origin : null
}

/** May the one replace the other, if it is later? */
export function comesFromItsOrigin(one: PlainVersion, other: PlainVersion): boolean {
  if (one.grade === 'verified') return true
  if (one.grade === 'confirmed') return originOf(one) !== null && originOf(one) === originOf(other)
  if (one.grade === 'unregistered') return other.grade === 'unregistered' || other.grade === 'unproven'
  return other.grade === 'unproven'
}

const order: readonly Grade[] = ['unproven', 'unregistered', 'confirmed', 'verified']
const instant = ({ milliseconds }: PlainVersion): number => milliseconds ?? Number.NEGATIVE_INFINITY

export function isLater(one: PlainVersion, other: PlainVersion): boolean {
  if (instant(one) !== instant(other)) return instant(one) > instant(other)
  if (one.grade !== other.grade) return order.indexOf(one.grade) > order.indexOf(other.grade)
  if (isRevoked(one) !== isRevoked(other)) return isRevoked(one)
  if (one.document !== other.document) return one.document < other.document
  return one.sha256 === other.sha256 ? one.ordinal < other.ordinal : one.sha256 < other.sha256
}

const isRevoked = ({ status }: PlainVersion): boolean => status === 'revoked' || status === 'suspended'
const hasDays = ({ from, until }: PlainVersion): boolean => from <= until

/** Has no other version replaced this one by the day? */
export function stands(version: PlainVersion, all: readonly PlainVersion[], on: Day): boolean {
  if (version.grade === 'rejected') return true
  const later = all.filter(
    (one) => one.key !== null && one.key === version.key && one.grade !== 'rejected' && comesFromItsOrigin(one, version) && isLater(one, version),
  )
  if (hasDays(version)) return later.filter(hasDays).every(({ from }) => from > on && from > version.from)
  // A version without a day is never in force; but of two of them only one is listed.
  const next = later.toSorted((one, other) => (isLater(one, other) ? 1 : -1))[0]
  return next === undefined || (next.from > on && next.from > version.from && instant(next) > instant(version))
}

/** The ids of the current versions on a day. */
export function standingOn(db: Database, on: Day): readonly number[] {
  const all = plainVersions(db)
  return all.filter((version) => stands(version, all, on)).map(({ id }) => id)
}

/** The ids of the versions with a day of their own: they are current on the day they begin, if on any. */
export function standingOnAnyDay(db: Database): readonly number[] {
  const all = plainVersions(db)
  return all.filter((version) => stands(version, all, version.from as Day)).map(({ id }) => id)
}

/** Do two documents have the same issuer and id without one being a proven newer version of the other? */
export function areRivals(one: PlainVersion, other: PlainVersion): boolean {
  if (one.id === other.id || one.key === null || one.key !== other.key || one.grade === 'rejected' || other.grade === 'rejected') return false
  if (instant(one) === instant(other)) return one.document !== other.document
  const [older, newer] = instant(one) < instant(other) ? [one, other] : [other, one]
  return !((newer.grade === 'verified' || newer.grade === 'confirmed') && comesFromItsOrigin(newer, older))
}
