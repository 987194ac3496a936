import { mutate } from '../../fixtures/reader/mutate'
import { below, bytesOf, oneOf, type Random, someLength } from './choose'

const place = (bytes: Uint8Array, random: Random) => below(random, bytes.length + 1)

/** The bytes with a piece put in at a place. */
function insert(bytes: Uint8Array, piece: Uint8Array, random: Random): Uint8Array {
  const at = place(bytes, random)
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

/** Wrong lengths, as two, four or eight bytes in both orders. */
function hugeLength(random: Random): Buffer {
  const value = oneOf(random, [0xffffffff, 0x7fffffff, 0x80000000, 0x00ffffff, 0xffff, 0])
  const bytes = Buffer.alloc(oneOf(random, [2, 4, 8]), value === 0 ? 0 : 0xff)
  if (bytes.length > 2) random() < 0.5 ? bytes.writeUInt32BE(value) : bytes.writeUInt32LE(value)
  return bytes
}

const nests = ['[', '{"a":', '<g>', '<!--', '(', '"', '&a;', '<![CDATA[', 'PK\x03\x04', 'eyJ']

/** One fault for any kind of file; `other` is a second file to splice with. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const faults: readonly (() => Uint8Array)[] = [
    () => mutate(bytes, random),
    () => mutate(bytes, random),
    () => bytes.subarray(0, place(bytes, random)),
    () => Buffer.concat([bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))]),
    () => {
      const from = place(bytes, random)
      const piece = bytes.subarray(from, from + someLength(random, 4096))
      return insert(
        bytes,
        Buffer.concat(Array.from({ length: Math.min(someLength(random, 2000), Math.ceil(300_000 / (piece.length + 1))) }, () => piece)),
        random,
      )
    },
    () => {
      const changed = Buffer.from(bytes)
      hugeLength(random).copy(changed, place(bytes, random))
      return changed
    },
    () => insert(bytes, Buffer.alloc(someLength(random, 300_000), oneOf(random, [0, 0x20, 0x22, 0x2c, 0x30, 0x41, 0x5c, 0x7b, 0xff])), random),
    () => insert(bytes, bytesOf(oneOf(random, nests).repeat(someLength(random, 20_000))), random),
  ]
  return oneOf(random, faults)()
}
