import { open, stat } from 'node:fs/promises'
import { failure, type Result, success } from '../../shared/model/problem'
import { isSpecial, notAFile, readFlags } from './openRegular'
import { problemOf } from './problemOf'

/** Reads a whole file; a problem where it cannot be read. A pipe, device or socket is not opened: reading it might never end. */
export async function readWhole(path: string): Promise<Result<Uint8Array>> {
  try {
    if (isSpecial(await stat(path))) return failure(notAFile(path))
    const file = await open(path, readFlags)
    try {
      if (isSpecial(await file.stat())) return failure(notAFile(path))
      return success(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    return failure(problemOf(error, path, 'read'))
  }
}
