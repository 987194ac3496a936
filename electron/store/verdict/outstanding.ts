import type { Reason } from '../../../shared/contract/parts'
import type { Result } from '../../../shared/model/problem'
import { attempt, required } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

/** A held credential that is still to be judged again, and why. */
export interface Outstanding {
  readonly credentialId: number
  readonly why: Reason
  /** The import whose supporting documents are the reason; undoing it takes the verdicts back. */
  readonly importId: string | null
}

/**
 * Remembers that these credentials are to be judged again, until `saveVerification` or `settleOutstanding` says that they need not. A credential may be asked
 * for several times.
 *
 * @param above A number that was given before, by whoever is still at work on it.
 * @returns the number of this request, greater than `above` and than every number that is remembered.
 */
export const rememberOutstanding = (
  db: Database,
  { credentialIds, why, importId, above }: { readonly credentialIds: readonly number[]; readonly above: number } & Omit<Outstanding, 'credentialId'>,
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

/** What was asked for up to this request, each credential once by its latest reason; those of one reason together, and of one file. */
export const readOutstanding = (db: Database, { upTo }: { readonly upTo: number }): readonly Outstanding[] =>
  readAll<Outstanding>(
    db,
    `SELECT credential_id AS credentialId, why, outstanding.import_id AS importId
     FROM outstanding JOIN credential ON credential.id = credential_id
     WHERE asked = (SELECT MAX(asked) FROM outstanding AS later WHERE later.credential_id = outstanding.credential_id AND later.asked <= :upTo)
     ORDER BY why, outstanding.import_id, original_id, ordinal`,
    { upTo },
  )

/** How many held credentials are still to be judged again. */
export const countOutstanding = (db: Database): number =>
  readOne<{ count: number }>(db, 'SELECT COUNT(DISTINCT credential_id) AS count FROM outstanding')!.count // A count without GROUP BY always gives one row.

/** Credentials that need not be judged again any more, as far as requests `from` … `upTo` go. */
interface Settled {
  readonly credentialIds: readonly number[]
  readonly from?: number
  readonly upTo: number
}

/** Part of a larger transaction; `settleOutstanding` is the whole of one. */
export const forgetOutstanding = (db: Database, { credentialIds, from = 0, upTo }: Settled): void =>
  void write(db, 'DELETE FROM outstanding WHERE credential_id IN (SELECT value FROM json_each(:credentialIds)) AND asked BETWEEN :from AND :upTo', {
    credentialIds: JSON.stringify(credentialIds),
    from,
    upTo,
  })

export const settleOutstanding = (db: Database, settled: Settled): Result<null> =>
  attempt(() => {
    forgetOutstanding(db, settled)
    return null
  })

/** Writes that belong together: all of them or none. The first that fails is the answer. */
export const together = <Value>(db: Database, work: () => Result<Value>): Result<Value> => attempt(() => transaction(db, () => required(work())))
