import type { Reason } from '../../../shared/contract/parts'
import type { Result } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

/** A stored credential that is still to be reverified, and why. */
export interface PendingReverification {
  readonly credentialId: number
  readonly why: Reason
  /** The import whose supporting documents are the reason; undoing it removes the verdicts too. */
  readonly importId: string | null
}

/**
 * Remembers that credentials are to be reverified, until `saveVerification` or `dismissPending` ends it. A credential may be pending by several requests.
 *
 * @param above The number of a request that may still be worked on.
 * @returns the number of this request, greater than `above` and than the number of every pending one.
 */
export const addPending = (
  db: Database,
  { credentialIds, why, importId, above }: { readonly credentialIds: readonly number[]; readonly above: number } & Omit<PendingReverification, 'credentialId'>,
): Result<number> =>
  attempt(() =>
    transaction(db, () => {
      const last = readOne<{ last: number | null }>(db, 'SELECT MAX(asked) AS last FROM outstanding')?.last ?? 0
      const asked = Math.max(last, above) + 1
      write(
        db,
        `INSERT INTO outstanding (credential_id, asked, why, import_id)
         SELECT value, :asked, :why, :importId FROM json_each(:credentialIds)`,
        { credentialIds: JSON.stringify(credentialIds), asked, why, importId },
      )
      return asked
    }),
  )

/** Pending reverifications up to a request, each credential once by its latest reason; ordered by reason, then by file. */
export const readPending = (db: Database, { upTo }: { readonly upTo: number }): readonly PendingReverification[] =>
  readAll<PendingReverification>(
    db,
    `SELECT credential_id AS credentialId, why, outstanding.import_id AS importId
     FROM outstanding JOIN credential ON credential.id = credential_id
     WHERE asked = (SELECT MAX(asked) FROM outstanding AS later WHERE later.credential_id = outstanding.credential_id AND later.asked <= :upTo)
     ORDER BY why, outstanding.import_id, original_id, ordinal`,
    { upTo },
  )

/** How many stored credentials are still to be reverified. */
export const countPending = (db: Database): number => readOne<{ count: number }>(db, 'SELECT COUNT(DISTINCT credential_id) AS count FROM outstanding')!.count // A count without GROUP BY always gives one row.

/** Credentials that need not be reverified any more for the requests `from` … `upTo`. */
interface Dismissed {
  readonly credentialIds: readonly number[]
  readonly from?: number
  readonly upTo: number
}

/** Deletes pending reverifications; to be called in a transaction. */
export const deletePending = (db: Database, { credentialIds, from = 0, upTo }: Dismissed): void =>
  void write(db, 'DELETE FROM outstanding WHERE credential_id IN (SELECT value FROM json_each(:credentialIds)) AND asked BETWEEN :from AND :upTo', {
    credentialIds: JSON.stringify(credentialIds),
    from,
    upTo,
  })

/** As `deletePending`, in a transaction of its own. */
export const dismissPending = (db: Database, dismissed: Dismissed): Result<null> =>
  attempt(() => {
    deletePending(db, dismissed)
    return null
  })
