import { statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { isSpecial, notAFile } from './openRegular'
import { ownerOnly } from './ownerOnly'
import { problemOf } from './problemOf'

/**
 * Writes a file whole or not at all: to a neighbour first, forced to the disk, then renamed over the old one.
 * A file of that name that stood there before is untouched until the rename. A pipe, device or socket is refused: the rename would take its place. Only its
 * owner may read it: what is written here are lists of people.
 */
export async function writeWhole(path: string, ...parts: readonly Uint8Array[]): Promise<Result<null>> {
  // Cut short: a name may be as long as the file system allows, and its neighbour's is longer.
  const neighbour = join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}.part`)
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found !== undefined && isSpecial(found)) return failure(notAFile(path))
    const file = await open(neighbour, 'w', ownerOnly.file)
    try {
      for (const part of parts) await file.writeFile(part) // Each goes on where the one before ended.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(neighbour, path)
    return success(null)
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => {}) // The neighbour may never have come to be; the first error is the one to tell.
    return { ok: false, problem: problemOf(error, path, 'write') }
  }
}
