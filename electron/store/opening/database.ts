import { chmodSync, closeSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import Connection from 'better-sqlite3'
import type { Problem } from '../../../shared/model/problem'
import type { Owner } from '../database/ownerProcess'
import type { Database } from '../database/statement'
import type { Migration } from '../migrations'
import { type Beginning, clearLeftovers } from './beginning'

/** The database's file in the data folder. */
export const databaseName = 'tekizai.sqlite'

/** `Tkzi`, written into the head of each of our databases. */
export const applicationId = 0x546b_7a69

/**
 * The size of a page of a new database; older ones keep theirs of half of it. A file of 3 KB stands in a page as a whole: five fill one of this size, two
 * left a quarter of the smaller one empty.
 */
export const pageBytes = 16_384

/** Only the owner reads and writes the database; its journal and its index of readers are made with the mode of the database. */
const ownerMode = 0o600

/** Takes the rights of others away where the file has some and is ours: one made by an earlier version has the mode of its surroundings. */
export function keepToOwner(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const found = statSync(path + suffix, { throwIfNoEntry: false })
    if (found !== undefined && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.()) chmodSync(path + suffix, ownerMode)
  }
}

const magic = Buffer.from('SQLite format 3\0', 'latin1')

/** Is the file a database at all? SQLite would take an empty one for a new database: a damaged one must never become that. */
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

export const pragma = (db: Database, name: string): unknown => db.pragma(name, { simple: true })

/** Tables with a row for each badge, or more. */
const tablesOfBadges = ['original', 'credential', 'verification', 'person_match', 'support', 'import_item', 'envelope']

/** The first thing found wrong; null where all is well. */
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
    const verdict = String(pragma(db, check))
    if (verdict !== 'ok') return verdict.slice(0, 200)
  }
  return null
}

/**
 * Looks without touching: a connection that may only read.
 *
 * Nobody waits for gigabytes to be read: in a large database the tables of badges are left out. A file that is cut off is found out all the same, by the
 * number of pages in its head; and each page is looked at when it is read, a damaged one being `database.damaged` then.
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

export function configureReading(db: Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32768')
}

/** Sets what safety rests on, and reads it back: SQLite ignores what it cannot do without saying so. */
export function configure(db: Database): Problem | null {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  configureReading(db)
  // What is deleted from a page is overwritten with zeros; pages that are free as a whole, and remains of what was moved, go when the database is written anew.
  db.pragma('secure_delete = FAST')
  // A checkpoint waits for the disk: less often, for more at a time, 64 MB in a new database.
  db.pragma('wal_autocheckpoint = 4000')
  const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 2 }
  const refused = Object.entries(settings).find(([name, value]) => pragma(db, name) !== value)
  return refused === undefined ? null : { code: 'path.not-writable', detail: refused[0] }
}

export function migrate(db: Database, migrations: readonly Migration[]): void {
  // Nothing to do asks for no lock: one may look while another program writes.
  if (pragma(db, 'user_version') === migrations.length) return
  db.transaction(() => {
    const from = Number(pragma(db, 'user_version'))
    const missing = migrations.slice(from)
    for (const { sql } of missing) db.exec(sql)
    for (const { finish } of missing) finish?.(db)
    if (from < migrations.length) db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

/** Makes a database beside its place and puts it there when it is whole: an empty file in that place is always damage, never a beginning. */
export function make(path: string, migrations: readonly Migration[], { token }: Owner, beginning: Beginning): void {
  clearLeftovers(path)
  const beside = `${path}.${token}.new`
  const clear = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(beside + suffix, { force: true })
  }
  const db = new Connection(beside)
  let whole = false
  try {
    db.pragma(`page_size = ${pageBytes}`)
    db.pragma('synchronous = FULL')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, migrations)
    whole = true
  } finally {
    db.close()
    if (!whole) clear() // A full disk leaves nothing half-made behind.
  }
  chmodSync(beside, ownerMode)
  beginning.publish(beside)
}
