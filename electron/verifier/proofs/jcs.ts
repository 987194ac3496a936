import { hash } from 'node:crypto'
import canonicalizeJson from 'canonicalize'
import type { JsonObject } from '../../../shared/model/json'
import { isPrefixOf } from '../jsonld/inputBans'
import type { PublicKey } from '../keys/key'
import { altered } from './canonical'
import { readProofValue } from './proofValue'
import { isSigned, signingOf } from './signing'
import type { SuiteOutcome } from './suite'

/**
 * The outcome of a proof over the canonical JSON form. The proof's own contexts, if it has any, must be the first of the document's; they then replace the
 * document's, to which contexts may have been added. The signature covers the text, so contexts need not be known.
 *
 * @source RFC 8785, section 3.2; Data Integrity EdDSA Cryptosuites 1.0, section 3.3; Data Integrity ECDSA Cryptosuites 1.0, section 3.3
 */
export async function verifyJcs(document: JsonObject, proof: JsonObject, key: PublicKey): Promise<SuiteOutcome> {
  const signing = signingOf(key)
  if (!signing) return { verdict: 'malformed', at: '/proof/verificationMethod', problems: [{ code: 'key.malformed', at: '/proof/verificationMethod' }] }
  const signature = readProofValue(proof.proofValue, signing.signatureBytes)
  if (!signature.ok) return { verdict: 'malformed', at: '/proof/proofValue', problems: [signature.problem] }
  const { proofValue: _signature, ...options } = proof
  const context = options['@context']
  if (context !== undefined && !isPrefixOf(context, document['@context'])) {
    return { verdict: 'malformed', at: '/proof/@context', problems: [{ code: 'context.nested', at: '/proof/@context' }] }
  }
  const secured = context === undefined ? document : { ...document, '@context': context }
  try {
    // Parsed JSON always has a text; the package returns undefined for other values.
    const digests = [options, secured].map((part) => hash(signing.digest, String(canonicalizeJson(part)), 'buffer'))
    return isSigned(Buffer.concat(digests), signing, key, signature.value) ? { verdict: 'intact', problems: [] } : altered
  } catch {
    // The package throws on lone surrogates, which have no UTF-8 form and so cannot have been signed. @source RFC 8785 (strings)
    return { verdict: 'malformed', at: '', problems: [{ code: 'proof.shape', at: '' }] }
  }
}
