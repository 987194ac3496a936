import Connection from 'better-sqlite3'
import type { Result } from '../../../shared/model/problem'
import { attempt, required } from './databaseProblem'
import { type Database, readOne } from './statement'

// Content deleted from a page is overwritten with zeros at once (`secure_delete`). Copies that SQLite left behind when it moved rows from page to page are not:
// only a rebuilt database holds nothing but what is stored.

/** Up to this size the copy from which a database is rebuilt is made in memory, above it in a temporary file that is deleted at the end. */
const inMemoryBytes = 64 * 1024 * 1024

/**
 * Writes the journal into the database and truncates it.
 *
 * @returns false where another program is reading: then the last one to close the database does it.
 */
export const clearJournal = (db: Database): boolean => readOne<{ busy: number }>(db, 'PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0

/**
 * Rebuilds the database without free pages and remains of deleted content, and clears the journal. The time grows with the size of the database;
 * other connections may read meanwhile, and wait before they write.
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

/** As `rebuild`, with a connection of its own: for a thread beside the one that answers calls. */
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
