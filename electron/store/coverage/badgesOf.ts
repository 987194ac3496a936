import { countingGrades } from '../../../shared/model/verification'
import { type BadgeColumns, followedBit, gradeOrder, kindOf, kinds } from './columns/badges'

/** Badges of each issuer's achievement, by the store's numbers of achievements; versions without a day of their own aside. */
export interface BadgesOfAchievements {
  /** Rejected ones, endorsements and older versions aside. */
  readonly badges: ReadonlyMap<number, number>
  /** Those among them that count on their days. */
  readonly counting: ReadonlyMap<number, number>
}

const [passedOver, named, counts] = [0, 1, 2]

/** What a badge of each kind is to its achievement. */
function rolesOf(): Uint8Array {
  const roles = new Uint8Array(kinds).fill(passedOver)
  for (const grade of gradeOrder) {
    if (grade === 'rejected') continue
    for (const revoked of [false, true])
      for (const nobodys of [false, true]) roles[kindOf({ grade, revoked, nobodys })] = !revoked && countingGrades.includes(grade) ? counts : named
  }
  return roles
}

/** How many badges name each achievement, and how many of them count? */
export function badgesOfAchievements({ length, kind, achievement }: BadgeColumns): BadgesOfAchievements {
  const roles = rolesOf()
  const most = achievement.reduce((greatest, one) => Math.max(greatest, one), 0)
  const [badges, counting] = [new Int32Array(most + 1), new Int32Array(most + 1)]
  for (let row = 0; row < length; row += 1) {
    const [role, of] = [roles[kind[row]! % followedBit]!, achievement[row]!]
    if (role === passedOver || of === 0) continue
    badges[of]! += 1
    if (role === counts) counting[of]! += 1
  }
  const found = (count: Int32Array): ReadonlyMap<number, number> => new Map([...count.entries()].filter(([, number]) => number > 0))
  return { badges: found(badges), counting: found(counting) }
}
