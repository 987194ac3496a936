import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { remember } from '../remember'
import { derInteger, derOf, derTag } from './der'
import { isSoundEd25519Key, smallOrderPoints } from './ed25519'
import type { PublicKey } from './key'
import { isFactorable } from './roca'
import { unsupportedKey } from './unsupported'

export type KeyReading = Result<PublicKey, Problem<VerifierProblemCode>>

/**
 * SubjectPublicKeyInfo up to the key's own bytes. Every key is brought into this form, so that its thumbprint is the same however it was given.
 *
 * @source RFC 5480, section 2; RFC 8410, section 4
 */
const spkiPrefix = {
  Ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  'P-256': Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'),
  'P-384': Buffer.from('3076301006072a8648ce3d020106052b81040022036200', 'hex'),
} as const

/** The AlgorithmIdentifier of RSA keys. @source RFC 3279, section 2.3.1 */
const rsaAlgorithm = Buffer.from('300d06092a864886f70d0101010500', 'hex')

const curves = { 'P-256': p256, 'P-384': p384 } as const

/** A key costs more to build than to use once, and a bundle repeats few keys. The oldest is dropped where the cache is full. */
const built = new Map<string, PublicKey>()
const builtLimit = 1024

/** The key of a canonical SubjectPublicKeyInfo whose content was checked before. */
function build(type: PublicKey['type'], spki: Buffer, raw: Uint8Array | null): KeyReading {
  const thumbprint = createHash('sha256').update(spki).digest('hex')
  const known = built.get(thumbprint)
  if (known) return success(known)
  const object = engineKey(spki)
  if (!object) return failure({ code: 'key.malformed' })
  const key: PublicKey = { type, object, raw, thumbprint }
  remember(built, builtLimit, thumbprint, key)
  return success(key)
}

/** Null where the engine's crypto library refuses the key: it throws without a reason that is stable over versions. */
function engineKey(spki: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** The key of 32 bytes, canonical and not of small order. @source RFC 8032, section 5.1.5 */
export function ed25519Key(bytes: Uint8Array): KeyReading {
  if (smallOrderPoints.includes(Buffer.from(bytes).toString('hex'))) return failure({ code: 'key.small-order' })
  if (!isSoundEd25519Key(bytes)) return failure({ code: 'key.malformed' })
  return build('Ed25519', Buffer.concat([spkiPrefix.Ed25519, bytes]), Uint8Array.from(bytes))
}

/**
 * The key of a compressed or uncompressed point, which must be on the curve. noble decompresses it, since crypto libraries differ. @source SEC 1, section 2.3.4
 */
export function ecKey(curve: 'P-256' | 'P-384', encoded: Uint8Array): KeyReading {
  const point = readPoint(curve, encoded)
  return point ? build(curve, Buffer.concat([spkiPrefix[curve], point.uncompressed]), point.compressed) : failure({ code: 'key.malformed' })
}

function readPoint(curve: 'P-256' | 'P-384', encoded: Uint8Array): { readonly uncompressed: Uint8Array; readonly compressed: Uint8Array } | null {
  try {
    const point = curves[curve].Point.fromBytes(encoded)
    point.assertValidity()
    return { uncompressed: point.toBytes(false), compressed: point.toBytes(true) }
  } catch {
    // The library throws on every encoding that is no point of the curve.
    return null
  }
}

/** Longer exponents are refused by some crypto libraries. */
const mostExponentBytes = 4

/**
 * The RSA key of 2048 to 16384 bits with an odd public exponent of at least 3: with e = 1 everybody can sign. An exponent of 2^32 or more is unsupported.
 *
 * @param modulus Big-endian.
 * @param exponent Big-endian.
 * @source RFC 7518, section 3.3; RFC 8017, section 3.1
 */
export function rsaKey(modulus: Uint8Array, exponent: Uint8Array): KeyReading {
  const [n, e] = [withoutZeros(modulus), withoutZeros(exponent)]
  const bits = n.length === 0 ? 0 : n.length * 8 - (Math.clz32(n[0]!) - 24)
  if (!isOdd(n) || !isOdd(e) || bits > 16384 || (e.length === 1 && e[0] === 1)) return failure({ code: 'key.malformed' })
  if (bits < 2048) return failure({ code: 'key.too-short', detail: String(bits) })
  if (e.length > mostExponentBytes) return unsupportedKey('RSA')
  if (isFactorable(BigInt(`0x${Buffer.from(n).toString('hex')}`))) return failure({ code: 'key.malformed' })
  const numbers = derOf(derTag.sequence, derInteger(n), derInteger(e))
  return build('RSA', derOf(derTag.sequence, rsaAlgorithm, derOf(derTag.bitString, Buffer.of(0), numbers)), null)
}

function withoutZeros(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0)
  return first < 0 ? number.subarray(0, 0) : number.subarray(first)
}

const isOdd = (number: Uint8Array): boolean => ((number.at(-1) ?? 0) & 1) === 1
