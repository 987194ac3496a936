/**
 * The eight points of small order of edwards25519, as they are encoded canonically. They are the multiples of a point of order 8:
 * the identity (0, 1), the point of order two (0, −1), the two of order four (±√−1, 0) and the four of order eight (±x, ±y).
 * A unit test derives them anew from the curve by multiplying a point of order eight.
 *
 * With one of them as key or as R a single signature can fit any message, and engines disagree on accepting them.
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

const smallOrder = new Set(smallOrderPoints)
/** p = 2^255 − 19, the field; L = 2^252 + 27742317777372353535851937790883648493, the order of the base point. */
const fieldPrime = 2n ** 255n - 19n
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Is y of the encoded point below p, and is no −0 written for x = 0? */
function isCanonicalPoint(encoded: Uint8Array): boolean {
  const whole = littleEndian(encoded)
  const y = whole & (2n ** 255n - 1n)
  if (y >= fieldPrime) return false
  const hasSign = whole !== y
  return !(hasSign && (y === 1n || y === fieldPrime - 1n))
}

/** Is the key 32 bytes, canonical and not of small order? */
export const isSoundEd25519Key = (key: Uint8Array): boolean => key.length === 32 && isCanonicalPoint(key) && !smallOrder.has(hex(key))

/**
 * May this key and this signature be given to an engine at all? Engines differ on malformed ones (OpenSSL and BoringSSL among them);
 * after these checks they agree: key 32 bytes, signature 64, S < L, A and R canonical and not of small order.
 *
 * @source RFC 8032, sections 5.1.3 and 5.1.7
 */
export function precheckEd25519(key: Uint8Array, signature: Uint8Array): boolean {
  if (!isSoundEd25519Key(key) || signature.length !== 64) return false
  const commitment = signature.subarray(0, 32)
  if (!isCanonicalPoint(commitment) || smallOrder.has(hex(commitment))) return false
  return littleEndian(signature.subarray(32)) < groupOrder
}
