import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { encodeCp932 } from '../cp932'

/** A file in an archive; `name` ends in `/` for a folder. */
export interface ArchiveEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 20 November 2026, 09:00, in the form of DOS: the same in every archive. */
const dosTime = 9 << 11
const dosDate = ((2026 - 1980) << 9) | (11 << 5) | 20

function fields(...values: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of values) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value >>> 0, at)
  return bytes
}

/**
 * A ZIP as Windows Explorer writes it in Japan: names in CP932 without the UTF-8 flag, which common libraries cannot write.
 * At most 65,535 entries fit the classic directory; beyond that its count is given by the ZIP64 records.
 *
 * @param compress Whether files are deflated; pictures and large bundles are stored as they are.
 * @source ZIP APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.14–4.3.16
 */
export function writeArchive(entries: readonly ArchiveEntry[], compress: (name: string) => boolean): Uint8Array {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const encoded = encodeCp932(name)
    const deflated = compress(name) && bytes.length > 64
    const body = deflated ? deflateSync(bytes, { level: 6 }) : bytes
    const common = fields(
      [2, 20],
      [2, 0],
      [2, deflated ? 8 : 0],
      [2, dosTime],
      [2, dosDate],
      [4, crc32(bytes)],
      [4, body.length],
      [4, bytes.length],
      [2, encoded.length],
      [2, 0],
    )
    local.push(fields([4, 0x04034b50]), common, encoded, body)
    const attributes = name.endsWith('/') ? 0x10 : 0x20
    central.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, attributes], [4, offset]), encoded)
    offset += 4 + common.length + encoded.length + body.length
  }
  const directory = Buffer.concat(central)
  const many = entries.length > 0xfffe
  const zip64 = many ? zip64Records(entries.length, directory.length, offset) : new Uint8Array()
  const count = many ? 0xffff : entries.length
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset], [2, 0])
  return Buffer.concat([...local, directory, zip64, end])
}

function zip64Records(count: number, size: number, offset: number): Uint8Array {
  const wide = (value: number): readonly (readonly [4, number])[] => [
    [4, value],
    [4, Math.floor(value / 2 ** 32)],
  ]
  const record = fields([4, 0x06064b50], ...wide(44), [2, 45], [2, 45], [4, 0], [4, 0], ...wide(count), ...wide(count), ...wide(size), ...wide(offset))
  return Buffer.concat([record, fields([4, 0x07064b50], [4, 0], ...wide(offset + size), [4, 1])])
}
