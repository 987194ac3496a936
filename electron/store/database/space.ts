import Connection from 'better-sqlite3'
import type { Result } from '../../../shared/model/problem'
import { attempt, required } from './databaseProblem'
import { type Database, readOne } from './statement'

// What is deleted from a page is overwritten with zeros at once (`secure_delete`). What SQLite moved from page to page before that is not: only a database
// that is written anew holds nothing but what is stored.

/** Up to this size the copy from which a database is written anew is made in memory, above it in a temporary file, which the system forgets with the work. */
const inMemoryBytes = 64 * 1024 * 1024

/**
 * Writes the journal into the database and cuts it to nothing.
 *
 * @returns false where another program is reading: then whoever closes last does it.
 */
export const clearJournal = (db: Database): boolean => readOne<{ busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0

/**
 * Writes the database anew, without free pages and without remains of what was deleted, and clears the journal. Takes as long as what is stored is large;
 * others may read meanwhile, and wait with writing.
 *
 * @source SQLite, "VACUUM": the database is copied to a temporary one, and that over the original
 */
export const rebuild = (db: Database): Result<null> =>
  attempt(() => {
    const number = (name: string) => Number(db.pragma(name, { simple: true }))
    const before = number('temp_store')
    const stored = (number('page_count') - number('freelist_count')) * number('page_size')
    db.pragma(`temp_store = ${stored > inMemoryBytes ? 'FILE' : 'MEMORY'}`)
    try {
      db.exec('VACUUM')
    } finally {
      db.pragma(`temp_store = ${before}`)
    }
    clearJournal(db)
    return null
  })

/** As `rebuild`, by a connection of its own: for a thread beside the one that answers calls. */
export const rebuildAt = (path: string): Result<null> =>
  attempt(() => {
    const db = new Connection(path, { fileMustExist: true, timeout: 60_000 })
    try {
      db.pragma('synchronous = FULL')
      return required(rebuild(db))
    } finally {
      db.close()
    }
  })
