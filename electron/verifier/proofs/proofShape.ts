import { isObject, type JsonObject, type JsonValue, textOf } from '../../../shared/model/json'
import type { PlacedProblem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import type { VerifierContext } from '../context/context'
import type { IssueClaim, KeyRequest } from '../keys/key'

type ShapeProblem = PlacedProblem<VerifierProblemCode>

/** The name of a proof: its cryptosuite, or its type where the type is a suite of its own. Null where it has neither. */
export const suiteName = ({ type, cryptosuite }: JsonObject): string | null => (type === 'DataIntegrityProof' ? textOf(cryptosuite) : textOf(type))

/** Date and time as in XML Schema; without a zone they are read as UTC. Null for any other text. */
export function readInstant(text: JsonValue | undefined): Date | null {
  const parts = typeof text === 'string' ? /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text) : null
  const instant = parts && new Date(`${parts[1]}${parts[2] ?? 'Z'}`)
  return instant && !Number.isNaN(instant.getTime()) ? instant : null
}

const isTexts = (value: JsonValue): boolean => (Array.isArray(value) ? value.every((one) => typeof one === 'string') : typeof value === 'string')

/** Optional members, and the check of each. */
const optional: readonly (readonly [string, (value: JsonValue) => boolean])[] = [
  ['id', (value) => typeof value === 'string'],
  ['created', (value) => readInstant(value) !== null],
  ['expires', (value) => readInstant(value) !== null],
  ['previousProof', isTexts],
]

/**
 * The first fault of a proof's form; null where there is none. Each means `malformed`. Pointers are those of a document with this one proof: `/proof/created`.
 *
 * @source VC Data Integrity 1.0, sections 2.1 (proofs) and 4.4 (verify proof)
 */
export function shapeProblem(proof: JsonObject): ShapeProblem | null {
  const { proofPurpose, verificationMethod } = proof
  if (proofPurpose !== 'assertionMethod') {
    return { code: 'proof.wrong-purpose', at: '/proof/proofPurpose', ...(typeof proofPurpose === 'string' ? { detail: proofPurpose } : {}) }
  }
  if (typeof verificationMethod !== 'string' && !isObject(verificationMethod)) return { code: 'proof.shape', at: '/proof/verificationMethod' }
  for (const [name, fits] of optional) {
    const value = proof[name]
    if (value !== undefined && !fits(value)) return { code: 'proof.shape', at: `/proof/${name}` }
  }
  return null
}

/** Is the proof expired? Its end is signed, so this matters only once the signature holds. @source VC Data Integrity 1.0, section 4.4 */
export function isPastItsEnd({ expires }: JsonObject, { now, clockSkewSeconds }: VerifierContext): boolean {
  const end = readInstant(expires)
  return end !== null && now.getTime() > end.getTime() + clockSkewSeconds * 1000
}

/** The key the proof names. A method written out inside the proof is a key in the file itself. */
export function keyRequest({ verificationMethod }: JsonObject, about: IssueClaim): KeyRequest {
  const embedded = isObject(verificationMethod) ? verificationMethod : null
  return { method: embedded ? textOf(embedded.id) : textOf(verificationMethod), carried: embedded, ...about }
}
