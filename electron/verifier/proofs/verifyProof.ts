import { asText, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { PlacedProblem, Problem } from '../../../shared/model/problem'
import type { Finding, IssuerValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'
import type { ContextTable } from '../jsonld/contextTable'
import type { IssueClaim, KeyFinding, PublicKey, ResolveKey } from '../keys/key'
import { unauthenticated } from '../signature'
import { isPastItsEnd, keyRequest, purposesFor, shapeProblem, suiteName } from './proofShape'
import type { ProofSuite, SuiteOutcome } from './suite'

/** One verified proof of a set. Pointers are into the whole document. */
export interface VerifiedProof {
  readonly at: string
  /** The suite by its standard name; null where the proof names none. */
  readonly suite: string | null
  /** Is the suite implemented? */
  readonly known: boolean
  readonly method: string | null
  readonly verdict: SuiteOutcome['verdict']
  readonly verdictAt: string
  readonly issuer: Finding<IssuerValue>
  readonly problems: readonly Problem[]
}

/** What a proof is verified with. */
export interface ProofSet {
  /** The document without any proof. */
  readonly unsecured: JsonObject
  readonly proofs: readonly JsonValue[]
  /** Whether `proof` is a list in the document: pointers depend on it. */
  readonly listed: boolean
  readonly about: IssueClaim
  readonly context: VerifierContext
  readonly resolveKey: ResolveKey
  readonly suites: readonly ProofSuite[]
  /** The JSON-LD contexts that may be named. */
  readonly contexts: ContextTable
  /** Each proof is verified once, however many others name it. */
  readonly verified: Map<number, Promise<VerifiedProof>>
}

export const proofSet = (document: JsonObject, rest: Omit<ProofSet, 'unsecured' | 'proofs' | 'listed' | 'verified'>): ProofSet => {
  const { proof, ...unsecured } = document
  const proofs = proof === undefined || proof === null ? [] : isArray(proof) ? proof : [proof]
  return { unsecured, proofs, listed: isArray(proof), verified: new Map(), ...rest }
}

const single = (verdict: SuiteOutcome['verdict'], problem: PlacedProblem): SuiteOutcome => ({
  verdict,
  at: problem.at,
  problems: [problem],
})

/** The proofs named by `previousProof`, or the outcome where one is missing. @source VC Data Integrity 1.0, section 4.5 (verify proof sets and chains) */
function earlierProofs(proof: JsonObject, proofs: readonly JsonValue[]): readonly number[] | SuiteOutcome {
  const named = proof.previousProof
  const ids = named === undefined ? [] : isArray(named) ? named : [named]
  const found = ids.map((id) => [...proofs.keys()].filter((index) => isObject(proofs[index]) && proofs[index].id === id))
  const missing = found.findIndex((matches) => matches.length === 0)
  if (missing >= 0) return single('malformed', { code: 'proof.previous-missing', at: '/proof/previousProof', detail: asText(ids[missing]) })
  return [...new Set(found.flat())].sort((left, right) => left - right)
}

/** Does the proof name itself as a previous proof, directly or through others? */
function isCircular(index: number, proofs: readonly JsonValue[]): boolean {
  const reached = new Set<number>()
  const open = [index]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    // The proof itself is an object, and only objects can be named.
    const earlier = earlierProofs(proofs[one] as JsonObject, proofs)
    for (const next of 'length' in earlier ? earlier : []) {
      if (next === index) return true
      if (!reached.has(next)) open.push(next)
      reached.add(next)
    }
  }
  return false
}

/** The outcome before the signature is verified, for a fault of form or a missing key; else the key to verify with. */
function beforeSignature(proof: JsonObject, suite: ProofSuite, { key, issuer, problems }: KeyFinding, document: JsonObject): SuiteOutcome | PublicKey {
  const shape = shapeProblem(proof, purposesFor(document))
  if (shape) return single('malformed', shape)
  const at = '/proof/verificationMethod'
  if (key) return suite.keyTypes.includes(key.type) ? key : single('malformed', { code: 'key.malformed', at, detail: key.type })
  if (issuer.value === 'unresolved') return single('unsupported', { code: 'key.not-held', at })
  if (issuer.value === 'mismatch') return { verdict: 'unsupported', at, problems: [] }
  return { verdict: 'malformed', at, problems: problems.length > 0 ? [] : [{ code: 'key.malformed', at }] }
}

const placeOf = (index: number, { listed }: ProofSet): string => (listed ? `/proof/${index}` : '/proof')

/** Verifies one proof of a set, and first its previous proofs: a chain is intact only as far as those are. */
export function verifyProof(index: number, set: ProofSet): Promise<VerifiedProof> {
  const known = set.verified.get(index)
  if (known) return known
  const fresh = verifyUncached(index, set)
  set.verified.set(index, fresh)
  return fresh
}

function verifyUncached(index: number, set: ProofSet): Promise<VerifiedProof> {
  const proof = set.proofs[index]
  const at = placeOf(index, set)
  const name = isObject(proof) ? suiteName(proof) : null
  if (!isObject(proof) || name === null) {
    const where = isObject(proof) ? `${at}/type` : at
    return Promise.resolve({
      ...{ at, suite: null, known: false, method: null, verdict: 'malformed', verdictAt: where, issuer: unauthenticated },
      problems: [{ code: 'proof.shape', at: where }],
    })
  }
  return verifyNamed(proof, name, index, set)
}

async function verifyNamed(proof: JsonObject, name: string, index: number, set: ProofSet): Promise<VerifiedProof> {
  const at = placeOf(index, set)
  const suite = set.suites.find((entry) => entry.matches(proof))
  const request = keyRequest(proof, set.about)
  if (!suite) {
    const problem: Problem = { code: 'proof.unknown-suite', at, detail: name }
    return { at, suite: name, known: false, method: request.method, verdict: 'unsupported', verdictAt: at, issuer: unauthenticated, problems: [problem] }
  }
  const finding = set.resolveKey(request, set.context)
  const ready = beforeSignature(proof, suite, finding, set.unsecured)
  const outcome = 'verdict' in ready ? ready : await verifySignature(proof, suite, ready, index, set)
  const problems = [...finding.problems, ...outcome.problems.map((problem) => placed(problem, at))]
  return {
    ...{ at, suite: suite.id, known: true, method: request.method, verdict: outcome.verdict, issuer: finding.issuer },
    verdictAt: placedAt(outcome.at ?? '/proof', at),
    problems: problems.filter((problem, place) => problems.findIndex(({ code }) => code === problem.code) === place),
  }
}

const placedAt = (pointer: string, at: string): string => (/^\/proof(\/|$)/.test(pointer) ? at + pointer.slice('/proof'.length) : pointer)

const placed = (problem: Problem, at: string): Problem => (problem.at === undefined ? problem : { ...problem, at: placedAt(problem.at, at) })

async function verifySignature(proof: JsonObject, suite: ProofSuite, key: PublicKey, index: number, set: ProofSet): Promise<SuiteOutcome> {
  const earlier = earlierProofs(proof, set.proofs)
  if (!('length' in earlier)) return earlier
  // Checked before awaiting any of them: two that await one another would never end.
  if (earlier.length > 0 && isCircular(index, set.proofs)) return single('malformed', { code: 'proof.shape', at: '/proof/previousProof' })
  for (const one of earlier) {
    const previous = await verifyProof(one, set)
    if (previous.verdict === 'altered' || previous.verdict === 'malformed')
      return { verdict: previous.verdict, at: previous.verdictAt, problems: previous.problems }
  }
  // The document has its previous proofs as when this one was made: as a list, in the order of the set.
  const secured = earlier.length > 0 ? { ...set.unsecured, proof: earlier.flatMap((one) => set.proofs.slice(one, one + 1)) } : set.unsecured
  const outcome = await suite.verify(secured, proof, key, { contexts: set.contexts, crossCheck: set.context.crossCheck })
  return outcome.verdict === 'intact' && isPastItsEnd(proof, set.context) ? single('unsupported', { code: 'proof.expired', at: '/proof/expires' }) : outcome
}
