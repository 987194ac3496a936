import { statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { isSpecial, notAFile } from './openRegular'
import { ownerOnly } from './ownerOnly'
import { problemOf } from './problemOf'

/**
 * Writes a whole file or nothing: first to a temporary file beside it, flushed to the disk, then renamed over the old one. An existing file of that name is
 * unchanged until the rename. A pipe, device or socket is refused: the rename would replace it. Only the owner may read the file: it contains lists of people.
 */
export async function writeWhole(path: string, ...parts: readonly Uint8Array[]): Promise<Result<null>> {
  // The name is cut: it may be as long as the file system allows, and the temporary one is longer.
  const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}.part`)
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found !== undefined && isSpecial(found)) return failure(notAFile(path))
    const file = await open(temporary, 'w', ownerOnly.file)
    try {
      for (const part of parts) await file.writeFile(part) // Each goes on where the one before ended.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return success(null)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {}) // It may not exist; the first error is the one to report.
    return { ok: false, problem: problemOf(error, path, 'write') }
  }
}
