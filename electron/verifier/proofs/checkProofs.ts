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

/** Faults of the text found by the reader, after which the document and what was signed need not be the same. */
const fatal: readonly ProblemCode[] = ['json.duplicate-member', 'json.forbidden-member', 'json.lone-surrogate']

/** A number that is not exact any more: its last digits are covered by no signature. */
const inexact: ProblemCode = 'json.unsafe-number'

/** A fault of the whole document, whatever its proofs say: it outranks them all. */
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

/** What stands among the proofs and is none makes the set malformed, whatever the others say. @source VC Data Integrity 1.0, section 2.1 (a proof is a map with a type) */
function notAProof({ proof }: JsonObject): Problem | null {
  const proofs = proof === undefined || proof === null ? [] : isArray(proof) ? proof : [proof]
  const index = proofs.findIndex((one) => !isObject(one) || one.type === undefined)
  const at = isArray(proof) ? `/proof/${index}` : '/proof'
  return index < 0 ? null : { code: 'proof.shape', at: isObject(proofs[index]) ? `${at}/type` : at }
}

/** Each proof costs a canonical form of its own; no true badge has more. */
const mostProofs = 32
const tooMany: Problem = { code: 'canonicalization.too-complex', at: '/proof' }

/** A document that is refused as a whole is not canonicalised at all; its proofs are judged only for whose keys they name. */
const refusing = (suite: ProofSuite): ProofSuite => ({ ...suite, verify: async () => ({ verdict: 'malformed', problems: [] }) })

/**
 * What do the proofs embedded in a credential say: was it altered, and whose key was it?
 *
 * - No proof: `unsigned`, and the issuer's name is only the file's own claim (`unauthenticated`).
 * - No key in hand: `unsupported` with `key.not-held`; nothing in hand can decide.
 * - Several proofs: see `decide`. Foreign and unknown ones are listed as problems.
 *
 * @param problems What reader and parser found in this document; faults of the text count here, none is repeated in the answer.
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
  // Where no proof can be verified there is nothing a ban would guard: an unknown suite stays `unsupported`.
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
