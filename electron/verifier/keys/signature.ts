import { constants, verify } from 'node:crypto'
import { precheckEd25519 } from './ed25519'
import type { PublicKey } from './key'

export { precheckEd25519 } from './ed25519'

/** The orders of the base points: r and s must lie in [1, n − 1]. @source FIPS 186-5, section 6.4.2; SP 800-186, sections 3.2.1.3 and 3.2.1.4 */
const curveOrders = {
  'P-256': Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex'),
  'P-384': Buffer.from('ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973', 'hex'),
} as const

/** Is the number in [1, n − 1]? It is big-endian and as long as the order. */
const isScalar = (number: Uint8Array, order: Buffer): boolean => order.compare(number) > 0 && number.some((byte) => byte !== 0)

/**
 * The DER form of r‖s, which Node takes directly; from the other form it would first make this one, at more cost. Null where r or s is no scalar of the curve
 * or the length is wrong.
 *
 * @source SEC 1, section C.5; X.690, section 8.3 (an integer is as short as can be, and negative where its first bit is set)
 */
function ecdsaDer(curve: keyof typeof curveOrders, signature: Uint8Array): Buffer | null {
  const order = curveOrders[curve]
  if (signature.length !== 2 * order.length) return null
  const scalars = [signature.subarray(0, order.length), signature.subarray(order.length)]
  if (!scalars.every((scalar) => isScalar(scalar, order))) return null
  const integers = Buffer.concat(scalars.map(derInteger))
  // At most 102 bytes: the length takes one.
  return Buffer.concat([Buffer.of(0x30, integers.length), integers])
}

/** A number that is not 0 as a DER INTEGER. */
function derInteger(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0)
  const sign = number[first]! < 0x80 ? [] : [0]
  return Buffer.concat([Buffer.of(0x02, sign.length + number.length - first, ...sign), number.subarray(first)])
}

/**
 * Does the signature fit message and key? Synchronous, and the same with every crypto library: forms on which libraries disagree are refused first.
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
  // The bare key object: one wrapped in options costs several times a hash. For an RSA key the padding is then PKCS #1 v1.5.
  if (key.type === 'RSA') return verify(hash, message, key.object, signature)
  const der = ecdsaDer(key.type, signature)
  return der !== null && verify(hash, message, key.object, der)
}

/** RSASSA-PSS with MGF1 over the same digest and a salt as long as the digest. @source RFC 7518, section 3.5 */
export function verifyPss(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.type !== 'RSA') return false
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify('sha256', message, { key: key.object, ...padding }, signature)
}
