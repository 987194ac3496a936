import type { Problem, ProblemCode } from './problem'
import { countingGrades, type Grade } from './verification'

/** Findings of time, status, shape, recipient and name: they do not change how far a badge is proven. */
const besideTheGrade = /^(time|status|schema|recipient|endorsement)\.|^document\.(?!ambiguous)|^credential\.(?!superseded)|^issuer\.look-alike$/

/** Remarks on a valid signature. */
const remarks: readonly ProblemCode[] = ['proof.foreign', 'context.older-text', 'context.canonical-order']

/** Problems that leave a badge unproven without rejecting it. */
const undecided: readonly ProblemCode[] = [
  'key.from-document',
  'key.not-held',
  'key.fragment',
  'key.from-badge',
  'key.header-jwk',
  'key.outside-period',
  'key.not-pinned',
  'key.unsupported-type',
  'issuer.unregistered',
  'hosted.no-evidence',
  'hosted.no-answer',
  'evidence.unsolicited',
  'evidence.misdated',
  'hosted.not-found',
  'hosted.not-encrypted',
  'hosted.origin-unproven',
  'proof.none',
  'proof.unknown-suite',
  'proof.base-only',
  'proof.selective',
  'context.unknown-url',
  'context.data-loss',
  'credential.superseded-standard',
]

/**
 * Which of its problems decided the grade of a badge that is not proven?
 *
 * @param problems In the order they were found: what the signature says first.
 * @returns Undefined for a proven badge, and where no problem says more than the grade does.
 */
export function decisiveProblem<Found extends { readonly code: Problem['code'] }>(grade: Grade, problems: readonly Found[]): Found | undefined {
  if (countingGrades.includes(grade)) return undefined
  return problems.find(({ code }) => !besideTheGrade.test(code) && !remarks.includes(code) && !(grade === 'rejected' && undecided.includes(code)))
}
