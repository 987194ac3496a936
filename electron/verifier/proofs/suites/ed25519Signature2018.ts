import { verifyDetachedJws } from '../jws/detachedJws'
import type { ProofSuite } from '../suite'

/**
 * Ed25519 over the digests of the canonical RDF, as a detached JWS. Its terms are in the context of the first data model; badges of the second name the suite's
 * own context.
 *
 * @source Ed25519 Signature 2018 (Draft Community Group Report), section 3; RFC 7797, section 3
 */
export const ed25519Signature2018: ProofSuite = {
  id: 'Ed25519Signature2018',
  source: 'Ed25519 Signature 2018 (Draft Community Group Report), section 3',
  keyTypes: ['Ed25519'],
  matches: ({ type }) => type === 'Ed25519Signature2018',
  verify: verifyDetachedJws,
}
