import type { Database as Connection, Statement } from 'better-sqlite3'

/** The open database. Every function of the store takes it first. */
export type Database = Connection

/** A value of a named parameter. */
export type Bound = string | number | null | Uint8Array

/** A prepared statement with its parameters by position, and their names in that order. */
export interface Prepared {
  readonly statement: Statement<[readonly Bound[]], unknown>
  readonly names: readonly string[]
}

/** Called with each statement that took longer than `slowMilliseconds`, for the log. */
export interface SlowListener {
  /** A monotonic clock in milliseconds. */
  readonly ticks: () => number
  readonly onSlow: (slow: { readonly sql: string; readonly milliseconds: number }) => void
}

/** What is done around the transactions of a connection. */
export interface Guard {
  /** A condition each transaction must meet, checked inside it. */
  readonly check: () => void
  /** Called after each transaction that was written. */
  readonly written: () => void
}

/** What the store remembers of one connection besides the database itself. */
export interface ConnectionState {
  /** By SQL text. */
  readonly statements: Map<string, Prepared>
  slowListener: SlowListener | null
  readonly guards: Guard[]
  /** The jobs this connection has claimed, and the token of their owner; null before the first claim. */
  claims: { readonly token: string; readonly jobs: Set<string> } | null
  /** The right to remove a database that was made with this connection; null where there is none. */
  beginning: { isOurs(): boolean; end(): void } | null
}

const states = new WeakMap<Database, ConnectionState>()

/** The state of a connection, made when it is first asked for. */
export function stateOf(db: Database): ConnectionState {
  const known = states.get(db)
  if (known !== undefined) return known
  const state: ConnectionState = { statements: new Map(), slowListener: null, guards: [], claims: null, beginning: null }
  states.set(db, state)
  return state
}
