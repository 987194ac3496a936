import { verifyRdfc } from '../rdfc'
import type { ProofSuite } from '../suite'

/**
 * ECDSA over the canonical RDF: SHA-256 with P-256, SHA-384 with P-384, also for the labels of blank nodes. Signatures are r‖s, never DER.
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, section 3.2
 */
export const ecdsaRdfc2019: ProofSuite = {
  id: 'ecdsa-rdfc-2019',
  source: 'Data Integrity ECDSA Cryptosuites 1.0, section 3.2',
  keyTypes: ['P-256', 'P-384'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-rdfc-2019',
  verify: verifyRdfc,
}
