import { verifyDetachedJws } from '../jws/detachedJws'
import type { ProofSuite } from '../suite'

/**
 * A detached JWS over the digests of the canonical RDF, with the algorithm of the key: EdDSA, ES256, ES384, PS256 or RS256.
 *
 * @source JSON Web Signature 2020 (Draft Community Group Report), section 3.1; RFC 7797, section 3
 */
export const jsonWebSignature2020: ProofSuite = {
  id: 'JsonWebSignature2020',
  source: 'JSON Web Signature 2020 (Draft Community Group Report), section 3.1',
  keyTypes: ['Ed25519', 'P-256', 'P-384', 'RSA'],
  matches: ({ type }) => type === 'JsonWebSignature2020',
  verify: verifyDetachedJws,
}
