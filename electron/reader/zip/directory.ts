import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import type { EndRecord } from './endRecord'
import { entryName, extraField } from './entryName'
import { type RandomAccess, view } from './source'

/** One entry of the central directory. Sizes are bytes, offsets count from the start of the file. */
export interface DirectoryEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
  readonly isFolder: boolean
}

const entrySignature = 0x02014b50
const entrySize = 46
export const localHeaderSize = 30
const zip64Field = 0x0001
const unknown32 = 0xffffffff

/** The files of an archive, in the order of the directory. An entry is parsed when it is asked for: a hundred thousand objects would fill the memory. */
export interface Directory {
  readonly count: number
  entry(place: number): DirectoryEntry | undefined
}

/**
 * All files of the archive; folders are left out, but checked like files.
 * @source APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.5.3
 */
export function readDirectory(file: RandomAccess, end: EndRecord): Result<Directory> {
  if (end.entries > limits.zipEntries) return failure({ code: 'zip.too-many-entries', detail: String(end.entries) })
  if (end.directorySize > limits.zipDirectoryBytes) return failure({ code: 'zip.too-many-entries' })
  const bytes = file.read(end.directoryOffset, end.directorySize)
  const numbers = view(bytes)
  const starts: number[] = []
  const taken: [from: number, to: number][] = []
  for (let at = 0; at + entrySize <= bytes.length; ) {
    if (numbers.getUint32(at, true) !== entrySignature) break
    if (taken.length === limits.zipEntries) return failure({ code: 'zip.too-many-entries' })
    const next = at + entrySize + numbers.getUint16(at + 28, true) + numbers.getUint16(at + 30, true) + numbers.getUint16(at + 32, true)
    if (next > bytes.length) return failure({ code: 'zip.broken' })
    const entry = readEntry(bytes, at, end.prefix)
    const to = entry && entry.offset + localHeaderSize + entry.packedSize
    if (!entry || to === null || to > end.directoryOffset) return failure({ code: 'zip.broken' })
    taken.push([entry.offset, to])
    if (!entry.isFolder) starts.push(at)
    at = next
  }
  // The 16-bit count of a large archive wraps around in some programs.
  if (taken.length !== end.entries && taken.length % 0x10000 !== end.entries) return failure({ code: 'zip.broken' })
  if (overlaps(taken)) return failure({ code: 'zip.overlap' })
  const places = Uint32Array.from(starts)
  return success({
    count: places.length,
    entry: (place) => {
      const at = places[place]
      return at === undefined ? undefined : (readEntry(bytes, at, end.prefix) ?? undefined)
    },
  })
}

function readEntry(bytes: Uint8Array, at: number, prefix: number): DirectoryEntry | null {
  const numbers = view(bytes)
  const nameEnd = at + entrySize + numbers.getUint16(at + 28, true)
  const extraEnd = nameEnd + numbers.getUint16(at + 30, true)
  const flags = numbers.getUint16(at + 8, true)
  const extra = bytes.subarray(nameEnd, extraEnd)
  const name = entryName(bytes.subarray(at + entrySize, nameEnd), flags, extra)
  // The 64-bit field holds only the numbers that are "unknown" in the 32-bit places, in this order.
  const wide = [numbers.getUint32(at + 24, true), numbers.getUint32(at + 20, true), numbers.getUint32(at + 42, true)]
  const field = extraField(extra, zip64Field)
  let taken = 0
  for (const [index, value] of wide.entries()) {
    if (value !== unknown32 || !field) continue
    if (taken + 8 > field.length) return null
    wide[index] = Number(view(field).getBigUint64(taken, true))
    taken += 8
  }
  const [size = 0, packedSize = 0, offset = 0] = wide
  return {
    name,
    flags,
    method: numbers.getUint16(at + 10, true),
    checksum: numbers.getUint32(at + 16, true),
    packedSize,
    size,
    offset: offset + prefix,
    isFolder: name.endsWith('/') || (name.endsWith('\\') && size === 0),
  }
}

/** Do two entries share bytes? Then a small file can unpack to anything. Local headers repeat the name, so each entry takes at least its fixed header and its data. */
function overlaps(taken: readonly (readonly [from: number, to: number])[]): boolean {
  const ordered = taken.toSorted(([one], [other]) => one - other)
  return ordered.some(([, to], index) => {
    const next = ordered[index + 1]
    return next !== undefined && next[0] < to
  })
}
