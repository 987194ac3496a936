import { crc32 } from 'node:zlib'
import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'

export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

/** Length, type and checksum around the data of each chunk. */
const overhead = 12

/**
 * The chunks of a PNG up to and with IEND; later bytes are no part of the picture. Every checksum is verified.
 * @returns `file.truncated` where it ends early, `png.bad-crc` where a chunk was changed, `file.too-large` where there are more chunks than any picture has.
 * @source PNG (Third Edition), sections 5.2, 5.3, 5.5
 */
export function readChunks(bytes: Uint8Array): Result<readonly Chunk[]> {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = pngSignature.length; at + overhead <= bytes.length; ) {
    if (chunks.length === limits.pngChunks) return failure({ code: 'file.too-large' })
    const length = numbers.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) break
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (numbers.getUint32(end) !== crc32(bytes.subarray(at + 4, end))) return failure({ code: 'png.bad-crc', detail: type })
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    if (type === 'IEND') return success(chunks)
    at = end + 4
  }
  return failure({ code: 'file.truncated' })
}
