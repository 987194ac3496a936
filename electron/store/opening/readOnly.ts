import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Connection, { SqliteError } from 'better-sqlite3'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { Database } from '../database/statement'

// Read by better-sqlite3 when it opens its first connection. Without it `file:` URIs are not understood, and `immutable` is a parameter of them.
process.env.SQLITE_USE_URI = '1'

/** May the database and its folder be written? Windows tells it only for files marked read-only; a refusal while opening is handled separately. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return false
    throw error
  }
}

/** Can SQLite neither make nor read its shared-memory file of readers? */
const hasNoSharedMemory = (error: unknown): boolean =>
  error instanceof SqliteError && ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM'].some((code) => error.code === code || error.code.startsWith(`${code}_`))

/**
 * Opens a database for reading alone. Where another program has it open, or the folder can be written, SQLite reads it with its journal. Where the
 * shared-memory file cannot be made, the database is opened as immutable; a journal that was not written back would be ignored then, and is refused.
 *
 * @returns `database.journal-left`
 * @source SQLite, "Write-Ahead Logging", "Read-Only Databases"; "Uniform Resource Identifiers", `immutable`
 */
export function connectReadOnly(path: string, timeout: number): Result<Database> {
  const plain = new Connection(path, { readonly: true, fileMustExist: true, timeout })
  try {
    plain.pragma('user_version')
    return success(plain)
  } catch (error) {
    plain.close()
    if (!hasNoSharedMemory(error)) throw error
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return failure({ code: 'database.journal-left', detail: path })
    return success(new Connection(`${pathToFileURL(resolve(path)).href}?immutable=1`, { readonly: true, fileMustExist: true, timeout }))
  }
}
