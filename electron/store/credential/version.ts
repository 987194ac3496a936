import type { Day } from '../../../shared/model/day'
import type { Grade, StatusValue } from '../../../shared/model/verification'
import { type Database, readAll, readArrays, readOne, write } from '../database/statement'
import { hostedOriginOf } from './ownOrigin'
import { ownPlace, placeVersions, type Version, type VersionPlace } from './versionRule'

interface Row {
  readonly id: number
  readonly grade: Grade
  readonly status: StatusValue
  readonly validFromMilliseconds: number | null
  readonly heldFrom: string
  readonly heldUntil: string
  readonly issuerId: string | null
  readonly hostedUrl: string | null
  readonly digest: string
  readonly ordinal: number
  readonly supersededBy: number | null
  readonly supersededAt: string | null
  readonly followedFrom: Day | null
  readonly contested: number
}

const rowSql = `SELECT credential.id, grade, status, valid_from_milliseconds AS validFromMilliseconds, held_from AS heldFrom, held_until AS heldUntil,
    issuer_id AS issuerId, hosted_url AS hostedUrl, sha256 AS digest, ordinal, superseded_by AS supersededBy, superseded_at AS supersededAt,
    followed_from AS followedFrom, contested
  FROM credential JOIN original ON original.id = original_id WHERE credential_key = :key`

/** The id in a key; for a hosted credential it is the address, which was not always stored by itself. */
const idIn = (key: string): string => key.slice(key.indexOf('\n') + 1)

/** Ranks of the contents of credentials of one instant, by credential id; equal contents have equal ranks. Versions of different instants are never compared. */
function contentRanks(db: Database, rows: readonly Row[]): ReadonlyMap<number, number> {
  const ofOneInstant = [...Map.groupBy(rows, ({ validFromMilliseconds }) => validFromMilliseconds).values()].filter(({ length }) => length > 1).flat()
  if (ofOneInstant.length === 0) return new Map()
  const ids = JSON.stringify(ofOneInstant.map(({ id }) => id))
  return new Map(
    readArrays<readonly [id: number, rank: number]>(
      db,
      'SELECT id, DENSE_RANK() OVER (ORDER BY document) FROM credential WHERE id IN (SELECT value FROM json_each(:ids))',
      { ids },
    ),
  )
}

/** Is it revoked or suspended? */
export const isRevoked = ({ status }: { readonly status: StatusValue }): boolean => status === 'revoked' || status === 'suspended'

/** The origin of a version: of its own address where it is hosted, else of its issuer's id. */
export function versionOrigin({ key, grade, hostedUrl, issuerId }: Pick<Row, 'grade' | 'hostedUrl' | 'issuerId'> & { readonly key: string }): string | null {
  const address = hostedUrl ?? (grade === 'confirmed' ? idIn(key) : issuerId)
  return address === null ? null : hostedOriginOf(address)
}

/** All stored documents that claim one issuer and id. */
export function readVersions(db: Database, key: string): readonly (Version & Row)[] {
  const rows = readAll<Row>(db, rowSql, { key })
  if (rows.length === 0) return []
  const ranks = contentRanks(db, rows)
  return rows.map((row) => ({ ...row, origin: versionOrigin({ ...row, key }), revoked: isRevoked(row), contentRank: ranks.get(row.id) ?? 0 }))
}

const isSame = (row: Row, { supersededBy, followedFrom, contested }: VersionPlace): boolean =>
  row.supersededBy === supersededBy && row.followedFrom === followedFrom && (row.contested === 1) === contested

/**
 * Updates which version of a credential is in force on which day, from all that are stored: see `placeVersions`.
 *
 * @param at Stored with a version that loses days it had before.
 */
export function settleKey(db: Database, { key, at }: { readonly key: string; readonly at: string }): void {
  const rows = readVersions(db, key)
  const places = placeVersions(rows)
  for (const row of rows) {
    const place = places.get(row.id) ?? ownPlace
    if (isSame(row, place)) continue
    const { supersededBy, followedFrom, contested } = place
    const hasSuccessor = supersededBy !== null || followedFrom !== null
    const isUnmoved = row.supersededBy === supersededBy && row.followedFrom === followedFrom
    write(
      db,
      `UPDATE credential SET superseded_by = :supersededBy, followed_from = :followedFrom, superseded_at = :supersededAt, contested = :contested WHERE id = :id`,
      {
        id: row.id,
        supersededBy,
        followedFrom,
        supersededAt: hasSuccessor ? (isUnmoved ? row.supersededAt : at) : null,
        contested: contested ? 1 : 0,
      },
    )
  }
}

/** As `settleKey`, for each of the keys once. Credentials without an id have none. */
export function settleKeys(db: Database, { keys, at }: { readonly keys: Iterable<string | null>; readonly at: string }): void {
  for (const key of new Set(keys)) if (key !== null) settleKey(db, { key, at })
}

/** The keys of credentials; null where one has no id. */
export const keysOf = (db: Database, credentialIds: readonly number[]): readonly (string | null)[] =>
  readArrays<readonly [string | null]>(db, 'SELECT credential_key FROM credential WHERE id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(credentialIds),
  }).map(([key]) => key)

/** Is a credential with this key stored? Most imported credentials have no other version: then there is nothing to update. */
export const isKeyStored = (db: Database, key: string): boolean =>
  readOne(db, 'SELECT 1 FROM credential WHERE credential_key = :key LIMIT 1', { key }) !== undefined

/** Updates all credentials of which several versions are stored: an older schema used another rule. */
export function settleAllVersions(db: Database): void {
  const keys = readArrays<readonly [string]>(
    db,
    'SELECT credential_key FROM credential WHERE credential_key IS NOT NULL GROUP BY credential_key HAVING COUNT(*) > 1',
  ).map(([key]) => key)
  if (keys.length === 0) return
  const at = readOne<{ at: string | null }>(db, 'SELECT MAX(started_at) AS at FROM import')?.at ?? ''
  settleKeys(db, { keys, at })
}
