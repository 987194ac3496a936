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
  // A file is where a folder should be: the path exists but cannot be written.
  if (doing === 'write' && code === 'ENOTDIR') return { code: 'path.not-writable', detail: path }
  // Windows answers EPERM or EACCES for a file that is open in Excel; when writing, that cannot be distinguished from a missing right.
  if (doing === 'write' && known === 'path.not-readable') return { code: process.platform === 'win32' ? 'path.in-use' : 'path.not-writable', detail: path }
  return { code: known, detail: path }
}
