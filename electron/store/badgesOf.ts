import { type BadgeColumns, followedBit, kindOf, kinds } from './columns/badges'

/** Badges that stand for each achievement, by the store's numbers of achievements: rejected ones and versions without a day of their own aside. */
export interface BadgesOfAchievements {
  readonly badges: ReadonlyMap<number, number>
  /** The id of the badge that came last. */
  readonly newest: ReadonlyMap<number, number>
}

/** How many badges stand for each achievement, and which of them came last? */
export function badgesOfAchievements({ rows, kind, achievement }: BadgeColumns): BadgesOfAchievements {
  const stands = new Uint8Array(followedBit + kinds).fill(1)
  stands[0] = 0
  for (const revoked of [false, true]) for (const nobodys of [false, true]) stands[kindOf({ grade: 'rejected', revoked, nobodys })] = 0
  const most = achievement.reduce((greatest, one) => Math.max(greatest, one), 0)
  const [count, last] = [new Int32Array(most + 1), new Int32Array(most + 1)]
  for (let id = 0; id < rows.length; id += 1) {
    const row = rows[id]!
    if (row < 0 || stands[kind[row]!] === 0 || achievement[row] === 0) continue
    const of = achievement[row]!
    count[of]! += 1
    last[of] = id
  }
  const held = [...count.keys()].filter((of) => count[of]! > 0)
  return { badges: new Map(held.map((of) => [of, count[of]!])), newest: new Map(held.map((of) => [of, last[of]!])) }
}
