import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Connection from 'better-sqlite3'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { readAudit } from '../database/audit'
import { stateOf } from '../database/connection'
import { attempt, databaseProblem } from '../database/databaseProblem'
import type { OwnerCheck } from '../database/owner'
import { type Owner, thisOwner } from '../database/ownerProcess'
import { type Database, guardTransactions, listenForSlow, type SlowListener } from '../database/statement'
import { migrations as allMigrations, type Migration } from '../migrations'
import { awaitBeginning, type Beginning, beginner, takeBeginning } from './beginning'
import { configure, configureReading, inspect, keepToOwner, looksDamaged, make, migrate, pragma } from './database'
import { connectReadOnly, isWritable } from './readOnly'

export interface DatabaseSurroundings {
  /** False: a database that is not there is `path.not-found` instead of being made. */
  readonly create?: boolean
  /** Whether a new database may be removed again until something is written into it: see `abandonDatabase`. */
  readonly holdBeginning?: boolean
  /** The program that opens it. */
  readonly owner?: Owner
  /** Tests replace it. */
  readonly presence?: OwnerCheck['presence']
  /** Whether the structure is checked first; true where it is left out. */
  readonly quickCheck?: boolean
  /** Of a database larger than this, the tables of badges are not checked: see `inspect`. */
  readonly readThroughBytes?: number
  /** How long to wait for another program that is writing. */
  readonly busyMilliseconds?: number
  /** The clock, for slow statements and for the age of signs of life. */
  readonly now?: () => Date
  readonly onSlow?: SlowListener['onSlow']
  /** Tests replace them. */
  readonly migrations?: readonly Migration[]
}

/** A quarter of a gigabyte: some 35,000 badges, checked in less than a second. */
const usualReadThroughBytes = 256 * 1024 * 1024

const fileProblem = (error: unknown): Problem | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'path.not-found' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'path.not-readable' }
  if (code === 'EROFS') return { code: 'path.not-writable' }
  if (code === 'ENOSPC') return { code: 'disk.full' }
  return null
}

/** Identifies a file, so that another one in its place is noticed; inode numbers are used again. Null where there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev} ${found.ino} ${found.birthtimeNs}`
}

type Settings = Required<Pick<DatabaseSurroundings, 'create' | 'holdBeginning' | 'quickCheck' | 'readThroughBytes' | 'busyMilliseconds' | 'migrations'>> & {
  readonly owner: Owner
  readonly ownerCheck: OwnerCheck
}

/** Opens an existing database for reading alone. */
function openForReading(path: string, { migrations, busyMilliseconds, ...settings }: Settings): Result<Database> {
  const connected = connectReadOnly(path, busyMilliseconds)
  if (!connected.ok) return connected
  const db = connected.value
  try {
    const problem = inspect(db, path, migrations.length, settings)
    const older = Number(pragma(db, 'user_version')) < migrations.length
    if (problem === null && !older) {
      configureReading(db)
      return connected
    }
    db.close()
    return failure(problem ?? { code: 'database.older-schema', detail: path })
  } catch (error) {
    db.close()
    throw error
  }
}

function openForWriting(path: string, { migrations, busyMilliseconds, ...settings }: Settings): Result<Database> {
  const reading = connectReadOnly(path, busyMilliseconds)
  if (!reading.ok) return reading
  let db = reading.value
  try {
    const problem = inspect(db, path, migrations.length, settings)
    db.close()
    if (problem !== null) return failure(problem)
    db = new Connection(path, { fileMustExist: true, timeout: busyMilliseconds })
    const refused = configure(db)
    if (refused !== null) {
      db.close()
      return failure(refused)
    }
    migrate(db, migrations)
    keepToOwner(path)
    return success(db)
  } catch (error) {
    db.close()
    throw error
  }
}

const orProblem = (path: string, work: () => Result<Database> | 'again'): Result<Database> | 'again' => {
  try {
    return work()
  } catch (error) {
    const problem = databaseProblem(error) ?? fileProblem(error)
    if (problem === null) throw error
    return failure({ detail: path, ...problem })
  }
}

/** Makes the database, as the owner of its beginning; null where another program is that. */
function begin(path: string, { owner, ownerCheck, migrations }: Settings): Beginning | null {
  statSync(dirname(path)) // ENOENT where the folder is missing; SQLite would only report that it cannot open.
  const beginning = takeBeginning(path, { owner, at: ownerCheck.at })
  if (beginning === null) return null
  try {
    if (!existsSync(path)) make(path, migrations, owner, beginning)
    return beginning
  } catch (error) {
    beginning.end()
    throw error
  }
}

