import { gunzipSync } from 'node:zlib'
import type { JsonObject } from '../../../shared/model/json'

/** 16 MiB of bits are 134 million credentials; a list that unpacks to more is hostile. */
const bitsLimitBytes = 16 * 1024 * 1024
const textLimit = 24 * 1024 * 1024

const unpacked = new WeakMap<JsonObject, Buffer | null>()

/** The bits of a list's subject, unpacked once; null where `encodedList` is no packed list or unpacks to too much. */
export function bitsOf(subject: JsonObject): Buffer | null {
  const known = unpacked.get(subject)
  if (known !== undefined) return known
  const encoded = subject.encodedList
  const bits = typeof encoded === 'string' ? unpack(encoded) : null
  unpacked.set(subject, bits)
  return bits
}

/** `encodedList`: gzip in base64url, with the multibase letter `u` (Bitstring Status List) or without (StatusList2021). */
function unpack(encoded: string): Buffer | null {
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded
  if (text.length > textLimit || !/^[A-Za-z0-9_+/-]+={0,2}$/.test(text)) return null
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: bitsLimitBytes })
  } catch {
    // zlib throws for what is no gzip, for a wrong checksum and beyond the limit.
    return null
  }
}

/** The bit at an index; bit 0 is the most significant bit of byte 0. Undefined beyond the list. @source Bitstring Status List 1.0, section 3.2 */
export function bitAt(bits: Buffer, index: number): boolean | undefined {
  const byte = bits[Math.floor(index / 8)]
  return byte === undefined ? undefined : (byte & (0x80 >> (index % 8))) !== 0
}

/** No list has entries of more bits. */
const widest = 32

/**
 * How many bits an entry has, from text or number. 1 where it is not given, null for what is no width.
 *
 * @source Bitstring Status List 1.0, section 2.1 (`statusSize`)
 */
export function readSize(value: unknown): number | null {
  if (value === undefined || value === null) return 1
  const size = readIndex(value)
  return size !== null && size > 0 && size <= widest ? size : null
}

/**
 * Is any bit of an entry set, where every entry of the list takes `size` bits? Zero alone is valid. Undefined where the list ends before the entry does.
 *
 * @source Bitstring Status List 1.0, section 3.2 (the position is the index multiplied by the size)
 */
export function isSetAt(bits: Buffer, index: number, size: number): boolean | undefined {
  const entry = Array.from({ length: size }, (_, offset) => bitAt(bits, index * size + offset))
  return entry.includes(undefined) ? undefined : entry.includes(true)
}

/** An index as it is written, as text or as a number; null for anything that is no whole number from 0 on. */
export function readIndex(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null
  if (typeof value !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(value)) return null
  return Number(value)
}
