import { crc32 } from 'node:zlib'
import { decodeCp932 } from '../text/cp932'
import { strictUtf8 } from '../text/decodeText'
import { view } from './source'

const utf8Flag = 0x0800
const unicodePathField = 0x7075

/**
 * The name of an entry, as a label for people.
 *
 * The UTF-8 flag decides; then Info-ZIP's Unicode path, if it still belongs to this name; then UTF-8 wherever the bytes are valid UTF-8 (macOS sets no flag);
 * else CP932, as Windows Explorer writes it. A 0x5C that is the second byte of a CP932 character is part of that character: the name is not split at
 * separators, before or after decoding.
 *
 * @source APPNOTE.TXT 6.3.10, section 4.4.4 bit 11, appendix D, section 4.6.9
 */
export function entryName(raw: Uint8Array, flags: number, extra: Uint8Array): string {
  const utf8 = strictUtf8(raw)
  if (flags & utf8Flag && utf8 !== null) return utf8
  return unicodePath(raw, extra) ?? utf8 ?? decodeCp932(raw)
}

/** The data of one extra field, or null where it is absent or cut short. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  const numbers = view(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = numbers.getUint16(at + 2, true)
    if (at + 4 + length > extra.length) return null
    if (numbers.getUint16(at, true) === id) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return null
}

function unicodePath(raw: Uint8Array, extra: Uint8Array): string | null {
  const field = extraField(extra, unicodePathField)
  if (!field || field.length < 6 || field[0] !== 1) return null
  return view(field).getUint32(1, true) === crc32(raw) ? strictUtf8(field.subarray(5)) : null
}
