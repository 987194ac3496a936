import { crc32, inflateRawSync } from 'node:zlib'
import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { type DirectoryEntry, localHeaderSize } from './directory'
import { type RandomAccess, view } from './source'

/** Packed and unpacked bytes of one archive so far. */
export interface UnpackAccount {
  packed: number
  unpacked: number
}

const localSignature = 0x04034b50
const encryptedFlag = 0x0001
const stored = 0
const deflated = 8

/**
 * The bytes of one entry. Limits apply to the unpacked bytes, not to the sizes in the archive.
 * @source APPNOTE.TXT 6.3.10, sections 4.3.7, 4.4.4, 4.4.5
 */
export function unpack(file: RandomAccess, entry: DirectoryEntry, account: UnpackAccount): Result<Uint8Array> {
  if (entry.flags & encryptedFlag) return failure({ code: 'zip.encrypted' })
  if (entry.method !== stored && entry.method !== deflated) return failure({ code: 'zip.unsupported-compression', detail: String(entry.method) })
  if (entry.size > limits.zipEntryBytes || entry.packedSize > limits.zipEntryBytes) return failure({ code: 'file.too-large' })
  const header = file.read(entry.offset, localHeaderSize)
  if (header.length < localHeaderSize || view(header).getUint32(0, true) !== localSignature) return failure({ code: 'zip.broken' })
  const start = entry.offset + localHeaderSize + view(header).getUint16(26, true) + view(header).getUint16(28, true)
  const packed = file.read(start, entry.packedSize)
  if (packed.length !== entry.packedSize) return failure({ code: 'zip.broken' })
  account.packed += packed.length
  const allowed = Math.max(limits.zipRatioFreeBytes, limits.zipRatio * account.packed) - account.unpacked
  const unpacked = entry.method === stored ? success(packed) : inflate(packed, entry.size, allowed)
  if (!unpacked.ok) return unpacked
  account.unpacked += unpacked.value.length
  const whole = unpacked.value.length === entry.size && crc32(unpacked.value) === entry.checksum
  return whole ? unpacked : failure({ code: 'zip.broken' })
}

/** A deflated stream grows at most by this factor: a match of 258 bytes takes two bits. @source RFC 1951, section 3.2.5 */
const mostGrowth = 1032
/** Memory allocated at once for an entry; larger ones get more piece by piece. */
const mostRoom = 1024 * 1024
/** The least memory zlib accepts. */
const leastRoom = 64

/** @param claimed Bytes by the archive: one more is allocated, so that an entry that ends there is complete in one step. */
function inflate(packed: Uint8Array, claimed: number, allowed: number): Result<Uint8Array> {
  const most = Math.max(1, Math.min(allowed, limits.zipEntryBytes))
  const room = Math.max(leastRoom, Math.min(claimed + 1, mostGrowth * packed.length, mostRoom))
  try {
    return success(inflateRawSync(packed, { maxOutputLength: most, chunkSize: room }))
  } catch (error) {
    // zlib throws for a damaged stream, and with this code for one beyond the limit.
    const tooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (!tooLong) return failure({ code: 'zip.broken' })
    return failure({ code: most === limits.zipEntryBytes ? 'file.too-large' : 'zip.ratio' })
  }
}
