import { closeSync, constants, fstatSync, openSync, type Stats, statSync } from 'node:fs'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'

/** Is it a pipe, a device or a socket? Opening or reading one may never end. A folder is none: the system refuses it by itself. */
export const isSpecial = (found: Pick<Stats, 'isFile' | 'isDirectory'>): boolean => !found.isFile() && !found.isDirectory()

export const notAFile = (path: string): Problem => ({ code: 'path.not-a-file', detail: path })

/** For reading, without waiting for a writer: what was a file a moment ago may be a pipe now. Windows has no such flag, and no such files. */
export const readFlags: number = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A descriptor of a file for reading; a pipe, device or socket is not opened. Throws what the file system throws. */
export function openRegular(path: string): Result<number> {
  if (isSpecial(statSync(path))) return failure(notAFile(path))
  const descriptor = openSync(path, readFlags)
  if (!isSpecial(fstatSync(descriptor))) return success(descriptor)
  closeSync(descriptor)
  return failure(notAFile(path))
}
