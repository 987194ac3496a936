const quote = 0x22
const backslash = 0x5c

/** What one quick pass over the text shows. */
export interface Scan {
  readonly depth: number
  /** Colons outside of strings. */
  readonly members: number
  /** Objects and arrays opened, and commas, outside of strings: about as many as there are values. */
  readonly values: number
  /** Something stands in the text that deserves the slow look: an escape that may be a surrogate, a long number, a forbidden name. */
  readonly unusual: boolean
}

/** Where does the string that opens at `start` close? The end of the text where it does not. */
export function closingQuote(text: string, start: number): number {
  let end = start
  for (;;) {
    end = text.indexOf('"', end + 1)
    if (end === -1) return text.length
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === backslash) backslashes++
    if (backslashes % 2 === 0) return end
  }
}

/**
 * Is there anything in this JSON text that needs a closer look? One pass, no value built, for text of any kind (it need not be JSON).
 * Never calls an unusual text usual; may call a usual one unusual.
 */
export function scan(text: string): Scan {
  let depth = 0
  let deepest = 0
  let members = 0
  let values = 0
  // "__proto__" may be spelled with escapes; \u makes surrogates. Both are rare enough to be looked at closely.
  let unusual = text.includes('\\u') || text.includes('__proto__') || !text.isWellFormed()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = closingQuote(text, at)
    else if (code === 0x7b || code === 0x5b) {
      depth++
      values++
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth--
    else if (code === 0x3a) members++
    else if (code >= 0x30 && code <= 0x39) {
      const start = at
      while (isNumberCode(text.charCodeAt(at + 1))) at++
      // Fifteen characters hold no integer beyond 2^53, unless there is an exponent.
      if (at - start >= 15 || /[eE]/.test(text.slice(start, at + 1))) unusual = true
    } else if (code === 0x2c) values++
  }
  return { depth: deepest, members, values, unusual }
}

/** Digits, point, exponent and its sign. */
const isNumberCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x65 || code === 0x45 || code === 0x2b || code === 0x2d
