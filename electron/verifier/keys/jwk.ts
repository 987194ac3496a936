import { asList, type JsonObject } from '../../../shared/model/json'
import { failure } from '../../../shared/model/problem'
import { readBase64url } from './base64url'
import { ecKey, ed25519Key, type KeyReading, rsaKey } from './publicKey'
import { unsupportedKey } from './unsupported'

/** Members of a private key: a key that publishes one can be used by anybody. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
const coordinateBytes = { 'P-256': 32, 'P-384': 48 } as const

const member = (jwk: JsonObject, name: string): Buffer | null => (typeof jwk[name] === 'string' ? readBase64url(jwk[name]) : null)

/**
 * The public key of a JSON Web Key: OKP Ed25519, EC P-256 and P-384, RSA; any other kind is unsupported. One with a private member, or for another use than
 * signatures, is refused.
 *
 * @source RFC 7517, sections 4.2 and 4.3; RFC 7518, sections 6.2.1 and 6.3.1; RFC 8037, section 2
 */
export function jwkKey(jwk: JsonObject): KeyReading {
  const found = privateMembers.find((name) => jwk[name] !== undefined)
  if (found) return failure({ code: 'key.private-member', detail: found })
  if (jwk.use !== undefined && jwk.use !== 'sig') return failure({ code: 'key.malformed', detail: 'use' })
  if (jwk.key_ops !== undefined && !asList(jwk.key_ops).includes('verify')) return failure({ code: 'key.malformed', detail: 'key_ops' })
  if (typeof jwk.kty !== 'string') return failure({ code: 'key.malformed', detail: 'kty' })
  return Object.hasOwn(readers, jwk.kty) ? readers[jwk.kty]!(jwk) : unsupportedKey(jwk.kty)
}

/** Curves by the `kty` they go with; a curve that is none of them is not implemented. @source RFC 7518, section 6.2.1.1; RFC 8037, section 2 */
const curveTypes: Readonly<Record<string, string>> = { Ed25519: 'OKP', 'P-256': 'EC', 'P-384': 'EC' }

/** The reading of a key whose curve is missing, goes with another `kty`, or is not implemented. */
const otherCurve = ({ crv }: JsonObject): KeyReading =>
  typeof crv !== 'string' || Object.hasOwn(curveTypes, crv) ? failure({ code: 'key.malformed', detail: 'crv' }) : unsupportedKey(crv)

const readers: Readonly<Record<string, (jwk: JsonObject) => KeyReading>> = {
  OKP(jwk) {
    const x = member(jwk, 'x')
    if (jwk.crv !== 'Ed25519') return otherCurve(jwk)
    return x ? ed25519Key(x) : failure({ code: 'key.malformed', detail: 'x' })
  },
  EC(jwk) {
    const curve = jwk.crv
    if (curve !== 'P-256' && curve !== 'P-384') return otherCurve(jwk)
    const [x, y] = [member(jwk, 'x'), member(jwk, 'y')]
    if (x?.length !== coordinateBytes[curve] || y?.length !== coordinateBytes[curve]) return failure({ code: 'key.malformed' })
    return ecKey(curve, Buffer.concat([Buffer.from([4]), x, y]))
  },
  RSA(jwk) {
    const [n, e] = [member(jwk, 'n'), member(jwk, 'e')]
    return n && e ? rsaKey(n, e) : failure({ code: 'key.malformed' })
  },
}
