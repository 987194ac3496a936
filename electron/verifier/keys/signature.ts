import { constants, verify } from 'node:crypto'
import { precheckEd25519 } from './ed25519'
import type { PublicKey } from './key'

export { precheckEd25519 } from './ed25519'

/** The orders of the base points: r and s must lie in [1, n − 1]. @source FIPS 186-5, section 6.4.2; SP 800-186, sections 3.2.1.3 and 3.2.1.4 */
const curveOrders = {
  'P-256': { bytes: 32, order: BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551') },
  'P-384': {
    bytes: 48,
    order: BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973'),
  },
} as const

const bigEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

function hasSoundScalars(curve: keyof typeof curveOrders, signature: Uint8Array): boolean {
  const { bytes, order } = curveOrders[curve]
  if (signature.length !== 2 * bytes) return false
  const scalars = [bigEndian(signature.subarray(0, bytes)), bigEndian(signature.subarray(bytes))]
  return scalars.every((scalar) => scalar > 0n && scalar < order)
}

/**
 * Does the signature fit message and key? Synchronous, and the same on every engine: forms on which engines disagree are refused first.
 *
 * @param hash `none` for Ed25519 only (it hashes by itself); the others name the digest the message is hashed with.
 * @param signature Ed25519: 64 bytes. P-256 and P-384: r‖s, 64 or 96 bytes, never DER. RSA: PKCS #1 v1.5, as long as the modulus.
 * @source RFC 8032, section 5.1.7; RFC 7518, sections 3.3 and 3.4
 */
export function verifySignature(key: PublicKey, hash: 'none' | 'sha256' | 'sha384', message: Uint8Array, signature: Uint8Array): boolean {
  if (key.type === 'Ed25519') {
    return hash === 'none' && key.raw !== null && precheckEd25519(key.raw, signature) && verify(null, message, key.object, signature)
  }
  if (hash === 'none') return false
  if (key.type === 'RSA') return verify(hash, message, { key: key.object, padding: constants.RSA_PKCS1_PADDING }, signature)
  return hasSoundScalars(key.type, signature) && verify(hash, message, { key: key.object, dsaEncoding: 'ieee-p1363' }, signature)
}

/** RSASSA-PSS with MGF1 over the same digest and a salt as long as the digest. @source RFC 7518, section 3.5 */
export function verifyPss(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.type !== 'RSA') return false
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify('sha256', message, { key: key.object, ...padding }, signature)
}
