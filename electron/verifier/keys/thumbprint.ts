import { createHash } from 'node:crypto'
import type { PublicKey } from './key'

const thumbprintUri = 'urn:ietf:params:oauth:jwk-thumbprint:sha-256:'

/** The thumbprint that a name is by its form; null for any other name. @source RFC 7638, section 3; RFC 9278, section 3 */
export function namedThumbprint(name: string): string | null {
  const text = name.startsWith(thumbprintUri) ? name.slice(thumbprintUri.length) : name
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? text : null
}

/** Exporting a key costs more than finding it; each is exported once. */
const known = new WeakMap<PublicKey, string>()

/** The thumbprint of a key as JWK, SHA-256 in base64url: the same however the key was given. @source RFC 7638, sections 3.1 and 3.2 */
export function jwkThumbprint(key: PublicKey): string {
  const before = known.get(key)
  if (before !== undefined) return before
  const { crv, e, kty, n, x, y } = key.object.export({ format: 'jwk' })
  // The required members of each kind, in the order of their names; JSON.stringify leaves out those it has not.
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, e, kty, n, x, y })).digest('base64url')
  known.set(key, thumbprint)
  return thumbprint
}
