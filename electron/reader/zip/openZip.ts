import { failure, type Result, success } from '../../../shared/model/problem'
import { readDirectory } from './directory'
import { findEndRecord } from './endRecord'
import { inMemory, type RandomAccess } from './source'
import { unpack } from './unpack'

/** One file in an archive. Its name is a label, never a path. */
export interface ZipEntry {
  readonly name: string
  /** Bytes once unpacked, as the archive claims. */
  readonly size: number
  /**
   * Unpacks the entry now. Fails with `zip.encrypted`, `zip.unsupported-compression`, `zip.ratio`, `file.too-large` or `zip.broken`; other entries
   * may still be read.
   */
  bytes(): Result<Uint8Array>
}

/** Do the bytes begin as a ZIP does, an empty one included? */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

/** The files of a ZIP, each made when it is asked for. */
export interface ZipArchive {
  readonly count: number
  /** @returns Undefined beyond the last. */
  entry(place: number): ZipEntry | undefined
}

/**
 * The files of a ZIP. Folders are left out; nothing is unpacked yet.
 *
 * @param input The whole archive, or a function that reads pieces of it.
 * @returns `zip.broken`, `zip.too-many-entries` or `zip.overlap` where the archive as a whole is unsafe.
 * @source APPNOTE.TXT 6.3.10
 */
export function openArchive(input: Uint8Array | RandomAccess): Result<ZipArchive> {
  const file = input instanceof Uint8Array ? inMemory(input) : input
  const end = findEndRecord(file)
  if (!end.ok) return end
  const directory = readDirectory(file, end.value)
  if (!directory.ok) return failure(directory.problem)
  const account = { packed: 0, unpacked: 0 }
  return success({
    count: directory.value.count,
    entry: (place) => {
      const found = directory.value.entry(place)
      return found && { name: found.name, size: found.size, bytes: () => unpack(file, found, account) }
    },
  })
}

/** As `openArchive`, as a list of all files. */
export function openZip(input: Uint8Array | RandomAccess): Result<readonly ZipEntry[]> {
  const opened = openArchive(input)
  return opened.ok ? success([...entriesOf(opened.value)]) : opened
}

/** The files of an archive, one after the other. */
export function* entriesOf(archive: ZipArchive): Generator<ZipEntry> {
  for (let place = 0; place < archive.count; place++) {
    const entry = archive.entry(place)
    if (entry) yield entry
  }
}
