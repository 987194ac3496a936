import { withLastAnswer } from '../withLastAnswer'

/** The text before, between or after the points of a compact JWS. */
export interface JwsPart {
  readonly text: string
  /** The bytes of the text as base64url; other characters are skipped. */
  readonly bytes: Buffer
  /** Is the text the canonical base64url of its bytes: no padding, no other letters, no spare bits? @source RFC 7515, section 2; RFC 4648, section 3.5 */
  readonly isExact: boolean
}

/** One part with its bytes. Node writes the canonical base64url. */
export function jwsPart(text: string): JwsPart {
  const bytes = Buffer.from(text, 'base64url')
  return { text, bytes, isExact: bytes.toString('base64url') === text }
}

/** The part before the first point comes first; without a point it is the only one. */
type JwsParts = readonly [JwsPart, ...(readonly JwsPart[])]

/**
 * The parts of a text at its points: three where it is a compact JWS. Of a text with more points the first four are given. Reader, parser and verifier ask
 * about the same token one after the other.
 * @source RFC 7515, section 7.1
 */
export const jwsParts = withLastAnswer(
  (text: string): JwsParts => {
    const [first = '', ...others] = text.split('.', 4)
    return [jwsPart(first), ...others.map(jwsPart)]
  },
  (text) => text,
)
