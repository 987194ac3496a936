import type { CoverageTable } from '../../../shared/contract/coverage'
import type { Scope } from '../../../shared/contract/parts'
import { type SkillBits, wordsFor } from '../../../shared/coverage'
import { type BadgeColumns, followedBit, gradeOrder, kindOf, kinds, leastUnmatched, uncountable } from './columns/badges'
import type { Columns } from './columns/columns'
import { dayNumber } from './columns/dayNumber'
import { gradesApart, gradesCounted } from './counting'
import type { Mapped } from './mapped'

/** Badges that do not count, by the first reason that applies. */
export type LeftOut = Omit<CoverageTable['left'], 'onLeave' | 'leavers'>

/** Who holds which skills on a day, and what was left out. Posts are not considered. People by their places. */
export interface HeldOnDay {
  /** By badges that count. */
  readonly counting: SkillBits
  /** By badges that are shown separately. */
  readonly apart: SkillBits
  readonly left: LeftOut
}

/** Whether the scope ignores a kind of badge, counts it, or shows it separately. */
const [ignored, counts, isApart] = [0, 1, 2]

function rolesOf(scope: Scope): Uint8Array {
  const roles = new Uint8Array(followedBit + kinds).fill(ignored)
  const put = { revoked: false, unmatched: false }
  for (const grade of gradesCounted(scope)) roles[kindOf({ grade, ...put })] = counts
  for (const grade of gradesApart(scope)) roles[kindOf({ grade, ...put })] = isApart
  roles.copyWithin(followedBit, 0, kinds)
  return roles
}

/** Whether the scope counts a badge, by its kind. */
export const countedKinds = (scope: Scope): readonly boolean[] => [...rolesOf(scope)].map((role) => role === counts)

/** How many badges there are of each kind. Those that another version has followed by the day are left out, except unmatched ones: these are in the tray on any day. */
function countKinds({ kind, followed, length }: BadgeColumns, on: number): Int32Array {
  const badges = new Int32Array(kinds)
  for (let row = 0; row < length; row += 1) {
    const own = kind[row]!
    if (own < followedBit) badges[own]! += 1
    else if (followed[row]! > on || own - followedBit >= leastUnmatched) badges[own - followedBit]! += 1
  }
  return badges
}

/**
 * Counts badges that do not count under one reason each: rejected, unmatched, its grade, revoked or suspended, expired, without a skill. Badges that have not
 * begun yet are not counted.
 *
 * @param expired Only badges that would count otherwise.
 */
function leftOut(badges: Int32Array, scope: Scope, { expired, unmapped }: Pick<LeftOut, 'expired' | 'unmapped'>): LeftOut {
  const counted = gradesCounted(scope)
  const left = { unproven: 0, unregistered: 0, rejected: 0, expired, revoked: 0, unmatched: badges[uncountable(true)]!, unmapped }
  for (const grade of gradeOrder) {
    const of = (revoked: boolean, unmatched: boolean): number => badges[kindOf({ grade, revoked, unmatched })]!
    const [unmatched, revoked] = [of(false, true) + of(true, true), of(true, false)]
    const matched = of(false, false) + revoked
    if (grade === 'rejected') left.rejected += matched + unmatched
    else left.unmatched += unmatched
    if (counted.includes(grade)) left.revoked += revoked
    else if (grade === 'unproven' || grade === 'unregistered') left[grade] += matched
  }
  return left
}

/**
 * Who holds which skills on the day of the scope, at its level or above: one pass over all badges.
 *
 * @param skills How many skills there are.
 */
export function heldOn({ badges, people }: Columns, { atAnyLevel, first, words, bits }: Mapped, skills: number, scope: Scope): HeldOnDay {
  const { length, kind, from, until, followed, person, achievement } = badges
  const [on, roles, share, places] = [dayNumber(scope.on), rolesOf(scope), wordsFor(skills), people.places]
  const [counting, apart] = [new Uint32Array(people.ids.length * share), new Uint32Array(people.ids.length * share)]
  let [expired, unmapped] = [0, 0]
  for (let row = 0; row < length; row += 1) {
    const role = roles[kind[row]!]!
    if (role === ignored || from[row]! > on) continue
    if (until[row]! < on) {
      if (role === counts && followed[row]! > on) expired += 1
      continue
    }
    const of = achievement[row]!
    const [begin, end] = [first[of] ?? 0, first[of + 1] ?? 0]
    if (begin < end) {
      const held = role === counts ? counting : apart
      const at = places[person[row]!]! * share
      for (let part = begin; part < end; part += 1) held[at + words[part]!]! |= bits[part]!
    } else if (role === counts && (atAnyLevel[of] ?? 0) === 0) unmapped += 1
  }
  return { counting, apart, left: leftOut(countKinds(badges, on), scope, { expired, unmapped }) }
}
