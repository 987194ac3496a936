import { SqliteError } from 'better-sqlite3'
import type { Problem, ProblemCode, Result } from '../../../shared/model/problem'
import { success } from '../../../shared/model/problem'

/** SQLite's primary result codes that are expected to happen in an office. Extended codes begin with them (`SQLITE_IOERR_WRITE`). */
const codes: readonly (readonly [string, ProblemCode])[] = [
  ['SQLITE_FULL', 'disk.full'],
  ['SQLITE_BUSY', 'database.locked'],
  ['SQLITE_LOCKED', 'database.locked'],
  ['SQLITE_PROTOCOL', 'database.locked'],
  ['SQLITE_CORRUPT', 'database.damaged'],
  ['SQLITE_NOTADB', 'database.damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'database.damaged'],
  ['SQLITE_READONLY', 'path.not-writable'],
  ['SQLITE_PERM', 'path.not-writable'],
  ['SQLITE_CANTOPEN', 'path.not-writable'],
  ['SQLITE_IOERR_WRITE', 'disk.full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk.full'],
  ['SQLITE_IOERR', 'path.not-readable'],
]

/**
 * Which expected problem is behind an error of the database?
 *
 * @returns null where it is none of them: then it is a fault of the program and must be thrown on.
 * @source SQLite, "Result and Error Codes"
 */
export function databaseProblem(error: unknown): Problem | null {
  if (!(error instanceof SqliteError)) return null
  const found = codes.find(([prefix]) => error.code === prefix || error.code.startsWith(`${prefix}_`))
  return found === undefined ? null : { code: found[1], detail: error.code }
}

/** Carries a problem out of a transaction: thrown, so that the transaction is rolled back. */
class Failed extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The value of a result. A failure is thrown: it rolls the transaction back and is the result of the `attempt` around it. */
export function required<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Failed(result.problem)
}

/** Does the work. Errors of the database that are expected in an office become a failure; any other error is thrown on. */
export function attempt<Value>(work: () => Value): Result<Value> {
  try {
    return success(work())
  } catch (error) {
    const problem = error instanceof Failed ? error.problem : databaseProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
