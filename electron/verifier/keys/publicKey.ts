import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { p256, p384 } from '@noble/curves/nist.js'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { remember } from '../remember'
import { isSoundEd25519Key, smallOrderPoints } from './ed25519'
import type { PublicKey } from './key'
import { isFactorable } from './roca'

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

const curves = { 'P-256': p256, 'P-384': p384 } as const

/** A key costs more to build than to use once, and a bundle repeats few keys. The oldest is dropped where the cache is full. */
const built = new Map<string, PublicKey>()
const builtLimit = 1024

function build(type: PublicKey['type'], spki: Buffer, raw: Uint8Array | null): KeyReading {
  const thumbprint = createHash('sha256').update(spki).digest('hex')
  const known = built.get(thumbprint)
  if (known) return success(known)
  const object = readPublicKey({ key: spki, format: 'der', type: 'spki' })
  if (!object) return failure({ code: 'key.malformed' })
  const key: PublicKey = { type, object, raw, thumbprint }
  remember(built, builtLimit, thumbprint, key)
  return success(key)
}

/** Null where OpenSSL refuses the key: it throws on malformed ones without a reason that is stable over versions. */
export function readPublicKey(input: Parameters<typeof createPublicKey>[0]): KeyObject | null {
  try {
    return createPublicKey(input)
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

/**
 * An RSA key of 2048 to 16384 bits with an odd public exponent of at least 3: with e = 1 everybody can sign. `object` is null where OpenSSL refused it. @source
 * RFC 7518, section 3.3
 */
export function rsaKey(object: KeyObject | null): KeyReading {
  const details = object?.asymmetricKeyDetails
  if (object?.asymmetricKeyType !== 'rsa' || !details?.modulusLength || !details.publicExponent) return failure({ code: 'key.malformed' })
  if (details.modulusLength < 2048) return failure({ code: 'key.too-short', detail: String(details.modulusLength) })
  if (details.modulusLength > 16384 || details.publicExponent < 3n || details.publicExponent % 2n === 0n) return failure({ code: 'key.malformed' })
  const modulus = object.export({ format: 'jwk' }).n
  if (modulus === undefined || isFactorable(BigInt(`0x${Buffer.from(modulus, 'base64url').toString('hex')}`))) return failure({ code: 'key.malformed' })
  return build('RSA', object.export({ format: 'der', type: 'spki' }), null)
}
