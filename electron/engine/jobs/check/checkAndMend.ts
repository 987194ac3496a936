import { join } from 'node:path'
import { type Result, success } from '../../../../shared/model/problem'
import { closeDatabase, type DamagedOriginal, damagedOriginals, databaseName, openCopy, restoreOriginals, type TableFault } from '../../../store'
import type { Engine } from '../../handler'
import { reverify } from '../reverify/reverify'
import { checkDatabase } from './checkDatabase'

/**
 * Mends damaged originals from a copy of a data folder, and reverifies their badges.
 *
 * @returns how many were mended; the problem where the copy cannot be read.
 */
async function mendFrom(engine: Engine, folder: string): Promise<Result<number>> {
  const copy = openCopy(join(folder, databaseName))
  if (!copy.ok) return copy
  const before = damagedOriginals(engine.db)
  const mended = restoreOriginals(engine.db, copy.value)
  closeDatabase(copy.value)
  if (!mended.ok) return mended
  const stillDamaged = new Set(damagedOriginals(engine.db).map(({ sha256 }) => sha256))
  const credentialIds = new Set(before.flatMap(({ sha256, credentialId }) => (stillDamaged.has(sha256) || credentialId === null ? [] : [credentialId])))
  if (credentialIds.size === 0) return mended
  const reverified = await reverify(engine, { why: 'documents', credentialIds })
  return reverified.ok ? success(mended.value) : reverified
}

/** Faults of the stored data, and how many originals were mended. */
export interface CheckedAndMended {
  readonly tables: readonly TableFault[]
  /** Originals that are still damaged, one entry for each credential from them. */
  readonly damaged: readonly DamagedOriginal[]
  /** The first row of the audit log that was changed, put in or is missing; null where there is none. */
  readonly audit: number | null
  /** How many originals were mended. */
  readonly mended: number
}

/** Checks the whole database, and mends damaged originals where a copy of the data folder is given. */
export async function checkAndMend(engine: Engine, from: string | null): Promise<Result<CheckedAndMended>> {
  const checked = await checkDatabase(engine)
  if (!checked.ok) return checked
  const mended = from === null ? success(0) : await mendFrom(engine, from)
  const { tables, audit } = checked.value
  return mended.ok ? success({ tables, audit, damaged: damagedOriginals(engine.db), mended: mended.value }) : mended
}
