import type { Problem } from '../../shared/model/problem'

const codes: Readonly<Record<string, Problem['code']>> = {
  ENOENT: 'path.not-found',
  ENOTDIR: 'path.not-found',
  ENAMETOOLONG: 'path.not-found',
  ELOOP: 'path.not-found',
  EISDIR: 'path.is-folder',
  EACCES: 'path.not-readable',
  EPERM: 'path.not-readable',
  EIO: 'path.not-readable',
  EEXIST: 'path.not-writable',
  ERR_FS_FILE_TOO_LARGE: 'file.too-large',
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EFBIG: 'disk.full',
  EROFS: 'path.not-writable',
  EBUSY: 'path.in-use',
  ETXTBSY: 'path.in-use',
}

const errno = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null)

/**
 * The problem behind an error of the file system. An error that is none of the expected ones is thrown on:
 * it is a fault of the program, not of the file.
 */
export function problemOf(error: unknown, path: string, doing: 'read' | 'write'): Problem {
  const code = errno(error)
  const known = code === null ? undefined : codes[code]
  if (known === undefined) throw error
  // Where a folder was to be and a file stands, there is a place, but none to write to.
  if (doing === 'write' && code === 'ENOTDIR') return { code: 'path.not-writable', detail: path }
  // Windows answers EPERM or EACCES for a file that Excel holds open; on writing, both are told apart from a missing right by nothing.
  if (doing === 'write' && known === 'path.not-readable') return { code: process.platform === 'win32' ? 'path.in-use' : 'path.not-writable', detail: path }
  return { code: known, detail: path }
}
