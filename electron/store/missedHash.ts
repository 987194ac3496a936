import type { Result } from '../../shared/model/problem'
import { attempt } from './databaseProblem'
import { type Database, readArrays, transaction, write } from './statement'

/** A hash that was nobody's: its question (hex), and the edition of the address book it was tried in. */
export type MissedHash = readonly [question: string, edition: number]

export const missedHashes = (db: Database): readonly MissedHash[] =>
  readArrays<MissedHash>(db, 'SELECT lower(hex(question)), edition FROM missed_hash ORDER BY question', {})

/** Remembers hashes as nobody's; to be called in a transaction. */
export function addMissed(db: Database, { questions, edition }: { readonly questions: readonly string[]; readonly edition: number }): void {
  for (const question of questions)
    write(db, 'INSERT INTO missed_hash (question, edition) VALUES (:question, :edition) ON CONFLICT (question) DO UPDATE SET edition = excluded.edition', {
      question: Buffer.from(question, 'hex'),
      edition,
    })
}

/** The same in a transaction of its own. */
export const rememberMissed = (db: Database, missed: { readonly questions: readonly string[]; readonly edition: number }): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      addMissed(db, missed)
      return null
    }),
  )
