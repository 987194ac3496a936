import type { Credential, RecipientIdentity } from './credential'
import type { Day } from './day'
import { decisiveProblem } from './decisive'
import { heldDays } from './heldDays'
import type { Problem } from './problem'
import { type Axes, type AxisName, type AxisValues, axisValues, type Grade, type Verification } from './verification'

// The stored form of a badge as plain texts and numbers: made where the badge is verified, so that the store only has to write it.

/** The basis of one axis, and where in the document it failed. */
export type SeenByAxis = { readonly [Axis in AxisName]: { readonly seen: Axes[Axis]['seen']; readonly at?: string } }

const seenByAxis = (axes: Axes): SeenByAxis => {
  const of = (axis: AxisName) => ({ seen: axes[axis].seen, ...(axes[axis].at === undefined ? {} : { at: axes[axis].at }) })
  return { integrity: of('integrity'), issuer: of('issuer'), time: of('time'), status: of('status'), schema: of('schema'), recipient: of('recipient') }
}

/** A verdict, ready to be stored. */
export interface KeptVerdict extends AxisValues {
  readonly grade: Grade
  /** False for an endorsement: never counted, whatever its grade. */
  readonly countable: boolean
  readonly proof: string | null
  readonly issuerName: string | null
  /** JSON of the problems, in the order found. */
  readonly problems: string
  /** JSON of `SeenByAxis`. */
  readonly seen: string
  readonly contextDigest: string
  /** The problem an import reports: the one that decided the grade. Undefined without a problem. */
  readonly reason: Problem | undefined
}

export const keptVerdict = ({ grade, countable, axes, proof, issuerName, problems, contextDigest }: Verification): KeptVerdict => ({
  grade,
  countable,
  ...axisValues(axes),
  proof,
  issuerName,
  problems: JSON.stringify(problems),
  seen: JSON.stringify(seenByAxis(axes)),
  contextDigest,
  reason: decisiveProblem(grade, problems) ?? problems[0],
})

/** The same verdict for a credential whose recipients match several people: no person is chosen, and a problem is added. */
export function inConflict(verdict: KeptVerdict, staffNumbers: readonly string[]): KeptVerdict {
  // Both texts are those of `keptVerdict`.
  const found = JSON.parse(verdict.problems) as readonly Problem[]
  const seen = JSON.parse(verdict.seen) as SeenByAxis
  const problems: readonly Problem[] = [...found, { code: 'recipient.conflict', detail: staffNumbers.join(', ') }]
  const recipient = { seen: staffNumbers.map((text) => ({ kind: 'identity' as const, text })) }
  return {
    ...verdict,
    recipient: 'conflict',
    problems: JSON.stringify(problems),
    seen: JSON.stringify({ ...seen, recipient } satisfies SeenByAxis),
    reason: decisiveProblem(verdict.grade, problems) ?? problems[0],
  }
}

/** A credential, ready to be stored. */
export interface KeptCredential {
  readonly standard: Credential['standard']
  readonly issuerId: string | null
  readonly claimedIssuerName: string | null
  /** The address of the achievement. */
  readonly achievementUri: string | null
  readonly achievementName: string | null
  /** When it became valid, to decide which of two versions is newer; null if not written. */
  readonly validFromMilliseconds: number | null
  /** Days of Japan, both included. */
  readonly heldFrom: Day
  readonly heldUntil: Day
  readonly recipients: readonly RecipientIdentity[]
  /** JSON of the whole `Credential`. */
  readonly document: string
}

export function keptCredential(credential: Credential): KeptCredential {
  const { from, until, validFromMilliseconds } = heldDays(credential.validFrom, credential.validUntil)
  return {
    standard: credential.standard,
    issuerId: credential.issuer.id,
    claimedIssuerName: credential.issuer.name,
    achievementUri: credential.achievement.id,
    achievementName: credential.achievement.name ?? credential.name,
    validFromMilliseconds,
    heldFrom: from,
    heldUntil: until,
    recipients: credential.recipients,
    document: JSON.stringify(credential),
  }
}
