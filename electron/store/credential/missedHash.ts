import type { Result } from '../../../shared/model/problem'
import { attempt } from '../database/databaseProblem'
import { type Database, readArrays, readOne, transaction, write } from '../database/statement'

/** A hash without a match: its question (hex), and the edition of the address book it was tried in. */
export type MissedHash = readonly [question: string, edition: number]

export const missedHashes = (db: Database): readonly MissedHash[] =>
  readArrays<MissedHash>(db, 'SELECT lower(hex(question)), edition FROM missed_hash ORDER BY question', {})

/** Was a hash without a match in this edition? */
export const isMissed = (db: Database, { question, edition }: { readonly question: string; readonly edition: number }): boolean =>
  readOne(db, 'SELECT 1 FROM missed_hash WHERE question = :question AND edition = :edition', { question: Buffer.from(question, 'hex'), edition }) !== undefined

/** Remembers that hashes have no match; to be called in a transaction. */
export function addMissed(
  db: Database,
  { questions, edition, importId }: { readonly questions: readonly string[]; readonly edition: number; readonly importId: string },
): void {
  for (const question of questions)
    write(
      db,
      `INSERT INTO missed_hash (question, edition, import_id) VALUES (:question, :edition, :importId)
       ON CONFLICT (question) DO UPDATE SET edition = excluded.edition`,
      { question: Buffer.from(question, 'hex'), edition, importId },
    )
}

/** Remembers what was asked for credentials that are held. */
export const rememberMissed = (
  db: Database,
  { missed, edition }: { readonly missed: readonly { readonly credentialId: number; readonly questions: readonly string[] }[]; readonly edition: number },
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      for (const { credentialId, questions } of missed) {
        const held = readOne<{ importId: string }>(db, 'SELECT import_id AS importId FROM credential WHERE id = :credentialId', { credentialId })
        // It may have gone meanwhile.
        if (held !== undefined) addMissed(db, { questions, edition, importId: held.importId })
      }
      return null
    }),
  )
