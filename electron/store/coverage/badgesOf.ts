import { countingGrades } from '../../../shared/model/verification'
import { type BadgeColumns, followedBit, gradeOrder, kindOf, kinds } from './columns/badges'

/** Badges of each issuer's achievement, by stored achievement id; without versions without a day of their own. */
export interface BadgesOfAchievements {
  /** Without rejected ones, endorsements and older versions. */
  readonly badges: ReadonlyMap<number, number>
  /** Those among them that count on their days. */
  readonly counting: ReadonlyMap<number, number>
}

const [ignored, named, counts] = [0, 1, 2]

/** For each kind of badge, whether it is ignored, only names its achievement, or counts for it. */
function rolesOf(): Uint8Array {
  const roles = new Uint8Array(kinds).fill(ignored)
  for (const grade of gradeOrder) {
    if (grade === 'rejected') continue
    for (const revoked of [false, true])
      for (const unmatched of [false, true]) roles[kindOf({ grade, revoked, unmatched })] = !revoked && countingGrades.includes(grade) ? counts : named
  }
  return roles
}

/** How many badges name each achievement, and how many of them count. */
export function badgesOfAchievements({ length, kind, achievement }: BadgeColumns): BadgesOfAchievements {
  const roles = rolesOf()
  const most = achievement.reduce((greatest, one) => Math.max(greatest, one), 0)
  const [badges, counting] = [new Int32Array(most + 1), new Int32Array(most + 1)]
  for (let row = 0; row < length; row += 1) {
    const [role, of] = [roles[kind[row]! % followedBit]!, achievement[row]!]
    if (role === ignored || of === 0) continue
    badges[of]! += 1
    if (role === counts) counting[of]! += 1
  }
  const found = (count: Int32Array): ReadonlyMap<number, number> => new Map([...count.entries()].filter(([, number]) => number > 0))
  return { badges: found(badges), counting: found(counting) }
}
