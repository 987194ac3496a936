import { countsByDefault, type Grade, type StatusValue, type TimeValue } from '../../../shared/model/verification'
import type { BundleItem } from '../badges/bundle'
import type { ExpectedCredential } from './expected'

/** Where a credential stands in its own time at an instant. The end itself is still inside. */
export function timeOf({ validFrom, validUntil }: Pick<ExpectedCredential, 'validFrom' | 'validUntil'>, at: string): TimeValue {
  if (validFrom !== null && Date.parse(at) < Date.parse(validFrom)) return 'not-yet-valid'
  if (validUntil !== null && Date.parse(at) > Date.parse(validUntil)) return 'expired'
  return 'current'
}

/** The verdict on one thing at an instant, as `verify --json` should print it; only members that are certain. */
export function expectLine({ source, expected }: BundleItem, at: string): object {
  if (expected.kind !== 'credential') return { source, ...expected }
  const { axes, withEvidence: _, ...rest } = expected
  const time = timeOf(expected, at)
  return {
    source,
    ...rest,
    axes: { ...axes, time },
    counts: countsByDefault({ countable: true, grade: expected.grade, status: axes.status ?? ('none' satisfies StatusValue) }, time),
  }
}

export type GradeCounts = Readonly<Record<Grade, number>>

export function countGrades(items: readonly BundleItem[]): GradeCounts {
  const counts = { verified: 0, confirmed: 0, unregistered: 0, unproven: 0, rejected: 0 }
  for (const { expected } of items) if (expected.kind === 'credential') counts[expected.grade] += 1
  return counts
}

/** The last line of `verify`. Envelopes are counted nowhere; every further credential of a file is received too. */
export function summarise(items: readonly BundleItem[]) {
  const count = (kind: string) => items.filter(({ expected }) => expected.kind === kind).length
  const [credentials, support, unreadable, ignored] = [count('credential'), count('support'), count('unreadable'), count('ignored')]
  return { kind: 'summary', received: credentials + support + unreadable + ignored, credentials, support, unreadable, ignored, grades: countGrades(items) }
}
