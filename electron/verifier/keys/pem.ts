import type { JsonObject } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import { jwkKey } from './jwk'
import { type KeyReading, readPublicKey, rsaKey } from './publicKey'

/** Curves of which the engine makes a JWK, by its own names; of any other its export throws. */
const exportedCurves = ['prime256v1', 'secp384r1', 'secp521r1', 'secp256k1']

/**
 * The key of a PEM text, as Open Badges 2.0 (`publicKeyPem`) and the register give it. A certificate is no bare key and is refused.
 *
 * @source RFC 7468, section 13; Open Badges 2.0, CryptographicKey
 */
export function pemKey(text: string): KeyReading {
  if (text.includes('PRIVATE KEY')) return failure({ code: 'key.private-member', detail: 'PRIVATE KEY' })
  const object = /-----BEGIN (RSA )?PUBLIC KEY-----/.test(text) && text.length < 20_000 ? readPublicKey({ key: text, format: 'pem' }) : null
  const curve = object?.asymmetricKeyDetails?.namedCurve
  if (object?.asymmetricKeyType === 'ed25519' || (object && curve !== undefined && exportedCurves.includes(curve))) {
    // The export of a public key as JWK holds text only; the type allows more.
    return jwkKey(object.export({ format: 'jwk' }) as JsonObject)
  }
  return curve === undefined ? rsaKey(object) : failure({ code: 'key.unsupported-type', detail: curve })
}
