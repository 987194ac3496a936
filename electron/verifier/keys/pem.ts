import { isObject, type JsonValue } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import { jwkKey } from './jwk'
import { type KeyReading, readPublicKey, rsaKey } from './publicKey'

/**
 * The key of a PEM text, as Open Badges 2.0 (`publicKeyPem`) and the register give it. A certificate is no bare key and is refused.
 *
 * @source RFC 7468, section 13; Open Badges 2.0, CryptographicKey
 */
export function pemKey(text: string): KeyReading {
  if (text.includes('PRIVATE KEY')) return failure({ code: 'key.private-member', detail: 'PRIVATE KEY' })
  const object = /-----BEGIN (RSA )?PUBLIC KEY-----/.test(text) && text.length < 20_000 ? readPublicKey({ key: text, format: 'pem' }) : null
  if (!object) return failure({ code: 'key.malformed' })
  if (object.asymmetricKeyType === 'rsa') return rsaKey(object)
  if (object.asymmetricKeyType !== 'ed25519' && object.asymmetricKeyType !== 'ec') return failure({ code: 'key.malformed' })
  // The export of a public key as JWK holds text only; the type allows more.
  const jwk = object.export({ format: 'jwk' }) as JsonValue
  return isObject(jwk) ? jwkKey(jwk) : failure({ code: 'key.malformed' })
}
