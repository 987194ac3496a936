/**
 * The eight points of small order of edwards25519 in canonical encoding. They are the multiples of a point of order 8: the identity (0, 1), the point of order
 * two (0, −1), the two of order four (±√−1, 0) and the four of order eight (±x, ±y). A unit test computes them from the curve.
 *
 * With one of them as key or as R one signature can fit any message, and libraries disagree on accepting them.
 */
export const smallOrderPoints: readonly string[] = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
]

/** p = 2^255 − 19, the field; L = 2^252 + 27742317777372353535851937790883648493, the order of the base point. Little-endian. */
const fieldPrime = Buffer.from('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', 'hex')
const groupOrder = Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex')

/** An encoded point is y in 255 bits; the highest bit is the sign of x. */
const signBit = 0x80

/** The y of small-order points. Where x is not 0 there are two points of one y, and both are of small order. */
const smallOrderYs = smallOrderPoints.map((point) => Buffer.from(point, 'hex')).filter((point) => point[31]! < signBit)

/**
 * Compares the y of an encoded point with a number below 2^255, both little-endian in 32 bytes. Negative where the number is larger, 0 where they are equal.
 */
function compareY(encoded: Uint8Array, number: Uint8Array): number {
  let difference = (encoded[31]! & ~signBit) - number[31]!
  for (let at = 30; difference === 0 && at >= 0; at--) difference = encoded[at]! - number[at]!
  return difference
}

/**
 * Are 32 bytes the canonical encoding of a y below p, and not of a point of small order? −0, the sign of x = 0, is refused with the latter: x is 0 for y = 1
 * and y = −1 alone.
 */
const isSoundPoint = (encoded: Uint8Array): boolean => compareY(encoded, fieldPrime) < 0 && smallOrderYs.every((y) => compareY(encoded, y) !== 0)

/** Is the key 32 bytes, canonical and not of small order? */
export const isSoundEd25519Key = (key: Uint8Array): boolean => key.length === 32 && isSoundPoint(key)

/**
 * May this key and this signature be given to a crypto library? Libraries differ on malformed ones (OpenSSL and BoringSSL among them); after these checks they
 * agree: key 32 bytes, signature 64, S < L, A and R canonical and not of small order.
 *
 * @source RFC 8032, sections 5.1.3 and 5.1.7
 */
export function precheckEd25519(key: Uint8Array, signature: Uint8Array): boolean {
  if (!isSoundEd25519Key(key) || signature.length !== 64 || !isSoundPoint(signature.subarray(0, 32))) return false
  const scalar = signature.subarray(32)
  return scalar[31]! < signBit && compareY(scalar, groupOrder) < 0
}
