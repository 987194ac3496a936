import { verifyJcs } from '../jcs'
import type { ProofSuite } from '../suite'

/**
 * Ed25519 over SHA-256 of the canonical JSON of options and document.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.3
 */
export const eddsaJcs2022: ProofSuite = {
  id: 'eddsa-jcs-2022',
  source: 'Data Integrity EdDSA Cryptosuites 1.0, section 3.3',
  keyTypes: ['Ed25519'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && cryptosuite === 'eddsa-jcs-2022',
  verify: verifyJcs,
}
