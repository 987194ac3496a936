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

/** A part of larger work that came back as a problem: thrown, so that the whole is undone. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The value; what is none ends the transaction it is asked in, and is the answer of the `attempt` around that. */
export function required<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Refused(result.problem)
}

/** Does the work; what the database refuses for an expected reason comes back as a value, anything else is thrown on. */
export function attempt<Value>(work: () => Value): Result<Value> {
  try {
    return success(work())
  } catch (error) {
    const problem = error instanceof Refused ? error.problem : databaseProblem(error)
    if (problem === null) throw error
    return { ok: false, problem }
  }
}
