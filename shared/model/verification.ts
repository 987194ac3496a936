import type { Problem } from './problem'

/** What the signature says about the content. */
export const integrityValues = ['intact', 'altered', 'unsigned', 'unsupported', 'data-loss', 'malformed'] as const
/** The owner of the key, and how it is known. */
export const issuerValues = ['registered', 'unregistered', 'unauthenticated', 'unresolved', 'mismatch'] as const
export const timeValues = ['current', 'not-yet-valid', 'expired'] as const
export const statusValues = ['none', 'clear', 'revoked', 'suspended', 'unknown', 'invalid-list'] as const
export const schemaValues = ['ok', 'warnings'] as const
export const recipientValues = ['matched', 'unmatched', 'conflict'] as const
export const gradeValues = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected'] as const

export type IntegrityValue = (typeof integrityValues)[number]
export type IssuerValue = (typeof issuerValues)[number]
export type TimeValue = (typeof timeValues)[number]
export type StatusValue = (typeof statusValues)[number]
export type SchemaValue = (typeof schemaValues)[number]
export type RecipientValue = (typeof recipientValues)[number]
export type Grade = (typeof gradeValues)[number]

/** A key, list or date a finding is based on. `text` is literal, never prose. */
export interface EvidenceSeen {
  readonly kind: 'key' | 'issuer' | 'suite' | 'list' | 'list-date' | 'fetched-at' | 'digest' | 'instant' | 'context' | 'identity'
  readonly text: string
}

/** One axis of the verdict. */
export interface Finding<Value extends string> {
  readonly value: Value
  readonly seen: readonly EvidenceSeen[]
  /** JSON Pointer to the failed part. */
  readonly at?: string
}

export interface Axes {
  readonly integrity: Finding<IntegrityValue>
  readonly issuer: Finding<IssuerValue>
  readonly time: Finding<TimeValue>
  readonly status: Finding<StatusValue>
  readonly schema: Finding<SchemaValue>
  readonly recipient: Finding<RecipientValue>
}
export type AxisName = keyof Axes
export type AxisValues = { readonly [Axis in AxisName]: Axes[Axis]['value'] }

/** The verdict on one credential: a pure function of its bytes and the verifier's context. */
export interface Verification {
  readonly grade: Grade
  readonly axes: Axes
  /** False for documents never counted as a skill, whatever the grade: an envelope, an endorsement. */
  readonly countable: boolean
  /** Whether it counts as a skill by default, on the instant of verification. */
  readonly counts: boolean
  /** The suite that decided, by its standard name; if none decided, the first one named in the file; null without a suite. */
  readonly proof: string | null
  /** The issuer's name in our register; null where it is not registered. */
  readonly issuerName: string | null
  readonly problems: readonly Problem[]
  /** SHA-256 (hex) over the context that was used, so that the verdict can be repeated and explained. */
  readonly contextDigest: string
}

/** The axis values alone, as they are printed and stored. */
export const axisValues = (axes: Axes): AxisValues => ({
  integrity: axes.integrity.value,
  issuer: axes.issuer.value,
  time: axes.time.value,
  status: axes.status.value,
  schema: axes.schema.value,
  recipient: axes.recipient.value,
})

/** Grades that count as a skill unless the user chooses otherwise. */
export const countingGrades: readonly Grade[] = ['verified', 'confirmed']

/** Statuses with which a credential never counts. It can count with any other status, unknown included. */
export const stoppedStatuses = ['revoked', 'suspended'] as const satisfies readonly StatusValue[]

/** The values that decide, besides the day, whether a credential counts. */
export interface CountingFacts {
  readonly countable: boolean
  readonly grade: Grade
  readonly status: StatusValue
}

/**
 * Does a credential count on its days, where these grades are counted? The one definition: the verdict takes it from here, the store's SQL is made of
 * `stoppedStatuses`, `countingGrades` and the verdict's `countable`, and a test compares the two for every combination.
 *
 * @param grades A rejected credential never counts, even where its grade is named.
 */
export const countsOnItsDays = ({ countable, grade, status }: CountingFacts, grades: readonly Grade[] = countingGrades): boolean =>
  countable && grade !== 'rejected' && grades.includes(grade) && !stoppedStatuses.some((stopped) => stopped === status)

/** Does a credential count by default at the instant its time and status were verified at? */
export const countsByDefault = (facts: CountingFacts, time: TimeValue): boolean => time === 'current' && countsOnItsDays(facts)
