/** What stands before, between and after the points of a compact JWS. */
export interface JwsPart {
  readonly text: string
  /** What the text says as base64url; characters that are none are passed over. */
  readonly bytes: Buffer
  /** Is the text written in the one way its bytes have: no padding, no other letters, no spare bits? @source RFC 7515, section 2; RFC 4648, section 3.5 */
  readonly isExact: boolean
}

/** One part, read. What the engine writes for the bytes is the one way they have. */
export function jwsPart(text: string): JwsPart {
  const bytes = Buffer.from(text, 'base64url')
  return { text, bytes, isExact: bytes.toString('base64url') === text }
}

/** What stood before the first point comes first; where there is no point, that is all. */
type JwsParts = readonly [JwsPart, ...(readonly JwsPart[])]

/** The text asked about last: reader, parser and verifier ask about the same token one after the other, and a text says the same each time. */
let last: { readonly text: string; readonly parts: JwsParts } = { text: '', parts: [jwsPart('')] }

/**
 * The parts of a text at its points: three where it is a compact JWS. Of a text with more points the first four are given.
 * @source RFC 7515, section 7.1
 */
export function jwsParts(text: string): JwsParts {
  if (text !== last.text) {
    const [first = '', ...others] = text.split('.', 4)
    last = { text, parts: [jwsPart(first), ...others.map(jwsPart)] }
  }
  return last.parts
}
