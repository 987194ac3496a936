import { verifyJcs } from '../jcs'
import type { ProofSuite } from '../suite'

/**
 * ECDSA over the canonical JSON: SHA-256 with P-256, SHA-384 with P-384. Signatures are r‖s, never DER.
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, section 3.3
 */
export const ecdsaJcs2019: ProofSuite = {
  id: 'ecdsa-jcs-2019',
  source: 'Data Integrity ECDSA Cryptosuites 1.0, section 3.3',
  keyTypes: ['P-256', 'P-384'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-jcs-2019',
  verify: verifyJcs,
}
