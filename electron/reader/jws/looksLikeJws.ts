/**
 * Has the text the form of a compact JWS: three base64url parts, of which the first begins a JSON object? The signature may be missing (`alg: none`):
 * that is for the verifier to judge.
 * @source RFC 7515, section 7.1
 */
export function looksLikeJws(text: string): boolean {
  const [header = '', payload, signature, more] = text.split('.', 4)
  if (header === '' || payload === undefined || signature === undefined || more !== undefined) return false
  if (![header, payload, signature].every(isBase64url)) return false
  return Buffer.from(header, 'base64url').toString('latin1').trimStart().startsWith('{')
}

/** Nothing but letters of base64url? What the engine reads and writes again as it stood is; anything else is looked at letter by letter, which takes longer. */
const isBase64url = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part || /^[A-Za-z0-9_-]*$/.test(part)
