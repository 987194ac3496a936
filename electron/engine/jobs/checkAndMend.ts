import { join } from 'node:path'
import { type Result, success } from '../../../shared/model/problem'
import { closeDatabase, type DamagedOriginal, damagedOriginals, databaseName, openCopy, restoreOriginals, type TableFault } from '../../store'
import type { Engine } from '../handler'
import { checkDatabase } from './checkDatabase'
import { verifyAgain } from './verifyAgain'

/**
 * Mends damaged originals from a copy of a data folder, and verifies the badges again that came from them.
 *
 * @returns how many were mended; what keeps the copy from being read.
 */
async function mendFrom(engine: Engine, folder: string): Promise<Result<number>> {
  const copy = openCopy(join(folder, databaseName))
  if (!copy.ok) return copy
  const before = damagedOriginals(engine.db)
  const mended = restoreOriginals(engine.db, copy.value)
  closeDatabase(copy.value)
  if (!mended.ok) return mended
  const left = new Set(damagedOriginals(engine.db).map(({ sha256 }) => sha256))
  const credentialIds = new Set(before.flatMap(({ sha256, credentialId }) => (left.has(sha256) || credentialId === null ? [] : [credentialId])))
  if (credentialIds.size === 0) return mended
  const again = await verifyAgain(engine, { why: 'documents', credentialIds })
  return again.ok ? success(mended.value) : again
}

/** What is wrong with the stored data, and what was mended. */
export interface CheckedAndMended {
  readonly tables: readonly TableFault[]
  /** Originals that are damaged still, a line for each credential that came from them. */
  readonly damaged: readonly DamagedOriginal[]
  /** The first row of the audit log that was changed, put in or is missing; null where there is none. */
  readonly audit: number | null
  /** How many originals were mended. */
  readonly mended: number
}

/** Checks the whole database, and mends damaged originals from a copy of the data folder where one is given. */
export async function checkAndMend(engine: Engine, from: string | null): Promise<Result<CheckedAndMended>> {
  const checked = await checkDatabase(engine)
  if (!checked.ok) return checked
  const mended = from === null ? success(0) : await mendFrom(engine, from)
  const { tables, audit } = checked.value
  return mended.ok ? success({ tables, audit, damaged: damagedOriginals(engine.db), mended: mended.value }) : mended
}
