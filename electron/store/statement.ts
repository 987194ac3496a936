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

const cached = new WeakMap<Database, Map<string, Statement<[Parameters], unknown>>>()
const listeners = new WeakMap<Database, SlowListener>()

export const listenForSlow = (db: Database, listener: SlowListener): void => void listeners.set(db, listener)

function prepared(db: Database, sql: string, raw = false): Statement<[Parameters], unknown> {
  let statements = cached.get(db)
  if (statements === undefined) {
    statements = new Map()
    cached.set(db, statements)
  }
  const name = raw ? `raw ${sql}` : sql // Whether rows are arrays is a property of the statement itself.
  let statement = statements.get(name)
  if (statement === undefined) {
    statement = db.prepare<[Parameters], unknown>(sql)
    if (raw) statement.raw(true)
    statements.set(name, statement)
  }
  return statement
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
export const readAll = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row[] => timed(db, sql, () => prepared(db, sql).all(parameters) as Row[])

/** All rows of a query as arrays of their columns: for long scans. */
export const readArrays = <Row extends readonly Bound[]>(db: Database, sql: string, parameters: Parameters = {}): Row[] =>
  timed(db, sql, () => prepared(db, sql, true).all(parameters) as Row[])

/** The one row of a query, if there is one. */
export const readOne = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row | undefined =>
  timed(db, sql, () => prepared(db, sql).get(parameters) as Row | undefined)

/** The rows of a query one by one, for what does not fit in memory. No other statement may write while it runs. */
export const iterate = <Row>(db: Database, sql: string, parameters: Parameters = {}): IterableIterator<Row> =>
  db.prepare<[Parameters], Row>(sql).iterate(parameters)

/** Takes the rows of a query one by one as arrays of their columns: for long scans that are kept in another form. `take` must not use the database. */
export const eachArray = <Row extends readonly Bound[]>(db: Database, sql: string, take: (row: Row) => void, parameters: Parameters = {}): void =>
  timed(db, sql, () => {
    for (const row of prepared(db, sql, true).iterate(parameters)) take(row as Row)
  })

/** Writes. @returns the number of rows changed and the id of the last row added. */
export const write = (db: Database, sql: string, parameters: Parameters = {}): { readonly changes: number; readonly id: number } =>
  timed(db, sql, () => {
    const { changes, lastInsertRowid } = prepared(db, sql).run(parameters)
    return { changes, id: Number(lastInsertRowid) }
  })

/** All of it or nothing. Inside another transaction it becomes a savepoint. */
export const transaction = <Value>(db: Database, work: () => Value): Value => db.transaction(work).immediate()

/** Reads several things as they were at one moment, whatever others write meanwhile. */
export const snapshot = <Value>(db: Database, work: () => Value): Value => (db.inTransaction ? work() : db.transaction(work).deferred())
