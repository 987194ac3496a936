import { verifyRdfc } from '../rdfc'
import type { ProofSuite } from '../suite'

/**
 * Ed25519 over SHA-256 of the canonical RDF of options and document. `eddsa-2022` was its name in drafts; nothing else differs.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2
 */
export const eddsaRdfc2022: ProofSuite = {
  id: 'eddsa-rdfc-2022',
  source: 'Data Integrity EdDSA Cryptosuites 1.0, section 3.2',
  keyTypes: ['Ed25519'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && (cryptosuite === 'eddsa-rdfc-2022' || cryptosuite === 'eddsa-2022'),
  verify: verifyRdfc,
}
