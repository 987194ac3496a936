import type { JsonObject } from '../../../shared/model/json'
import type { PublicKey } from '../keys/key'
import { agrees } from '../keys/secondLibrary'
import { altered, digestsOf, intact, outcomeOf, verifyCanonical } from './canonical'
import { readProofValue } from './proofValue'
import { isSigned, signingOf } from './signing'
import type { Canonicalizing, SuiteOutcome } from './suite'

/**
 * The outcome of a proof over the canonical RDF form: one signature over the digests of options and document.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2; Data Integrity ECDSA Cryptosuites 1.0, section 3.2
 */
export async function verifyRdfc(document: JsonObject, proof: JsonObject, key: PublicKey, canonicalizing: Canonicalizing): Promise<SuiteOutcome> {
  const signing = signingOf(key)
  if (!signing) return { verdict: 'malformed', at: '/proof/verificationMethod', problems: [{ code: 'key.malformed', at: '/proof/verificationMethod' }] }
  const signature = readProofValue(proof.proofValue, signing.signatureBytes)
  if (!signature.ok) return outcomeOf(signature.problem)
  return verifyCanonical(document, proof, signing.digest, canonicalizing, {
    signature: String(proof.proofValue),
    compare: (texts) => (isSigned(digestsOf(texts, signing.digest), signing, key, signature.value) ? intact : altered),
    agrees: (texts) => agrees(key, digestsOf(texts, signing.digest), signature.value),
  })
}
