import { type JwsPart, jwsParts } from './jwsParts'

/**
 * Does the text have the form of a compact JWS: three base64url parts, of which the first begins a JSON object? The signature may be missing (`alg: none`): the
 * verifier decides about that.
 * @source RFC 7515, section 7.1
 */
export function looksLikeJws(text: string): boolean {
  const [header, ...others] = jwsParts(text)
  return others.length === 2 && isJwsHeader(header) && others.every(isBase64url)
}

/** Does the part begin a JSON object, as the header of every JWS does? */
export const isJwsHeader = (part: JwsPart): boolean => isBase64url(part) && part.bytes.toString('latin1').trimStart().startsWith('{')

/** Only characters of base64url? A part that is not canonical is checked character by character, which takes longer. */
const isBase64url = ({ isExact, text }: JwsPart): boolean => isExact || /^[A-Za-z0-9_-]*$/.test(text)
