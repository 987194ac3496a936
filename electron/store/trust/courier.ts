import type { Result } from '../../../shared/model/problem'
import type { AxisValues } from '../../../shared/model/verification'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

/** A credential whose verdict an answer from the network could change, in the bytes it came in. */
export interface QuestionedCredential extends Pick<AxisValues, 'integrity' | 'issuer' | 'status'> {
  readonly credentialId: number
  readonly source: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Its place among the things in the file, from 0. */
  readonly ordinal: number
}

/**
 * Credentials whose current verdict depends, or could depend, on something at an address: hosted badges, keys that are not stored, and lists. Altered ones are
 * left out, and proven ones without a day of their own; of unproven ones it is not known which version is the issuer's. One at a time, so that other work may
 * be done in between.
 */
export function* credentialsInQuestion(db: Database): Generator<QuestionedCredential> {
  const ids = readAll<{ id: number }>(
    db,
    `SELECT credential.id FROM credential JOIN verification ON verification.credential_id = credential.id AND is_current = 1
     WHERE (superseded_by IS NULL OR credential.grade = 'unproven') AND integrity NOT IN ('altered', 'malformed')
       AND (proof = 'hosted' OR issuer = 'unresolved' OR verification.status NOT IN ('none', 'revoked'))
     ORDER BY credential.id`,
  )
  for (const { id } of ids) {
    const row = readOne<QuestionedCredential>(
      db,
      `SELECT credential.id AS credentialId, source, sha256, bytes, ordinal, integrity, issuer, verification.status
       FROM credential JOIN original ON original.id = original_id JOIN verification ON verification.credential_id = credential.id AND is_current = 1
       WHERE credential.id = :id`,
      { id },
    )
    if (row !== undefined) yield row
  }
}

/**
 * Saves a list that was written for the courier, with its addresses: evidence that answers the list counts for these.
 *
 * @param writtenAt RFC 3339: no answer to the list can be older.
 */
export const saveCourierList = (
  db: Database,
  { id, writtenAt, addresses, ...act }: { readonly id: string; readonly writtenAt: string; readonly addresses: readonly string[] } & Act,
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      write(db, 'INSERT INTO courier_list (id, at) VALUES (:id, :writtenAt)', { id, writtenAt })
      write(db, 'INSERT OR IGNORE INTO courier_address (list_id, url) SELECT :id, value FROM json_each(:addresses)', {
        id,
        addresses: JSON.stringify(addresses),
      })
      appendAudit(db, { ...act, action: 'courier.issue', subject: id, detail: { addresses: addresses.length } })
      return null
    }),
  )

/** A list that this data folder has written for the courier. */
export interface SavedCourierList {
  readonly id: string
  readonly writtenAt: string
  readonly addresses: readonly string[]
}

/** The lists with these ids that this data folder has written. */
export const courierLists = (db: Database, ids: readonly string[]): readonly SavedCourierList[] =>
  readAll<{ id: string; writtenAt: string }>(db, 'SELECT id, at AS writtenAt FROM courier_list WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id', {
    ids: JSON.stringify(ids),
  }).map((list) => ({
    ...list,
    addresses: readAll<{ url: string }>(db, 'SELECT url FROM courier_address WHERE list_id = :id ORDER BY url', { id: list.id }).map(({ url }) => url),
  }))

/** Saves that a person accepts evidence by name, and the import it came with: undoing the import removes the acceptance. */
export const acceptEvidence = (
  db: Database,
  { importId, digests, confirmedBy, ...act }: { readonly importId: string; readonly digests: readonly string[]; readonly confirmedBy: string } & Act,
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      for (const digest of digests) {
        write(db, 'INSERT OR IGNORE INTO accepted_evidence (import_id, digest, confirmed_by, at) VALUES (:importId, :digest, :confirmedBy, :at)', {
          importId,
          digest,
          confirmedBy,
          at: act.at,
        })
      }
      appendAudit(db, { ...act, action: 'courier.accept', subject: importId, detail: { confirmedBy, digests: [...digests] } })
      return null
    }),
  )

/** Digests of the evidence that a person has accepted by name. */
export const acceptedEvidence = (db: Database, notFrom: string | null = null): readonly string[] =>
  readAll<{ digest: string }>(db, 'SELECT DISTINCT digest FROM accepted_evidence WHERE :notFrom IS NULL OR import_id <> :notFrom ORDER BY digest', {
    notFrom,
  }).map(({ digest }) => digest)
