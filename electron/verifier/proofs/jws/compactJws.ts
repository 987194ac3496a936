import { asList, asText, isObject, type JsonObject, textOf } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import { jwsParts } from '../../../reader/jws/jwsParts'
import type { PublicKey } from '../../keys/key'
import { verifyPss, verifySignature } from '../../keys/signature'

/** An algorithm of the header's `alg`, the one key type it goes with, and how a signature of it is verified. */
interface JwsAlgorithm {
  readonly keyType: PublicKey['type']
  /** Bytes of a signature; null where the key decides (RSA). */
  readonly signatureBytes: number | null
  verify(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean
}

/**
 * The accepted algorithms. `none` and every HS* are left out: a public key is no shared secret.
 *
 * @source RFC 7518, section 3.1; RFC 8037, section 3.1; RFC 9864, section 2.2
 */
const algorithms: Readonly<Record<string, JwsAlgorithm>> = {
  RS256: { keyType: 'RSA', signatureBytes: null, verify: (key, message, signature) => verifySignature(key, 'sha256', message, signature) },
  PS256: { keyType: 'RSA', signatureBytes: null, verify: verifyPss },
  ES256: { keyType: 'P-256', signatureBytes: 64, verify: (key, message, signature) => verifySignature(key, 'sha256', message, signature) },
  ES384: { keyType: 'P-384', signatureBytes: 96, verify: (key, message, signature) => verifySignature(key, 'sha384', message, signature) },
  EdDSA: { keyType: 'Ed25519', signatureBytes: 64, verify: (key, message, signature) => verifySignature(key, 'none', message, signature) },
  Ed25519: { keyType: 'Ed25519', signatureBytes: 64, verify: (key, message, signature) => verifySignature(key, 'none', message, signature) },
}

/**
 * Names under which anybody could have made the token: no signature, a shared secret, encryption. They are malformed; any other name is unsupported.
 * @source RFC 7518, sections 3.1 and 4.1; IANA, JSON Web Signature and Encryption Algorithms
 */
const symmetric = /^(none|HS\d.*|dir|A\d+(KW|GCM|GCMKW|CTR|CBC.*)|PBES2.*)$/i

/** A well-formed token, ready to be verified with a key. */
export interface SoundJws {
  readonly algorithm: string
  readonly signingInput: Uint8Array
  readonly signature: Uint8Array
}

export type JwsForm = { readonly verdict: 'sound'; readonly jws: SoundJws } | { readonly verdict: 'malformed' | 'unsupported'; readonly problem: Problem }

const malformed = (problem: Problem): JwsForm => ({ verdict: 'malformed', problem })

/**
 * Is the token well formed, with an accepted algorithm and no unknown condition?
 *
 * @source RFC 7515, sections 3.1, 4.1.11 and 5.2
 */
export function inspectJws(token: string, header: JsonObject): JwsForm {
  const [protectedPart, payloadPart, signaturePart, more] = jwsParts(token)
  if (more || !protectedPart.isExact || payloadPart?.isExact === false) return malformed({ code: 'jwt.signature-encoding' })
  if ('crit' in header || 'b64' in header) return malformed({ code: 'jwt.critical', at: '/crit', detail: asList(header.crit).map(asText).join(', ') })
  const name = textOf(header.alg)
  if (name === null) return malformed({ code: 'jwt.algorithm', at: '/alg' })
  if (!Object.hasOwn(algorithms, name)) {
    return { verdict: symmetric.test(name) ? 'malformed' : 'unsupported', problem: { code: 'jwt.algorithm', at: '/alg', detail: name } }
  }
  const signature = signaturePart?.isExact ? signaturePart.bytes : Buffer.alloc(0)
  const bytes = algorithms[name]?.signatureBytes
  if (signature.length === 0 || (bytes != null && signature.length !== bytes)) return malformed({ code: 'jwt.signature-encoding' })
  return { verdict: 'sound', jws: { algorithm: name, signingInput: Buffer.from(token.slice(0, token.lastIndexOf('.')), 'latin1'), signature } }
}

/** Does the signature fit? `wrong-key-type` where the algorithm is not that of the key: the key decides, never the header. */
export function verifyJws(
  { algorithm: name, signingInput, signature }: SoundJws,
  key: PublicKey,
  jwk: JsonObject | null,
): 'intact' | 'altered' | 'wrong-key-type' {
  const algorithm = algorithms[name]
  if (!algorithm || algorithm.keyType !== key.type) return 'wrong-key-type'
  if (jwk && jwk.alg !== undefined && jwk.alg !== name) return 'wrong-key-type'
  return algorithm.verify(key, signingInput, signature) ? 'intact' : 'altered'
}

/** The key in a header. */
export const headerKey = (header: JsonObject): JsonObject | null => (isObject(header.jwk) ? header.jwk : null)
