import { chmodSync, closeSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import Connection from 'better-sqlite3'
import type { Problem } from '../../../shared/model/problem'
import type { Owner } from '../database/ownerProcess'
import type { Database } from '../database/statement'
import type { Migration } from '../migrations'
import { type Beginning, clearLeftovers } from './beginning'

/** The database's file in the data folder. */
export const databaseName = 'tekizai.sqlite'

/** `Tkzi`, written into the header of each of our databases. */
export const applicationId = 0x546b_7a69

/**
 * The page size of a new database; older databases keep half of it. A badge of 3 KB is stored within one page: five fill a page of this size, two left a
 * quarter of the smaller one empty.
 */
export const pageBytes = 16_384

/** Only the owner reads and writes the database; its journal and its index of readers are made with the mode of the database. */
const ownerMode = 0o600

/** Removes the rights of other users from the files of a database that belong to this user: an earlier version left the default mode. */
export function keepToOwner(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const found = statSync(path + suffix, { throwIfNoEntry: false })
    if (found !== undefined && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.()) chmodSync(path + suffix, ownerMode)
  }
}

const magic = Buffer.from('SQLite format 3\0', 'latin1')

/** Does the file have no header of a database? SQLite would use an empty file as a new database: a damaged one must never become that. */
export function looksDamaged(path: string): boolean {
  if (statSync(path).size < 512) return true
  const head = Buffer.alloc(magic.length)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, head.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return !head.equals(magic)
}

/** The value of a pragma. */
export const pragma = (db: Database, name: string): unknown => db.pragma(name, { simple: true })

/** Tables with a row for each badge, or more. */
const tablesOfBadges = ['original', 'credential', 'verification', 'person_match', 'support', 'import_item', 'envelope']

/** The first fault SQLite finds; null where there is none. */
function findDamage(db: Database, whole: boolean): string | null {
  const checks = whole
    ? ['quick_check(1)']
    : db
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .pluck()
        .all()
        .filter((name) => !tablesOfBadges.includes(name))
        .map((name) => `quick_check('${name}')`)
  for (const check of checks) {
    const found = String(pragma(db, check))
    if (found !== 'ok') return found.slice(0, 200)
  }
  return null
}

/**
 * Checks a database with a connection that may only read: its application, schema version and structure.
 *
 * In a large database the tables of badges are left out, since reading gigabytes takes too long. A truncated file is found all the same, by the number of pages
 * in its header; and a damaged page is `database.damaged` when it is read.
 */
export function inspect(
  db: Database,
  path: string,
  known: number,
  { quickCheck, readThroughBytes }: { readonly quickCheck: boolean; readonly readThroughBytes: number },
): Problem | null {
  if (pragma(db, 'application_id') !== applicationId) return { code: 'database.damaged', detail: 'application_id' }
  const version = Number(pragma(db, 'user_version'))
  if (version > known) return { code: 'database.newer-schema', detail: String(version) }
  if (!quickCheck) return null
  const damage = findDamage(db, statSync(path).size <= readThroughBytes)
  return damage === null ? null : { code: 'database.damaged', detail: damage }
}

/** Settings of every connection, of those that only read too. */
export function configureReading(db: Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32768')
}

/** Sets what the safety of the data depends on, and reads it back: SQLite ignores a setting it cannot apply without an error. */
export function configure(db: Database): Problem | null {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  configureReading(db)
  // Content deleted from a page is overwritten with zeros; free pages and remains of moved content are removed when the database is rebuilt.
  db.pragma('secure_delete = FAST')
  // A checkpoint waits for the disk: fewer and larger ones, 64 MB in a new database.
  db.pragma('wal_autocheckpoint = 4000')
  const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 2 }
  const refused = Object.entries(settings).find(([name, value]) => pragma(db, name) !== value)
  return refused === undefined ? null : { code: 'path.not-writable', detail: refused[0] }
}

/** Brings the database to the newest schema, in one transaction. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  // Takes no lock where nothing is missing, so that a database can be opened while another program writes.
  if (pragma(db, 'user_version') === migrations.length) return
  db.transaction(() => {
    const from = Number(pragma(db, 'user_version'))
    const missing = migrations.slice(from)
    for (const { sql } of missing) db.exec(sql)
    for (const { finish } of missing) finish?.(db)
    if (from < migrations.length) db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

/** Makes a database under another name and moves it to its place when it is complete: an empty file in that place is always damage. */
export function make(path: string, migrations: readonly Migration[], { token }: Owner, beginning: Beginning): void {
  clearLeftovers(path)
  const beside = `${path}.${token}.new`
  const clear = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(beside + suffix, { force: true })
  }
  const db = new Connection(beside)
  let complete = false
  try {
    db.pragma(`page_size = ${pageBytes}`)
    db.pragma('synchronous = FULL')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, migrations)
    complete = true
  } finally {
    db.close()
    if (!complete) clear() // A full disk leaves no incomplete files behind.
  }
  chmodSync(beside, ownerMode)
  beginning.publish(beside)
}
