import { failure } from '../../../shared/model/problem'
import { type DerElement, derElements, derMagnitude, derSequence, derTag } from './der'
import { ecKey, ed25519Key, type KeyReading, rsaKey } from './publicKey'
import { unsupportedKey } from './unsupported'

const malformed: KeyReading = failure({ code: 'key.malformed' })

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Curves of ecPublicKey that are implemented, by their object identifier. @source RFC 5480, section 2.1.1.1 */
const curves: Readonly<Record<string, 'P-256' | 'P-384'>> = { '2a8648ce3d030107': 'P-256', '2b81040022': 'P-384' }

/** Curves and kinds of keys that are known by name and not implemented. @source RFC 5480, section 2.1.1.1; RFC 5639, section 4.1; RFC 8410, section 3; SEC 2 */
const unsupportedNames: Readonly<Record<string, string>> = {
  '2b8104000a': 'secp256k1',
  '2b81040023': 'P-521',
  '2b81040021': 'P-224',
  '2a8648ce3d030101': 'P-192',
  '2b2403030208010107': 'brainpoolP256r1',
  '2b240303020801010b': 'brainpoolP384r1',
  '2b240303020801010d': 'brainpoolP512r1',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6571': 'Ed448',
  '2a864886f70d01010a': 'RSASSA-PSS',
  '2a8648ce380401': 'DSA',
}

/** How the key of an algorithm is read, by the algorithm's object identifier. */
const readers: Readonly<Record<string, (parameters: DerElement | undefined, key: Uint8Array) => KeyReading>> = {
  '2a864886f70d010101': (parameters, key) => (parameters === undefined || isNull(parameters) ? pkcs1Key(key) : malformed),
  '2a8648ce3d0201': curveKey,
  '2b6570': (parameters, key) => (parameters === undefined ? ed25519Key(key) : malformed),
}

const isNull = ({ tag, content }: DerElement): boolean => tag === derTag.nothing && content.length === 0

function curveKey(parameters: DerElement | undefined, key: Uint8Array): KeyReading {
  if (parameters?.tag === derTag.sequence) return unsupportedKey('explicit curve parameters')
  if (parameters?.tag !== derTag.objectId) return malformed
  const id = hexOf(parameters.content)
  const curve = curves[id]
  return curve ? ecKey(curve, key) : unsupportedKey(unsupportedNames[id])
}

/** The key of an RSAPublicKey. @source RFC 8017, appendix A.1.1 */
export function pkcs1Key(der: Uint8Array): KeyReading {
  const [modulus, exponent, ...others] = (derSequence(der) ?? []).map(derMagnitude)
  return modulus && exponent && others.length === 0 ? rsaKey(modulus, exponent) : malformed
}

/**
 * The key of a SubjectPublicKeyInfo. Its kind is read here, before a crypto library sees the key: libraries know different curves and limits, and a key is
 * `key.unsupported-type` with each of them or with none.
 *
 * @source RFC 5280, section 4.1; RFC 5480, section 2; RFC 8410, section 4; RFC 3279, section 2.3.1
 */
export function spkiKey(der: Uint8Array): KeyReading {
  const [algorithm, key, ...others] = derSequence(der) ?? []
  if (algorithm?.tag !== derTag.sequence || key?.tag !== derTag.bitString || key.content[0] !== 0 || others.length > 0) return malformed
  const [id, parameters, ...more] = derElements(algorithm.content) ?? []
  if (id?.tag !== derTag.objectId || more.length > 0) return malformed
  const name = hexOf(id.content)
  const read = readers[name]
  return read ? read(parameters, key.content.subarray(1)) : unsupportedKey(unsupportedNames[name])
}
