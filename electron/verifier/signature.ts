import type { Problem } from '../../shared/model/problem'
import type { EvidenceSeen, Finding, IntegrityValue, IssuerValue } from '../../shared/model/verification'
import type { KeyFinding } from './keys/key'

/** What the signatures of one credential say, taken together. Whichever way it was signed, this is the shape of the answer. */
export interface SignatureFinding {
  readonly integrity: Finding<IntegrityValue>
  readonly issuer: Finding<IssuerValue>
  /** The suite that decided; the first one named where none could; null where the credential carries none. */
  readonly proof: string | null
  readonly problems: readonly Problem[]
}

/** Nobody has authenticated the issuer, and no key was looked for. */
export const unauthenticated: Finding<IssuerValue> = { value: 'unauthenticated', seen: [] }

/** A finding reached before any key was looked for. */
export const withoutKey = (proof: string, value: IntegrityValue, problem: Problem): SignatureFinding => ({
  integrity: { value, seen: [{ kind: 'suite', text: proof }], ...(problem.at === undefined ? {} : { at: problem.at }) },
  issuer: unauthenticated,
  proof,
  problems: [problem],
})

/**
 * A finding where the key was named but is not in hand. Not held: nothing can decide, as with a proof we do not implement.
 * Malformed: no sound signature can have been made with it.
 */
export const keyMissing = (proof: string, { issuer, problems }: KeyFinding): SignatureFinding => ({
  integrity: { value: issuer.value === 'unresolved' || issuer.value === 'mismatch' ? 'unsupported' : 'malformed', seen: [{ kind: 'suite', text: proof }] },
  issuer,
  proof,
  problems,
})

/** A finding reached with a key in hand. */
export const withKey = (proof: string, value: IntegrityValue, key: KeyFinding, problems: readonly Problem[]): SignatureFinding => {
  const seen: readonly EvidenceSeen[] = [{ kind: 'suite', text: proof }]
  const at = problems.find((problem) => problem.at !== undefined)?.at
  return { integrity: { value, seen, ...(at === undefined ? {} : { at }) }, issuer: key.issuer, proof, problems: [...problems, ...key.problems] }
}
