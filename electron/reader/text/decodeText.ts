import { decodeCp932 } from './cp932'

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp'

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
 * UTF-8 file with a broken character) or EUC-JP explains all of them with usual characters. Never fails: invalid bytes become U+FFFD, which the caller may
 * look for.
 *
 * @source WHATWG Encoding Standard (UTF-8, UTF-16, EUC-JP); code page 932 as in Windows
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
  const eucJp = readEucJp(bytes, cp932)
  if (eucJp !== null) return { text: eucJp, encoding: 'euc-jp' }
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

const strictEucJp = new TextDecoder('euc-jp', { fatal: true })

/**
 * The text of bytes that are EUC-JP throughout and read as usual Japanese there, else null.
 * @param cp932 The same bytes as CP932: text of half-width kana alone is that, whatever else it could be.
 */
function readEucJp(bytes: Uint8Array, cp932: string): string | null {
  let text: string
  try {
    text = strictEucJp.decode(bytes)
  } catch {
    // The decoder throws for bytes that are no EUC-JP and for nothing else.
    return null
  }
  if (!/[^\0-\x7f\uff61-\uff9f]/.test(cp932)) return null
  let pairs = 0
  let usual = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    pairs++
    // Rows 1 to 5 (signs, letters, kana) and level 1 of JIS X 0208.
    if ((lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf)) usual++
    at += lead === 0x8f ? 2 : 1
  }
  return usual >= pairs * usualShare ? text : null
}

/** The share of usual characters from which on a text is taken for EUC-JP. */
const usualShare = 0.7

const lenientUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const utf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)

const replacements = (text: string): number => text.split('\ufffd').length - 1

/**
 * UTF-16 without a byte order mark: NUL bytes, and commas, tabs or line breaks as whole units. A NUL in the low byte says nothing (`　` is U+3000, 一 U+4E00),
 * while a delimiter read the wrong way round is a letter no Japanese text has.
 */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, guessBytes)
  if (bytes.length % 2 !== 0 || !head.includes(0)) return null
  const little = delimitersIn(head, 0)
  const big = delimitersIn(head, 1)
  if (little === big) return null
  const guessed = little > big ? 'utf-16le' : 'utf-16be'
  return hasControls(utf16(head, guessed)) ? null : guessed
}

/** How many units of UTF-16 are a delimiter, with the low byte first (0) or second (1). */
function delimitersIn(bytes: Uint8Array, low: 0 | 1): number {
  let count = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = bytes[at + low]
    if (bytes[at + 1 - low] === 0 && (unit === 0x2c || unit === 0x09 || unit === 0x0a || unit === 0x0d)) count++
  }
  return count
}

/** A NUL, or a control character other than those of lines and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const hasControls = (text: string): boolean => /[\0-\x08\x0e-\x1f]/.test(text)
