import type { CoverageTable } from '../../shared/contract/coverage'
import type { Scope } from '../../shared/contract/parts'
import type { Grade } from '../../shared/model/verification'
import { gradesCounted } from './counting'
import { type Database, readAll } from './statement'

/** Badges that do not count, by the first reason that applies. */
export type LeftOut = Omit<CoverageTable['left'], 'onLeave'>

/** Badges of one grade; each is in one of the four sums at most. */
interface OfGrade {
  readonly grade: Grade
  readonly badges: number
  readonly unmatched: number
  readonly revoked: number
  readonly expired: number
  readonly unmapped: number
}

/**
 * How many of the badges held (older versions aside) does a scope leave out, and why?
 * Each badge falls under one reason: refused, nobody's, its grade, revoked or suspended, over, without a skill. One that has not begun yet is no loss.
 */
export function readLeftOut(db: Database, scope: Scope): LeftOut {
  const rows = readAll<OfGrade>(
    db,
    `SELECT grade, COUNT(*) AS badges,
            SUM(person_id IS NULL) AS unmatched,
            SUM(person_id IS NOT NULL AND status IN ('revoked', 'suspended')) AS revoked,
            SUM(person_id IS NOT NULL AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until < :on) AS expired,
            SUM(person_id IS NOT NULL AND status NOT IN ('revoked', 'suspended') AND held_from <= :on AND held_until >= :on
                AND (achievement_id IS NULL OR achievement_id NOT IN (SELECT achievement_id FROM mapping))) AS unmapped
     FROM credential WHERE superseded_by IS NULL GROUP BY grade`,
    { on: scope.on },
  )
  const counted = gradesCounted(scope)
  const left = { unproven: 0, unregistered: 0, rejected: 0, expired: 0, revoked: 0, unmatched: 0, unmapped: 0 }
  for (const { grade, badges, unmatched, revoked, expired, unmapped } of rows) {
    if (grade === 'rejected') {
      left.rejected += badges
      continue
    }
    left.unmatched += unmatched
    if (counted.includes(grade)) {
      left.revoked += revoked
      left.expired += expired
      left.unmapped += unmapped
    } else if (grade === 'unproven' || grade === 'unregistered') left[grade] += badges - unmatched
  }
  return left
}
