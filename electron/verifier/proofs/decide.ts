import type { Problem } from '../../../shared/model/problem'
import type { SignatureFinding } from '../signature'
import type { JudgedProof } from './judgeProof'
import { unvouched } from './judgeProof'

const isBound = ({ issuer, known }: JudgedProof): boolean => known && (issuer.value === 'registered' || issuer.value === 'unregistered')
const isClaimed = ({ issuer, known }: JudgedProof): boolean => known && issuer.value === 'unauthenticated'
const isForeign = ({ issuer, known }: JudgedProof): boolean => known && issuer.value === 'mismatch'
const fails = ({ verdict }: JudgedProof): boolean => verdict === 'altered' || verdict === 'malformed'
const holds = ({ verdict }: JudgedProof): boolean => verdict === 'intact'

/**
 * Which proof of a set speaks for it, the first that fits: a failing proof of the issuer's own rejects whatever else there is; then any one of
 * the issuer's that holds suffices; a foreign proof decides only where there is no other.
 */
const precedence: readonly ((proof: JudgedProof) => boolean)[] = [
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

const listing = (proof: JudgedProof): readonly Problem[] =>
  isForeign(proof) ? [{ code: 'proof.foreign', at: proof.at, ...(proof.method === null ? {} : { detail: proof.method }) }] : []

/** What the proofs of one credential say together. None at all: unsigned, and the issuer's name is the file's own claim. */
export function decide(judged: readonly JudgedProof[]): SignatureFinding {
  const speaker = precedence.map((fits) => judged.find(fits)).find((proof) => proof !== undefined)
  if (!speaker) return { integrity: { value: 'unsigned', seen: [] }, issuer: unvouched, proof: null, problems: [{ code: 'proof.none' }] }
  const others = judged.filter((proof) => proof !== speaker)
  return {
    integrity: {
      value: speaker.verdict,
      seen: speaker.suite === null ? [] : [{ kind: 'suite', text: speaker.suite }],
      ...(speaker.verdict === 'intact' ? {} : { at: speaker.verdictAt }),
    },
    issuer: speaker.issuer,
    proof: speaker.suite,
    problems: [...speaker.problems, ...listing(speaker), ...others.flatMap((proof) => (isForeign(proof) ? listing(proof) : proof.problems))],
  }
}
