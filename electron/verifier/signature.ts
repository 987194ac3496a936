import type { Problem } from '../../shared/model/problem'
import type { EvidenceSeen, Finding, IntegrityValue, IssuerValue } from '../../shared/model/verification'
import type { KeyFinding } from './keys/key'

/** The finding of all signatures of one credential, for every way of signing. */
export interface SignatureFinding {
  readonly integrity: Finding<IntegrityValue>
  readonly issuer: Finding<IssuerValue>
  /** The suite that decided; the first one named where none could; null where the credential has no proof. */
  readonly proof: string | null
  readonly problems: readonly Problem[]
}

/** The issuer is not authenticated, and no key was looked for. */
export const unauthenticated: Finding<IssuerValue> = { value: 'unauthenticated', seen: [] }

/** A finding without looking for a key. */
export const withoutKey = (proof: string, value: IntegrityValue, problem: Problem): SignatureFinding => ({
  integrity: { value, seen: [{ kind: 'suite', text: proof }], ...(problem.at === undefined ? {} : { at: problem.at }) },
  issuer: unauthenticated,
  proof,
  problems: [problem],
})

/**
 * A finding where the key was named and is not usable. Not stored: nothing can decide, as with a proof that is not implemented. Malformed: no valid signature
 * can have been made with it.
 */
export const keyMissing = (proof: string, { issuer, problems }: KeyFinding): SignatureFinding => ({
  integrity: { value: issuer.value === 'unresolved' || issuer.value === 'mismatch' ? 'unsupported' : 'malformed', seen: [{ kind: 'suite', text: proof }] },
  issuer,
  proof,
  problems,
})

/** A finding with a usable key. */
export const withKey = (proof: string, value: IntegrityValue, key: KeyFinding, problems: readonly Problem[]): SignatureFinding => {
  const seen: readonly EvidenceSeen[] = [{ kind: 'suite', text: proof }]
  const at = problems.find((problem) => problem.at !== undefined)?.at
  return { integrity: { value, seen, ...(at === undefined ? {} : { at }) }, issuer: key.issuer, proof, problems: [...problems, ...key.problems] }
}
