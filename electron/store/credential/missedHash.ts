import type { Result } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readArrays, readOne, transaction, write } from '../database/statement'

/** A hash without a match: its question (hex), and the revision of the address book it was tried in. */
export type MissedHash = readonly [question: string, revision: number]

/** All hashes without a match. */
export const missedHashes = (db: Database): readonly MissedHash[] =>
  readArrays<MissedHash>(db, 'SELECT lower(hex(question)), edition FROM missed_hash ORDER BY question', {})

/** Was a hash without a match in this revision? */
export const isMissed = (db: Database, { question, revision }: { readonly question: string; readonly revision: number }): boolean =>
  readOne(db, 'SELECT 1 FROM missed_hash WHERE question = :question AND edition = :revision', { question: Buffer.from(question, 'hex'), revision }) !==
  undefined

/** Remembers that hashes have no match; to be called in a transaction. */
export function addMissed(
  db: Database,
  { questions, revision, importId }: { readonly questions: readonly string[]; readonly revision: number; readonly importId: string },
): void {
  for (const question of questions)
    write(
      db,
      `INSERT INTO missed_hash (question, edition, import_id) VALUES (:question, :revision, :importId)
       ON CONFLICT (question) DO UPDATE SET edition = excluded.edition`,
      { question: Buffer.from(question, 'hex'), revision, importId },
    )
}

/** Remembers the hashes without a match of stored credentials. */
export const rememberMissed = (
  db: Database,
  { missed, revision }: { readonly missed: readonly { readonly credentialId: number; readonly questions: readonly string[] }[]; readonly revision: number },
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      for (const { credentialId, questions } of missed) {
        const stored = readOne<{ importId: string }>(db, 'SELECT import_id AS importId FROM credential WHERE id = :credentialId', { credentialId })
        // Undefined: it was removed meanwhile.
        if (stored !== undefined) addMissed(db, { questions, revision, importId: stored.importId })
      }
      return null
    }),
  )
