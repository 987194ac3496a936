import { asList, isArray, isObject, type JsonObject } from '../../../shared/model/json'
import type { Problem, ProblemCode } from '../../../shared/model/problem'
import type { VerifierContext } from '../context/context'
import { type ContextTable, pinnedContexts } from '../jsonld/contextTable'
import { findBan } from '../jsonld/inputBans'
import type { IssueClaim, ResolveKey } from '../keys/key'
import type { SignatureFinding } from '../signature'
import { decide } from './decide'
import type { ProofSuite } from './suite'
import { proofSuites } from './suites/index'
import { proofSet, verifyProof } from './verifyProof'

/** Faults of the text found by the reader: the document and what was signed may differ. */
const fatal: readonly ProblemCode[] = ['json.duplicate-member', 'json.forbidden-member', 'json.lone-surrogate']

/** A number that lost its last digits, which no signature covers. */
const inexact: ProblemCode = 'json.unsafe-number'

/** The finding with a fault of the whole document, which outranks its proofs. */
const withFault = (
  finding: SignatureFinding,
  value: 'malformed' | 'data-loss' | 'unsupported',
  { at }: Problem,
  problems: readonly Problem[],
): SignatureFinding => ({
  ...finding,
  integrity: { value, seen: finding.integrity.seen, ...(at === undefined ? {} : { at }) },
  problems,
})

/** A value among the proofs that is no proof makes the set malformed. @source VC Data Integrity 1.0, section 2.1 (a proof is a map with a type) */
function notAProof({ proof }: JsonObject): Problem | null {
  const proofs = proof === undefined || proof === null ? [] : isArray(proof) ? proof : [proof]
  const index = proofs.findIndex((one) => !isObject(one) || one.type === undefined)
  const at = isArray(proof) ? `/proof/${index}` : '/proof'
  return index < 0 ? null : { code: 'proof.shape', at: isObject(proofs[index]) ? `${at}/type` : at }
}

/** Each proof costs a canonical form of its own; no true badge has more. */
const mostProofs = 32
const tooMany: Problem = { code: 'canonicalization.too-complex', at: '/proof' }

/** A refused document is not canonicalized; its proofs only give the keys they name. */
const refusing = (suite: ProofSuite): ProofSuite => ({ ...suite, verify: async () => ({ verdict: 'malformed', problems: [] }) })

/**
 * The finding of the proofs embedded in a credential: was it altered, and whose key signed it?
 *
 * - No proof: `unsigned`, and the issuer's name is a claim of the file (`unauthenticated`).
 * - No key stored: `unsupported` with `key.not-held`; nothing can decide.
 * - Several proofs: see `decide`. Foreign and unknown ones are listed as problems.
 *
 * @param problems Those of reader and parser for this document; faults of the text count here, none is repeated in the answer.
 * @param contexts For tests with vectors over contexts that no badge may use.
 * @returns Only problems found here. Pointers are into `document`.
 * @source VC Data Integrity 1.0, sections 4.4 to 4.6; Open Badges 3.0, on verification of linked data proofs
 */
export async function checkProofs(
  document: JsonObject,
  problems: readonly Problem[],
  about: IssueClaim,
  context: VerifierContext,
  resolveKey: ResolveKey,
  contexts: ContextTable = pinnedContexts,
): Promise<SignatureFinding> {
  const ofText = problems.find(({ code }) => fatal.includes(code))
  // Without a proof that can be verified a ban protects nothing: an unknown suite stays `unsupported`.
  const mayHold = asList(document.proof).some((proof) => isObject(proof) && proofSuites.some((suite) => suite.matches(proof)))
  const ban = mayHold ? findBan(document, contexts) : null
  const fault = ofText ?? ban ?? notAProof(document)
  const suites = fault ? proofSuites.map(refusing) : proofSuites
  const set = proofSet(document, { about, context, resolveKey, suites, contexts })
  if (set.proofs.length > mostProofs) {
    return withFault(decide([]), fault ? 'malformed' : 'unsupported', fault ?? tooMany, ban ? [ban, tooMany] : [tooMany])
  }
  const finding = decide(await Promise.all(set.proofs.map((_, index) => verifyProof(index, set))))
  if (fault) return withFault(finding, 'malformed', fault, [...(ban ? [ban] : []), ...finding.problems])
  const lost = problems.find(({ code }) => code === inexact)
  return lost && finding.integrity.value === 'intact' ? withFault(finding, 'data-loss', lost, finding.problems) : finding
}
