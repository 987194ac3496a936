import type { Grade } from '../../shared/model/verification'
import { type Database, readAll, readOne, write } from './statement'

interface Version {
  readonly id: number
  readonly grade: Grade
  readonly valid_from_milliseconds: number | null
  readonly superseded_by: number | null
}

/** What is proven stands before what only claims to be newer: a copy with a later date must not push the genuine badge out. */
const rank: Readonly<Record<Grade, number>> = { verified: 2, confirmed: 2, unregistered: 1, unproven: 0, rejected: -1 }

/** Better first: the better grade, then the newer `validFrom` (none is oldest), then the one held first. */
const better = (one: Version, other: Version): number =>
  rank[other.grade] - rank[one.grade] ||
  (other.valid_from_milliseconds ?? Number.NEGATIVE_INFINITY) - (one.valid_from_milliseconds ?? Number.NEGATIVE_INFINITY) ||
  one.id - other.id

/** How one credential stands to the other versions held of it. */
export interface Standing {
  /** Other versions that are not rejected. */
  readonly others: number
  readonly winner: boolean
}

/**
 * Which of the versions of a credential (same issuer, same id) stands for all? Decided afresh from all that are held, so that neither
 * the order of imports nor an undone import leaves a trace. A rejected one replaces nothing and is replaced by nothing.
 *
 * @source Open Badges 3.0, section "Credential Refresh and Replacement": same issuer and id, newer `validFrom`
 */
export function settleKey(db: Database, { key, at }: { readonly key: string; readonly at: string }): readonly Version[] {
  const all = readAll<Version>(db, 'SELECT id, grade, valid_from_milliseconds, superseded_by FROM credential WHERE credential_key = :key', { key })
  const versions = all.filter(({ grade }) => grade !== 'rejected').sort(better)
  const first = versions[0]?.id
  for (const { id, grade, superseded_by } of all) {
    const winner = first === undefined || id === first || grade === 'rejected' ? null : first
    if (winner === superseded_by) continue
    write(db, 'UPDATE credential SET superseded_by = :winner, superseded_at = :at WHERE id = :id', { id, winner, at: winner === null ? null : at })
  }
  return versions
}

/** As `settleKey`, for the versions of one credential. A credential without an id has no other version. */
export function settleVersions(db: Database, { credentialId, at }: { readonly credentialId: number; readonly at: string }): Standing {
  const row = readOne<{ key: string | null }>(db, 'SELECT credential_key AS key FROM credential WHERE id = :credentialId', { credentialId })
  return settleVersionsOf(db, { credentialId, key: row?.key ?? null, at })
}

/** Does any held credential bear the key? Most that come are the only ones of theirs: then there is nothing to settle. */
export const isKeyHeld = (db: Database, key: string): boolean =>
  readOne(db, 'SELECT 1 FROM credential WHERE credential_key = :key LIMIT 1', { key }) !== undefined

/** How a credential stands that has no other version. */
export const alone: Standing = { others: 0, winner: true }

/** As `settleVersions`, where the key of the credential is known. */
export function settleVersionsOf(
  db: Database,
  { credentialId, key, at }: { readonly credentialId: number; readonly key: string | null; readonly at: string },
): Standing {
  if (key === null) return alone
  const versions = settleKey(db, { key, at })
  return { others: versions.filter(({ id }) => id !== credentialId).length, winner: versions[0]?.id === credentialId }
}
