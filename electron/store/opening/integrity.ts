import Connection from 'better-sqlite3'
import type { Result } from '../../../shared/model/problem'
import { checkOriginals, type OriginalsChecked } from '../credential/original'
import { verifyAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import type { Database } from '../database/statement'

// The time of a whole check grows with the size of the file. It is done table by table, with a read-only connection of its own, so that no call waits for it.

/** Does the work with a connection of its own. Expected errors of the database, damage among them, become a failure. */
function withConnection<Value>(path: string, readonly: boolean, work: (db: Database) => Value): Result<Value> {
  return attempt(() => {
    const db = new Connection(path, { readonly, fileMustExist: true, timeout: 60_000 })
    try {
      return work(db)
    } finally {
      db.close()
    }
  })
}

/** The names of all tables. */
export const tablesAt = (path: string): Result<readonly string[]> =>
  withConnection(path, true, (db) =>
    db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all(),
  )

/** At most so many faults of a table are reported. */
const mostFaults = 10

const faultsOf = (db: Database, table: string): readonly string[] => {
  const found = db
    .prepare<[], string>(`PRAGMA integrity_check('${table.replaceAll("'", "''")}')`)
    .pluck()
    .all()
  return found.length === 1 && found[0] === 'ok' ? [] : found.slice(0, mostFaults)
}

/**
 * The faults of a table and its indexes, in SQLite's words: structure, and each row against each index.
 *
 * @source SQLite, "PRAGMA integrity_check": with the name of a table, that table and its indexes
 */
export const checkTableAt = (path: string, table: string): Result<readonly string[]> => withConnection(path, true, (db) => faultsOf(db, table))

/** Rebuilds the indexes of a table from its rows. @returns the faults left after that. */
export const mendIndexesAt = (path: string, table: string): Result<readonly string[]> =>
  withConnection(path, false, (db) => {
    db.pragma('synchronous = FULL')
    db.exec(`REINDEX "${table.replaceAll('"', '""')}"`)
    return faultsOf(db, table)
  })

/** As `checkOriginals`, with a connection of its own. */
export const checkOriginalsAt = (path: string, asked: { readonly after: number; readonly limit: number }): Result<OriginalsChecked> =>
  withConnection(path, true, (db) => checkOriginals(db, asked))

/** The number of the first row of the audit log that was changed, put in or is missing; null where the chain is whole. */
export const verifyAuditAt = (path: string): Result<number | null> => withConnection(path, true, verifyAudit)
