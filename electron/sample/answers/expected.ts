import type { Container, Standard } from '../../../shared/model/credential'
import type { ReaderProblemCode } from '../../../shared/model/problems/reader'
import type { Grade, IntegrityValue, IssuerValue, StatusValue } from '../../../shared/model/verification'

/** What one credential in the bundle truly is, known from how it was made. Members left out are not claimed. */
export interface ExpectedCredential {
  readonly kind: 'credential'
  readonly container: Container
  readonly standard: Standard
  readonly proof?: string
  readonly id?: string
  readonly issuerId?: string
  readonly achievementId: string | null
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly grade: Grade
  readonly axes: { readonly integrity?: IntegrityValue; readonly issuer?: IssuerValue; readonly status?: StatusValue }
  /** What it is once the evidence in `evidence.json` counts. */
  readonly withEvidence?: { readonly grade?: 'confirmed'; readonly status?: StatusValue }
  /** The member of staff it names; null where nobody of the city. */
  readonly staffNumber: string | null
  /** What was done to it; null where nothing. */
  readonly fault: string | null
}

export type Expected =
  | ExpectedCredential
  /** A wrapper of credentials: judged for itself, counted nowhere. */
  | { readonly kind: 'envelope'; readonly container: Container; readonly standard: Standard; readonly grade: Grade }
  | { readonly kind: 'support'; readonly type: string }
  | { readonly kind: 'unreadable'; readonly code: ReaderProblemCode | null; readonly fault: string }
  | { readonly kind: 'ignored' }

/** The truth about a thing where the evidence beside the bundle counts: hosted badges are confirmed by their copies, and lists that addresses served apply. */
export function withEvidence(expected: Expected): Expected {
  if (expected.kind !== 'credential' || !expected.withEvidence) return expected
  const { grade, status } = expected.withEvidence
  return {
    ...expected,
    grade: expected.grade === 'unproven' ? (grade ?? expected.grade) : expected.grade,
    axes: status === undefined || expected.axes.status === undefined ? expected.axes : { ...expected.axes, status },
  }
}

/** A file as it will lie in the bundle, with the truth about each thing in it, in order. */
export interface Written {
  /** Name without folder and number, with its ending. */
  readonly name: string
  /** Names of the folders it lies in. */
  readonly folder: readonly string[]
  readonly bytes: Uint8Array
  readonly expected: readonly Expected[]
}

/** Things of a file that count among the badges asked for: credentials and what cannot be read. */
export const badgesIn = ({ expected }: Written): number => expected.filter(({ kind }) => kind === 'credential' || kind === 'unreadable').length
