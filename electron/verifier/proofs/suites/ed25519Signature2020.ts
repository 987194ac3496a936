import { verifyRdfc } from '../rdfc'
import type { ProofSuite } from '../suite'

/**
 * The same algorithm as eddsa-rdfc-2022 under a proof type of its own.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, Ed25519Signature2020 (legacy)
 */
export const ed25519Signature2020: ProofSuite = {
  id: 'Ed25519Signature2020',
  source: 'Data Integrity EdDSA Cryptosuites 1.0, Ed25519Signature2020 (legacy)',
  keyTypes: ['Ed25519'],
  matches: ({ type }) => type === 'Ed25519Signature2020',
  verify: verifyRdfc,
}
