import type { KeyObject } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import { jwkKey } from './jwk'
import { type KeyReading, readPublicKey, rsaKey } from './publicKey'

/** Curves that Node exports as a JWK, by its own names; for any other it throws. */
const exportedCurves = ['prime256v1', 'secp384r1', 'secp521r1', 'secp256k1']

/**
 * The first public key between its marks. Libraries need line breaks; JSON, forms and mail turn them into blanks, the two letters `\n`, or nothing, and the key
 * is the same.
 *
 * @source RFC 7468, section 2 (parsers may ignore whitespace), section 3 (lax form)
 */
function readBlock(text: string): KeyObject | null {
  const [, label, body = ''] = /-----BEGIN ((?:RSA )?PUBLIC KEY)-----([^-]*)-----END \1-----/.exec(text) ?? []
  const base64 = body.replace(/\\[nr]|\s/g, '')
  if (label === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  return readPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: label === 'PUBLIC KEY' ? 'spki' : 'pkcs1' })
}

/**
 * The key of a PEM text, as in Open Badges 2.0 (`publicKeyPem`) and the register. A certificate is refused.
 *
 * @source RFC 7468, section 13; Open Badges 2.0, CryptographicKey
 */
export function pemKey(text: string): KeyReading {
  if (text.includes('PRIVATE KEY')) return failure({ code: 'key.private-member', detail: 'PRIVATE KEY' })
  const object = text.length < 20_000 ? readBlock(text) : null
  const curve = object?.asymmetricKeyDetails?.namedCurve
  if (object?.asymmetricKeyType === 'ed25519' || (object && curve !== undefined && exportedCurves.includes(curve))) {
    // The export of a public key as JWK holds text only; the type allows more.
    return jwkKey(object.export({ format: 'jwk' }) as JsonObject)
  }
  return curve === undefined ? rsaKey(object) : failure({ code: 'key.unsupported-type', detail: curve })
}
