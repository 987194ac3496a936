import type { Output } from '../../../shared/contract'
import type { BadgeRow, HeldSkill } from '../../../shared/contract/people'
import { addDays, type Day } from '../../../shared/model/day'
import { nextApril } from '../../words/dayStep'

type Person = Output<'people.read'>

/** What the sentence above a person's card says. */
export interface PersonSummary {
  /** The main post on the day; null where there is none. */
  readonly post: { readonly division: string; readonly post: string | null } | null
  /** Skills that count on the day, each once. */
  readonly skills: number
  /** Of those, how many no badge supports any longer after `endingBy`, the last day before posts change next. */
  readonly ending: number
  readonly endingBy: Day
  /** Unproven badges. */
  readonly unproven: number
}

const lastPart = (path: string): string => path.split('/').at(-1) ?? path

export function summaryOf({ assignments, skills, badges }: Pick<Person, 'assignments' | 'skills' | 'badges'>, on: Day): PersonSummary {
  const main = assignments.find(({ current, concurrent }) => current && !concurrent) ?? assignments.find(({ current }) => current)
  const endingBy = addDays(nextApril(on), -1)
  const counting = Map.groupBy(
    skills.filter(({ counts }) => counts),
    ({ skill }) => skill,
  )
  return {
    post: main === undefined ? null : { division: lastPart(main.division), post: main.post },
    skills: counting.size,
    ending: [...counting.values()].filter((held) => held.every(({ skillUntil }) => skillUntil !== null && skillUntil <= endingBy)).length,
    endingBy,
    unproven: badges.filter(({ grade }) => grade === 'unproven' || grade === 'unregistered').length,
  }
}

export type WhyNot = 'unregistered' | 'unproven' | 'rejected' | 'expired' | 'notYet' | 'revoked' | 'suspended' | 'other'

/** Why a badge does not count on the day; null if it counts. The grade is checked first: an unproven badge stays unproven when it ends. */
export function whyNotOf(
  badge: Pick<BadgeRow, 'counts' | 'grade' | 'validFrom' | 'validUntil'> & { readonly axes?: BadgeRow['axes'] | undefined },
  on: Day,
): WhyNot | null {
  if (badge.counts) return null
  if (badge.grade === 'rejected' || badge.grade === 'unproven' || badge.grade === 'unregistered') return badge.grade
  if (badge.axes?.status === 'revoked') return 'revoked'
  if (badge.axes?.status === 'suspended') return 'suspended'
  if (badge.validUntil !== null && badge.validUntil < on) return 'expired'
  if (badge.validFrom !== null && badge.validFrom > on) return 'notYet'
  if (badge.axes?.time === 'expired') return 'expired'
  return badge.axes?.time === 'not-yet-valid' ? 'notYet' : 'other'
}

/** A person's skills for a line of the list: the highest counting level of each, and how many holdings do not count. */
export function listedSkills(held: readonly HeldSkill[]): {
  readonly counting: readonly { readonly name: string; readonly level: number }[]
  readonly others: number
} {
  const best = new Map<string, number>()
  for (const { skill, level, counts } of held) if (counts) best.set(skill, Math.max(best.get(skill) ?? 0, level))
  return {
    counting: [...best].map(([skill, level]) => ({ name: lastPart(skill), level })),
    others: held.filter(({ counts, skill }) => !counts && !best.has(skill)).length,
  }
}

/** Holdings in the order of the card: counting ones first, then by skill, highest level first. */
export const skillsInOrder = (skills: readonly HeldSkill[]): readonly HeldSkill[] =>
  skills.toSorted(
    (a, b) =>
      Number(b.counts) - Number(a.counts) || (a.skill < b.skill ? -1 : a.skill > b.skill ? 1 : 0) || b.level - a.level || a.credentialId - b.credentialId,
  )
