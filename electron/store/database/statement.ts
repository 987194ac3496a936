import type { Database as Connection, Statement } from 'better-sqlite3'

/** The open database. Every function of the store takes it first. */
export type Database = Connection

/** What may be bound to a named parameter. */
export type Bound = string | number | null | Uint8Array
export type Parameters = { readonly [name: string]: Bound }

/** Told of each statement that took longer than it should, for the log. */
export interface SlowListener {
  /** A monotonic clock in milliseconds. */
  readonly ticks: () => number
  readonly onSlow: (slow: { readonly sql: string; readonly milliseconds: number }) => void
}

/** A statement slower than this is reported. */
export const slowMilliseconds = 40

/** A statement as SQLite knows it, by place, and the names of its places. */
interface Prepared {
  readonly statement: Statement<[readonly Bound[]], unknown>
  readonly names: readonly string[]
}

const cached = new WeakMap<Database, Map<string, Prepared>>()
const listeners = new WeakMap<Database, SlowListener>()

export const listenForSlow = (db: Database, listener: SlowListener): void => void listeners.set(db, listener)

/** Text in quotes, which may hold a colon, or a name. */
const quotedOrNamed = /'[^']*'|:([A-Za-z]\w*)/g

/**
 * The statement with a place for each name. Better-sqlite3 looks a name up in the object twice for each value, across the border to C++: by place a value
 * costs half.
 */
function byPlace(sql: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = []
  const text = sql.replace(quotedOrNamed, (found: string, name: string | undefined) => {
    if (name === undefined) return found
    names.push(name)
    return '?'
  })
  return { text, names }
}

function prepared(db: Database, sql: string, raw = false): Prepared {
  let statements = cached.get(db)
  if (statements === undefined) {
    statements = new Map()
    cached.set(db, statements)
  }
  const key = raw ? `raw ${sql}` : sql // Whether rows are arrays is a property of the statement itself.
  let known = statements.get(key)
  if (known === undefined) {
    const { text, names } = byPlace(sql)
    const statement = db.prepare<[readonly Bound[]], unknown>(text)
    if (raw) statement.raw(true)
    known = { statement, names }
    statements.set(key, known)
  }
  return known
}

/** The values in the order of their places. A name without a value is a mistake: bound by place it would be NULL. */
function inOrder(names: readonly string[], parameters: Parameters): Bound[] {
  const values = new Array<Bound>(names.length)
  for (let place = 0; place < names.length; place += 1) {
    const value = parameters[names[place]!]
    if (value === undefined) throw new RangeError(`no value for :${names[place]}`)
    values[place] = value
  }
  return values
}

function timed<Value>(db: Database, sql: string, run: () => Value): Value {
  const listener = listeners.get(db)
  if (listener === undefined) return run()
  const began = listener.ticks()
  const value = run()
  const milliseconds = listener.ticks() - began
  if (milliseconds > slowMilliseconds) listener.onSlow({ sql, milliseconds })
  return value
}

// The casts below are the border between SQL and types: a row has the columns its SELECT names, and the tests read each statement once.

/** All rows of a query. */
export const readAll = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row[] =>
  timed(db, sql, () => {
    const { statement, names } = prepared(db, sql)
    return statement.all(inOrder(names, parameters)) as Row[]
  })

/** All rows of a query as arrays of their columns: for long scans. */
export const readArrays = <Row extends readonly Bound[]>(db: Database, sql: string, parameters: Parameters = {}): Row[] =>
  timed(db, sql, () => {
    const { statement, names } = prepared(db, sql, true)
    return statement.all(inOrder(names, parameters)) as Row[]
  })

/** The one row of a query, if there is one. */
export const readOne = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row | undefined =>
  timed(db, sql, () => {
    const { statement, names } = prepared(db, sql)
    return statement.get(inOrder(names, parameters)) as Row | undefined
  })

/** The rows of a query one by one, for what does not fit in memory. No other statement may write while it runs. */
export const iterate = <Row>(db: Database, sql: string, parameters: Parameters = {}): IterableIterator<Row> =>
  db.prepare<[Parameters], Row>(sql).iterate(parameters)

/** Takes the rows of a query one by one as arrays of their columns: for long scans that are kept in another form. `take` must not use the database. */
export const eachArray = <Row extends readonly Bound[]>(db: Database, sql: string, take: (row: Row) => void, parameters: Parameters = {}): void =>
  timed(db, sql, () => {
    const { statement, names } = prepared(db, sql, true)
    for (const row of statement.iterate(inOrder(names, parameters))) take(row as Row)
  })

/** Writes. @returns the number of rows changed and the id of the last row added. */
export const write = (db: Database, sql: string, parameters: Parameters = {}): { readonly changes: number; readonly id: number } =>
  timed(db, sql, () => {
    const { statement, names } = prepared(db, sql)
    const { changes, lastInsertRowid } = statement.run(inOrder(names, parameters))
    return { changes, id: Number(lastInsertRowid) }
  })

/** How many rows this connection has written since it was opened. */
export const totalChanges = (db: Database): number => readOne<{ total: number }>(db, 'SELECT total_changes() AS total')!.total

/** What is done around the transactions of a connection: a condition each must meet, asked inside of it, and what follows the first that is written. */
interface Guard {
  readonly check: () => void
  readonly written: () => void
}

const guards = new WeakMap<Database, Guard>()

/** Guards the transactions of a connection, in addition to earlier guards. */
export function guardTransactions(db: Database, { check = () => {}, written = () => {} }: Partial<Guard>): void {
  const before = guards.get(db)
  guards.set(db, {
    check: () => {
      before?.check()
      check()
    },
    written: () => {
      before?.written()
      written()
    },
  })
}

/** All of it or nothing. Inside another transaction it becomes a savepoint. */
export function transaction<Value>(db: Database, work: () => Value): Value {
  const guard = db.inTransaction ? undefined : guards.get(db)
  if (guard === undefined) return db.transaction(work).immediate()
  const value = db
    .transaction(() => {
      guard.check()
      return work()
    })
    .immediate()
  guard.written()
  return value
}

/** Reads several things as they were at one moment, whatever others write meanwhile. */
export const snapshot = <Value>(db: Database, work: () => Value): Value => (db.inTransaction ? work() : db.transaction(work).deferred())