/** Opens an existing file; `again` where the program that had made it removed it meanwhile, because its work failed. */
function openExisting(path: string, settings: Settings, beginning: Beginning | null): Result<Database> | 'again' {
  const identity = identityOf(path)
  if (identity === null) return 'again'
  // Opening a pipe would block without end.
  if (!statSync(path).isFile()) return failure({ code: 'database.not-a-file', detail: path })
  if (looksDamaged(path)) return identityOf(path) === identity ? failure({ code: 'database.damaged', detail: 'header' }) : 'again'
  const writable = isWritable(path)
  let opened = orProblem(path, () => (writable ? openForWriting : openForReading)(path, settings))
  if (writable && opened !== 'again' && !opened.ok && opened.problem.code === 'path.not-writable') {
    // The system did not tell before that it may not be written.
    const reading = orProblem(path, () => openForReading(path, settings))
    if (reading === 'again' || reading.ok) opened = reading
  }
  if (identityOf(path) === identity && (beginning !== null || beginner(path, settings.ownerCheck) === null)) return opened
  if (opened !== 'again' && opened.ok) opened.value.close()
  return 'again'
}

function openOnce(path: string, settings: Settings): Result<Database> | 'again' {
  const { owner, busyMilliseconds: milliseconds, ownerCheck } = settings
  const mayWrite = existsSync(path) ? isWritable(path) : existsSync(dirname(path)) && isWritable(dirname(path))
  const awaited = awaitBeginning(path, { owner, milliseconds, mayWrite, ...ownerCheck })
  if (!awaited.ok) return awaited
  if (existsSync(path)) return openExisting(path, settings, null)
  if (!settings.create) return failure({ code: 'path.not-found', detail: path })
  const beginning = begin(path, settings)
  if (beginning === null) return 'again'
  const opened = openExisting(path, settings, beginning)
  if (opened === 'again' || !opened.ok || !settings.holdBeginning) beginning.end()
  else {
    const { value: db } = opened
    stateOf(db).beginning = beginning
    guardTransactions(db, { written: () => endBeginning(db) })
  }
  return opened
}

function endBeginning(db: Database): void {
  const state = stateOf(db)
  state.beginning?.end()
  state.beginning = null
}

/** Another program may make the file and remove it again when its work fails: so many times in a row does not happen. */
const mostTries = 100

/**
 * Opens the database, makes it where there is none, and brings it to the newest schema. Where it may not be written, it is opened for reading alone:
 * `isReadOnly`.
 *
 * A database that is damaged, of a newer schema, or of another application is refused and not changed.
 *
 * @returns `database.damaged` · `database.newer-schema` · `database.older-schema` · `database.journal-left` · `database.not-a-file` · `database.locked` ·
 * `work.window` · `work.command` · `work.elsewhere` · `disk.full` · `path.not-found` · `path.not-readable` · `path.not-writable`
 */
export function openDatabase(path: string, surroundings: DatabaseSurroundings = {}): Result<Database> {
  const {
    create = true,
    holdBeginning = false,
    quickCheck = true,
    readThroughBytes = usualReadThroughBytes,
    busyMilliseconds = 5000,
    now,
    onSlow,
    migrations = allMigrations,
    presence,
  } = surroundings
  // Without a clock no sign of life is old; whether a process of this PC runs is decided without one.
  const at = now?.().toISOString() ?? ''
  const owner = surroundings.owner ?? thisOwner('command', () => new Date(0))
  const ownerCheck = { at, ...(presence === undefined ? {} : { presence }) }
  const settings = { create, holdBeginning, quickCheck, readThroughBytes, busyMilliseconds, migrations, owner, ownerCheck }
  for (let tries = 0; tries < mostTries; tries += 1) {
    const opened = orProblem(path, () => openOnce(path, settings))
    if (opened === 'again') continue
    if (opened.ok && now !== undefined && onSlow !== undefined) listenForSlow(opened.value, { ticks: () => now().getTime(), onSlow })
    return opened
  }
  return failure({ code: 'database.locked', detail: path })
}

/** Is the database open for reading alone? */
export const isReadOnly = (db: Database): boolean => db.readonly

/**
 * Closes a database, and removes it where this program made it, still owns its beginning, and nothing was ever written into it.
 *
 * @returns whether it was removed.
 */
export function abandonDatabase(db: Database, path: string): Result<boolean> {
  const state = stateOf(db)
  const { beginning } = state
  state.beginning = null
  // Every change writes a line into the audit log.
  const empty = beginning?.isOurs() === true && readAudit(db, { offset: 0, limit: 1 }).length === 0
  const closed = closeDatabase(db)
  if (closed.ok && empty) for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  beginning?.end()
  return closed.ok ? success(empty) : closed
}

/** Writes the journal back and closes. Safe to call twice. */
export function closeDatabase(db: Database): Result<null> {
  return attempt(() => {
    if (db.open) db.close()
    endBeginning(db)
    return null
  })
}
