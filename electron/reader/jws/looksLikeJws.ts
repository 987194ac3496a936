/**
 * Has the text the form of a compact JWS: three base64url parts, of which the first begins a JSON object? The signature may be missing (`alg: none`):
 * that is for the verifier to judge.
 * @source RFC 7515, section 7.1
 */
export function looksLikeJws(text: string): boolean {
  if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/.test(text)) return false
  return Buffer.from(text.slice(0, text.indexOf('.')), 'base64url')
    .toString('latin1')
    .trimStart()
    .startsWith('{')
}
