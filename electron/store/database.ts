import { chmodSync, closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Connection from 'better-sqlite3'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'
import { attempt, databaseProblem } from './databaseProblem'
import { migrations as allMigrations, type Migration } from './migrations'
import { type Database, listenForSlow, type SlowListener } from './statement'

/** The database's file in the data folder. */
export const databaseName = 'tekizai.sqlite'

/** `Tkzi`, written into the head of each of our databases. */
export const applicationId = 0x546b_7a69

/**
 * The size of a page of a new database; older ones keep theirs of half of it. A file of 3 KB stands in a page as a whole: five fill one of this size, two
 * left a quarter of the smaller one empty.
 */
export const pageBytes = 16_384

export interface DatabaseSurroundings {
  /** False: a database that is not there is `path.not-found` instead of being made. */
  readonly create?: boolean
  /** Reads the structure through before anything is done with it. On unless said otherwise. */
  readonly quickCheck?: boolean
  /** Of a database larger than this, only the tables that are few beside its badges are read through: see `inspect`. */
  readonly readThroughBytes?: number
  /** How long to wait for another program that is writing. */
  readonly busyMilliseconds?: number
  /** For measuring slow statements; the store itself sets down no time of its own. */
  readonly now?: () => Date
  readonly onSlow?: SlowListener['onSlow']
  /** Only tests give others. */
  readonly migrations?: readonly Migration[]
}

/** Only the owner reads and writes the database; its journal and its index of readers are made with the mode of the database. */
const ownerMode = 0o600

/** Takes the rights of others away where the file has some and is ours: one made by an earlier version has the mode of its surroundings. */
function keepToOwner(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const found = statSync(path + suffix, { throwIfNoEntry: false })
    if (found !== undefined && (found.mode & 0o077) !== 0 && found.uid === process.getuid?.()) chmodSync(path + suffix, ownerMode)
  }
}

const magic = Buffer.from('SQLite format 3\0', 'latin1')

/** Is the file a database at all? SQLite would take an empty one for a new database: a damaged one must never become that. */
function looksDamaged(path: string): boolean {
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

const pragma = (db: Database, name: string): unknown => db.pragma(name, { simple: true })

/** A quarter of a gigabyte: some 35,000 badges, read through in less than a second. */
const usualReadThroughBytes = 256 * 1024 * 1024

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
function inspect(
  path: string,
  known: number,
  { quickCheck, readThroughBytes }: Required<Pick<DatabaseSurroundings, 'quickCheck' | 'readThroughBytes'>>,
): Problem | null {
  const db = new Connection(path, { readonly: true, fileMustExist: true })
  try {
    if (pragma(db, 'application_id') !== applicationId) return { code: 'database.damaged', detail: 'application_id' }
    const version = Number(pragma(db, 'user_version'))
    if (version > known) return { code: 'database.newer-schema', detail: String(version) }
    if (!quickCheck) return null
    const damage = findDamage(db, statSync(path).size <= readThroughBytes)
    return damage === null ? null : { code: 'database.damaged', detail: damage }
  } finally {
    db.close()
  }
}

/** Sets what safety rests on, and reads it back: SQLite ignores what it cannot do without saying so. */
function configure(db: Database): Problem | null {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32768')
  // What is deleted from a page is overwritten with zeros; pages that are free as a whole, and remains of what was moved, go when the database is written anew.
  db.pragma('secure_delete = FAST')
  // A checkpoint waits for the disk: less often, for more at a time, 64 MB in a new database.
  db.pragma('wal_autocheckpoint = 4000')
  const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 2 }
  const refused = Object.entries(settings).find(([name, value]) => pragma(db, name) !== value)
  return refused === undefined ? null : { code: 'path.not-writable', detail: refused[0] }
}

function migrate(db: Database, migrations: readonly Migration[]): void {
  // Nothing to do asks for no lock: one may look while another program writes.
  if (pragma(db, 'user_version') === migrations.length) return
  db.transaction(() => {
    const from = Number(pragma(db, 'user_version'))
    for (const { sql } of migrations.slice(from)) db.exec(sql)
    if (from < migrations.length) db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}

/** Made beside its place and put there when it is whole: an empty file in that place is always damage, never a beginning. */
function make(path: string, migrations: readonly Migration[]): void {
  const beside = `${path}.${process.pid}.new`
  const clear = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(beside + suffix, { force: true })
  }
  clear()
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
  if (existsSync(path)) rmSync(beside)
  else renameSync(beside, path)
}

const fileProblem = (error: unknown): Problem | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'path.not-found' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'path.not-readable' }
  if (code === 'EROFS') return { code: 'path.not-writable' }
  if (code === 'ENOSPC') return { code: 'disk.full' }
  return null
}

/**
 * Opens the database that holds everything, making it where it is not there, and brings it to the newest schema.
 *
 * A database that is damaged, of a newer schema, or somebody else's is refused and not touched.
 *
 * @returns `database.damaged` · `database.newer-schema` · `database.locked` · `disk.full` · `path.not-found` · `path.not-readable` · `path.not-writable`
 */
export function openDatabase(path: string, surroundings: DatabaseSurroundings = {}): Result<Database> {
  const {
    create = true,
    quickCheck = true,
    readThroughBytes = usualReadThroughBytes,
    busyMilliseconds = 5000,
    now,
    onSlow,
    migrations = allMigrations,
  } = surroundings
  let db: Database | null = null
  try {
    if (!existsSync(path)) {
      if (!create) return failure({ code: 'path.not-found', detail: path })
      statSync(dirname(path)) // Says ENOENT where the folder is missing; SQLite would say only that it cannot open.
      make(path, migrations)
    } else if (looksDamaged(path)) return failure({ code: 'database.damaged', detail: 'header' })
    const problem = inspect(path, migrations.length, { quickCheck, readThroughBytes })
    if (problem !== null) return failure(problem)
    db = new Connection(path, { fileMustExist: true, timeout: busyMilliseconds })
    const refused = configure(db)
    if (refused !== null) {
      db.close()
      return failure(refused)
    }
    migrate(db, migrations)
    keepToOwner(path)
    if (now !== undefined && onSlow !== undefined) listenForSlow(db, { ticks: () => now().getTime(), onSlow })
    return success(db)
  } catch (error) {
    db?.close()
    const problem = databaseProblem(error) ?? fileProblem(error)
    if (problem === null) throw error
    return failure({ detail: path, ...problem })
  }
}

/** Writes the journal back and closes. Safe to call twice. */
export function closeDatabase(db: Database): Result<null> {
  return attempt(() => {
    if (db.open) db.close()
    return null
  })
}
