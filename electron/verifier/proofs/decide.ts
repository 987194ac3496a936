import type { Problem } from '../../../shared/model/problem'
import { type SignatureFinding, unauthenticated } from '../signature'
import type { VerifiedProof } from './verifyProof'

const isBound = ({ issuer, known }: VerifiedProof): boolean => known && (issuer.value === 'registered' || issuer.value === 'unregistered')
const isClaimed = ({ issuer, known }: VerifiedProof): boolean => known && issuer.value === 'unauthenticated'
const isForeign = ({ issuer, known }: VerifiedProof): boolean => known && issuer.value === 'mismatch'
const fails = ({ verdict }: VerifiedProof): boolean => verdict === 'altered' || verdict === 'malformed'
const holds = ({ verdict }: VerifiedProof): boolean => verdict === 'intact'

/**
 * Which proof of a set decides, the first that fits: a failing proof of the issuer's own rejects; then one valid proof of the issuer's is enough; a foreign
 * proof decides only where there is no other.
 */
const precedence: readonly ((proof: VerifiedProof) => boolean)[] = [
  (proof) => isBound(proof) && fails(proof),
  (proof) => holds(proof) && proof.known && proof.issuer.value === 'registered',
  (proof) => isBound(proof) && holds(proof),
  isBound,
  (proof) => isClaimed(proof) && fails(proof),
  isClaimed,
  (proof) => !isForeign(proof) && fails(proof),
  (proof) => proof.known && !isForeign(proof),
  (proof) => !isForeign(proof),
  isForeign,
]

const listing = (proof: VerifiedProof): readonly Problem[] =>
  isForeign(proof) ? [{ code: 'proof.foreign', at: proof.at, ...(proof.method === null ? {} : { detail: proof.method }) }] : []

/** The finding of all proofs of one credential. Without one: unsigned, and the issuer's name is a claim of the file. */
export function decide(proofs: readonly VerifiedProof[]): SignatureFinding {
  const deciding = precedence.map((fits) => proofs.find(fits)).find((proof) => proof !== undefined)
  if (!deciding) return { integrity: { value: 'unsigned', seen: [] }, issuer: unauthenticated, proof: null, problems: [{ code: 'proof.none' }] }
  const others = proofs.filter((proof) => proof !== deciding)
  return {
    integrity: {
      value: deciding.verdict,
      seen: deciding.suite === null ? [] : [{ kind: 'suite', text: deciding.suite }],
      ...(deciding.verdict === 'intact' ? {} : { at: deciding.verdictAt }),
    },
    issuer: deciding.issuer,
    proof: deciding.suite,
    problems: [...deciding.problems, ...listing(deciding), ...others.flatMap((proof) => (isForeign(proof) ? listing(proof) : proof.problems))],
  }
}
