import { closeSync, constants, fstatSync, openSync, type Stats, statSync } from 'node:fs'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'

/** Is it a pipe, a device or a socket? Opening or reading one may never end. A folder is not special: the system refuses to read it. */
export const isSpecial = (found: Pick<Stats, 'isFile' | 'isDirectory'>): boolean => !found.isFile() && !found.isDirectory()

/** The problem of a pipe, device or socket. */
export const notAFile = (path: string): Problem => ({ code: 'path.not-a-file', detail: path })

/** Flags for reading without waiting for a writer: what was a file may have become a pipe. Windows has neither the flag nor such files. */
export const readFlags: number = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Opens a file for reading. @returns its descriptor; a pipe, device or socket is refused. Throws the errors of the file system. */
export function openRegular(path: string): Result<number> {
  if (isSpecial(statSync(path))) return failure(notAFile(path))
  const descriptor = openSync(path, readFlags)
  if (!isSpecial(fstatSync(descriptor))) return success(descriptor)
  closeSync(descriptor)
  return failure(notAFile(path))
}
