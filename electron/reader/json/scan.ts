const quote = 0x22
const backslash = 0x5c

/** The result of one pass over the text before any value is built. */
export interface Scan {
  readonly depth: number
  /** Objects and arrays opened, and commas, outside of strings: about as many as there are values. */
  readonly values: number
}

/** @source RFC 8259, section 2 (ws) */
export const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** The end of the string that opens at `start`. The end of the text where it is not closed. */
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

/** The depth of the text, and about how many values it has. One pass, no value built, for text of any kind (it need not be JSON). */
export function scan(text: string): Scan {
  let depth = 0
  let deepest = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = closingQuote(text, at)
    else if (code === 0x7b || code === 0x5b) {
      depth++
      values++
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) depth--
    else if (code === 0x2c) values++
  }
  return { depth: deepest, values }
}
