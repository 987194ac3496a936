import { type Bound, type ConnectionState, type Database, type Guard, type Prepared, type SlowListener, stateOf } from './connection'

export type { Bound, Database, SlowListener } from './connection'

export type Parameters = { readonly [name: string]: Bound }

/** A statement slower than this is reported. */
export const slowMilliseconds = 40

/** Reports slow statements of a connection from now on. */
export function listenForSlow(db: Database, listener: SlowListener): void {
  stateOf(db).slowListener = listener
}

/** Text in quotes, which may contain a colon, or a named parameter. */
const quotedOrNamed = /'[^']*'|:([A-Za-z]\w*)/g

/**
 * The statement with positional parameters, and their names in that order. Better-sqlite3 looks up a named parameter twice in the object, from C++: by position
 * a value costs half.
 */
function byPosition(sql: string): { readonly text: string; readonly names: readonly string[] } {
  const names: string[] = []
  const text = sql.replace(quotedOrNamed, (found: string, name: string | undefined) => {
    if (name === undefined) return found
    names.push(name)
    return '?'
  })
  return { text, names }
}

function prepared(db: Database, { statements }: ConnectionState, sql: string, raw: boolean): Prepared {
  const key = raw ? `raw ${sql}` : sql // Whether rows are arrays is a property of the statement itself.
  const known = statements.get(key)
  if (known !== undefined) return known
  const { text, names } = byPosition(sql)
  const statement = db.prepare<[readonly Bound[]], unknown>(text)
  if (raw) statement.raw(true)
  const made = { statement, names }
  statements.set(key, made)
  return made
}

/** The values by position. A name without a value is an error of the caller: by position it would become NULL. */
function inOrder(names: readonly string[], parameters: Parameters): Bound[] {
  const values = new Array<Bound>(names.length)
  for (let place = 0; place < names.length; place += 1) {
    const value = parameters[names[place]!]
    if (value === undefined) throw new RangeError(`no value for :${names[place]}`)
    values[place] = value
  }
  return values
}

/** Runs a prepared statement with its values, and reports it where it is slow. */
function run<Value>(db: Database, sql: string, parameters: Parameters, use: (statement: Prepared['statement'], values: Bound[]) => Value, raw = false): Value {
  const state = stateOf(db)
  const { slowListener } = state
  const began = slowListener?.ticks() ?? 0
  const { statement, names } = prepared(db, state, sql, raw)
  const value = use(statement, inOrder(names, parameters))
  if (slowListener === null) return value
  const milliseconds = slowListener.ticks() - began
  if (milliseconds > slowMilliseconds) slowListener.onSlow({ sql, milliseconds })
  return value
}

// The casts below are the border between SQL and types: a row has the columns its SELECT names, and the tests run each statement.

/** All rows of a query. */
export const readAll = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row[] =>
  run(db, sql, parameters, (statement, values) => statement.all(values) as Row[])

/** All rows of a query as arrays of their columns: for long scans. */
export const readArrays = <Row extends readonly Bound[]>(db: Database, sql: string, parameters: Parameters = {}): Row[] =>
  run(db, sql, parameters, (statement, values) => statement.all(values) as Row[], true)

/** The one row of a query; undefined where there is none. */
export const readOne = <Row>(db: Database, sql: string, parameters: Parameters = {}): Row | undefined =>
  run(db, sql, parameters, (statement, values) => statement.get(values) as Row | undefined)

/** The rows of a query one by one, for results that do not fit in memory. No other statement may write while it runs. */
export const iterate = <Row>(db: Database, sql: string, parameters: Parameters = {}): IterableIterator<Row> =>
  db.prepare<[Parameters], Row>(sql).iterate(parameters)

/** Passes the rows of a query one by one to `take`, as arrays of their columns: for long scans. `take` must not use the database. */
export const eachArray = <Row extends readonly Bound[]>(db: Database, sql: string, take: (row: Row) => void, parameters: Parameters = {}): void =>
  run(
    db,
    sql,
    parameters,
    (statement, values) => {
      for (const row of statement.iterate(values)) take(row as Row)
    },
    true,
  )

/** Writes. @returns the number of rows changed and the id of the last row added. */
export const write = (db: Database, sql: string, parameters: Parameters = {}): { readonly changes: number; readonly id: number } =>
  run(db, sql, parameters, (statement, values) => {
    const { changes, lastInsertRowid } = statement.run(values)
    return { changes, id: Number(lastInsertRowid) }
  })

/** How many rows this connection has written since it was opened. */
export const totalChanges = (db: Database): number => readOne<{ total: number }>(db, 'SELECT total_changes() AS total')!.total

/** Guards the transactions of a connection, in addition to earlier guards. */
export const guardTransactions = (db: Database, { check = () => {}, written = () => {} }: Partial<Guard>): void =>
  void stateOf(db).guards.push({ check, written })

/** Does the work in one transaction: all of it or nothing. Inside another transaction it is a savepoint. */
export function transaction<Value>(db: Database, work: () => Value): Value {
  const { guards } = stateOf(db)
  if (guards.length === 0 || db.inTransaction) return db.transaction(work).immediate()
  const value = db
    .transaction(() => {
      for (const { check } of guards) check()
      return work()
    })
    .immediate()
  for (const { written } of guards) written()
  return value
}

/** Reads several things in one read snapshot, whatever other connections write meanwhile. */
export const snapshot = <Value>(db: Database, work: () => Value): Value => (db.inTransaction ? work() : db.transaction(work).deferred())
