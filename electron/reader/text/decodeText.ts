import { decodeCp932 } from './cp932'

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932'

/** Text with the encoding it was taken to be in. */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** Bytes of a long file that are checked for UTF-16 without a byte order mark. */
const guessBytes = 4096

/**
 * The text of the bytes of a text file.
 *
 * A byte order mark decides; then NUL bytes show UTF-16; then UTF-8 wherever the bytes are valid UTF-8; else CP932, unless UTF-8 explains more of the bytes (a
 * UTF-8 file with a broken character). Never fails: invalid bytes become U+FFFD, which the caller may look for.
 *
 * @source WHATWG Encoding Standard (UTF-8, UTF-16); code page 932 as in Windows
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: lenientUtf8(bytes.subarray(3)), encoding: 'utf-8-bom' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' }
  const guessed = guessUtf16(bytes)
  if (guessed) return { text: utf16(bytes, guessed), encoding: guessed }
  const utf8Text = strictUtf8(bytes)
  if (utf8Text !== null) return { text: utf8Text, encoding: 'utf-8' }
  const cp932 = decodeCp932(bytes)
  const utf8 = lenientUtf8(bytes)
  return replacements(utf8) < replacements(cp932) ? { text: utf8, encoding: 'utf-8' } : { text: cp932, encoding: 'cp932' }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of bytes that are valid UTF-8, else null. A byte order mark at the start stays in the text. */
export function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    // The decoder throws only for bytes that are no UTF-8.
    return null
  }
}

const lenientUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const utf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

const replacements = (text: string): number => text.split('\ufffd').length - 1

/** Text in UTF-16 has NUL bytes wherever there is a comma or a digit: in odd places if little-endian, in even ones if big-endian. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nulls: [number, number] = [0, 0]
  const length = Math.min(bytes.length, guessBytes)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nulls[at % 2 === 0 ? 0 : 1]++
  const [even, odd] = nulls
  if (even + odd === 0 || even + odd < length / 20 || bytes.length % 2 !== 0) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}
