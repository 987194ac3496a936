import type { Output } from '../../../shared/contract'
import type { ProblemCode } from '../../../shared/model/problem'
import type { AxisName, AxisValues } from '../../../shared/model/verification'
import type { AxisSign } from '../../components/AxisResult'
import { shortened } from '../../words/format'

type Badge = Output<'badge.read'>

/** The axes in display order. */
export const axisOrder: readonly AxisName[] = ['integrity', 'issuer', 'time', 'status', 'schema', 'recipient']

type Signs = { readonly [Axis in AxisName]: Readonly<Record<AxisValues[Axis], AxisSign>> }

/** ✓ found right · ？ cannot be known here · ✕ found wrong · ― not applicable. */
const signs: Signs = {
  integrity: { intact: 'right', altered: 'wrong', malformed: 'wrong', unsigned: 'unknown', unsupported: 'unknown', 'data-loss': 'unknown' },
  issuer: { registered: 'right', unregistered: 'unknown', unauthenticated: 'unknown', unresolved: 'unknown', mismatch: 'wrong' },
  time: { current: 'right', 'not-yet-valid': 'wrong', expired: 'wrong' },
  status: { none: 'none', clear: 'right', revoked: 'wrong', suspended: 'wrong', unknown: 'unknown', 'invalid-list': 'unknown' },
  schema: { ok: 'right', warnings: 'right' },
  recipient: { matched: 'right', unmatched: 'unknown', conflict: 'wrong' },
}

/** The sign of one axis of a badge. */
export function signOf(axis: AxisName, axes: AxisValues): AxisSign {
  // Each axis has its own values: the table is indexed by the value of that axis.
  const ofAxis: Readonly<Record<string, AxisSign>> = signs[axis]
  return ofAxis[axes[axis]] ?? 'unknown'
}

export type NoCountReason = 'expired' | 'not-yet-valid' | 'revoked' | 'suspended'

/** Why a badge of a grade that counts does not count now; null where the grade itself is the reason, or it counts. */
export function noCountReason({ counts, grade, axes }: Pick<Badge, 'counts' | 'grade' | 'axes'>): NoCountReason | null {
  if (counts || (grade !== 'verified' && grade !== 'confirmed')) return null
  if (axes.status === 'revoked' || axes.status === 'suspended') return axes.status
  return axes.time === 'current' ? null : axes.time
}

/**
 * A doubt about a badge: an unsolicited copy of an unproven badge; for a counting badge, an unproven list or copy that says it was revoked, an unknown
 * revocation status, or another badge with its id.
 */
export type Doubt = 'unsolicited' | 'revocationClaimed' | 'statusUnknown' | 'contested'

export function doubtsOf({ grade, axes, problems }: Pick<Badge, 'grade' | 'axes' | 'problems'>): readonly Doubt[] {
  const has = (code: ProblemCode) => problems.some((problem) => problem.code === code)
  if (grade === 'unproven') return has('evidence.unsolicited') ? ['unsolicited'] : []
  if (grade !== 'verified' && grade !== 'confirmed') return []
  return [
    ...(has('status.revocation-claimed') ? (['revocationClaimed'] as const) : []),
    ...(axes.status === 'unknown' || axes.status === 'invalid-list' ? (['statusUnknown'] as const) : []),
    ...(problems.some(({ code }) => code === 'credential.contested-id') ? (['contested'] as const) : []),
  ]
}

/** The screen of the next step; null if there is none. */
export type Mend = 'issuers' | 'unmatched' | 'importing' | 'courier' | null

/** The screen of the next step: the key first, then the person, then a new file. An unsigned badge needs a copy from its origin instead of a key. */
export function mendOf({ grade, axes, problems }: Pick<Badge, 'grade' | 'axes' | 'problems'>): Mend {
  if (grade === 'rejected') return 'importing'
  const [doubt] = doubtsOf({ grade, axes, problems })
  // The copy is there already: one inquiry from here is all that is missing.
  if (doubt === 'unsolicited') return 'courier'
  if (axes.recipient !== 'matched') return 'unmatched'
  if (axes.integrity !== 'unsigned' && (axes.issuer === 'unregistered' || axes.issuer === 'unauthenticated')) return 'issuers'
  if (doubt === 'revocationClaimed') return 'courier'
  // Another badge claims its id: an inquiry settles which is the issuer's.
  if (doubt === 'contested') return 'importing'
  return grade === 'unproven' || axes.status === 'unknown' || axes.status === 'invalid-list' ? 'importing' : null
}

/** A checked literal shortened to one line of a table: the beginning of a digest, both ends of a key or address, all of a word. */
export const shortLiteral = (literal: string): string =>
  /^[0-9a-f]{24,}$/i.test(literal) ? `${literal.slice(0, 16)}…` : /\s/.test(literal) ? literal : shortened(literal, 22)
