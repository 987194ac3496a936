import { type Day, tokyoDay } from '../../../shared/model/day'
import type { SkillMapping } from '../../../shared/model/skill'
import { divisionPlan } from '../people/divisionPlan'
import { lastDayWithCity, type Post, type Staff } from '../people/staff'
import type { ExpectedCredential } from './expected'

/** What was truly counted in one cell: distinct people of a division (sub-divisions included) with a skill at a level or above. */
export interface CoverageLine {
  /** Null for the whole city. */
  readonly divisionCode: string | null
  readonly division: string
  readonly skill: string
  readonly level: number
  readonly holders: number
  readonly people: number
}

export interface TrueCoverage {
  readonly on: Day
  readonly withLeavers: boolean
  readonly includeLeave: boolean
  /** People in each division, those with none left out. */
  readonly people: readonly { readonly divisionCode: string | null; readonly division: string; readonly people: number }[]
  /** Only lines with holders. */
  readonly lines: readonly CoverageLine[]
}

/** How the day is to be looked at. */
export interface CoverageQuestion {
  readonly on: Day
  /** Whether those whose term has ended or who have retired are gone. */
  readonly withLeavers: boolean
  readonly includeLeave: boolean
}

/** Is the person in the post on the day, as the question has it? */
export function inPost(person: Staff, post: Post, { on, withLeavers, includeLeave }: CoverageQuestion): boolean {
  if (post.startsOn > on || (post.lastDay !== null && post.lastDay < on)) return false
  if (!includeLeave && post.leave !== 'none') return false
  const last = withLeavers ? lastDayWithCity(person) : null
  return last === null || last >= on
}

export const beginsOn = ({ validFrom }: ExpectedCredential): Day | null => (validFrom === null ? null : tokyoDay(new Date(validFrom)))

/**
 * Which of the versions of one credential is the one of the day? Of those that are proven and have begun, the latest. The city's proven versions of one
 * credential are all of one origin.
 */
export function versionOn(versions: readonly ExpectedCredential[], on: Day): ExpectedCredential | undefined {
  const begun = versions.filter((one) => (one.grade === 'verified' || one.grade === 'confirmed') && (beginsOn(one) ?? on) <= on)
  return begun.toSorted((one, other) => Date.parse(other.validFrom ?? '') - Date.parse(one.validFrom ?? ''))[0]
}

/** Is the badge held on the day and does it count? Both its first and its last Japanese day do; a revoked badge counts on no day. */
export function countsOn(credential: ExpectedCredential, on: Day): boolean {
  if (credential.grade !== 'verified' && credential.grade !== 'confirmed') return false
  if (credential.axes.status === 'revoked' || credential.axes.status === 'suspended') return false
  const from = beginsOn(credential)
  const until = credential.validUntil === null ? null : tokyoDay(new Date(credential.validUntil))
  return (from === null || from <= on) && (until === null || on <= until)
}

/** For each person the best level of each skill, and of each branch above it, on a day. */
export function bestLevels(
  held: readonly (readonly ExpectedCredential[])[],
  mappings: readonly SkillMapping[],
  on: Day,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const skillsOf = Map.groupBy(mappings, ({ achievementId }) => achievementId)
  const best = new Map<string, Map<string, number>>()
  for (const versions of held) {
    const credential = versionOn(versions, on)
    if (credential === undefined) continue
    if (credential.staffNumber === null || credential.achievementId === null || !countsOn(credential, on)) continue
    const own = best.get(credential.staffNumber) ?? new Map<string, number>()
    best.set(credential.staffNumber, own)
    for (const { issuerId, skill, level } of skillsOf.get(credential.achievementId) ?? []) {
      // A mapping belongs to an issuer's achievement. A badge that names only the address of its class has the issuer of that class.
      if (credential.issuerId !== undefined && credential.issuerId !== issuerId) continue
      const names = skill.split('/')
      for (let depth = 1; depth <= names.length; depth++) {
        const path = names.slice(0, depth).join('/')
        own.set(path, Math.max(own.get(path) ?? 0, level))
      }
    }
  }
  return best
}

/**
 * Counts who can do what where, the plain way: person by person, division by division. Slow and obvious on purpose.
 *
 * @param held The credentials a database holds after the import, each with its versions, whose recipients are known.
 */
export function countCoverage(
  staff: readonly Staff[],
  held: readonly (readonly ExpectedCredential[])[],
  mappings: readonly SkillMapping[],
  question: CoverageQuestion,
): TrueCoverage {
  const best = bestLevels(held, mappings, question.on)
  const places: readonly { code: string | null; path: string }[] = [
    { code: null, path: '*' },
    ...divisionPlan.map(({ code, path }) => ({ code, path: path.join('/') })),
  ]
  const people: { divisionCode: string | null; division: string; people: number }[] = []
  const lines: CoverageLine[] = []
  for (const { code, path } of places) {
    const here = staff.filter((person) =>
      person.posts.some((post) => inPost(person, post, question) && (code === null || `${post.division.path.join('/')}/`.startsWith(`${path}/`))),
    )
    if (here.length > 0) people.push({ divisionCode: code, division: path, people: here.length })
    const skills = [...new Set(here.flatMap(({ staffNumber }) => [...(best.get(staffNumber)?.keys() ?? [])]))].sort()
    for (const skill of skills)
      for (const level of [1, 2, 3, 4]) {
        const holders = here.filter(({ staffNumber }) => (best.get(staffNumber)?.get(skill) ?? 0) >= level).length
        if (holders > 0) lines.push({ divisionCode: code, division: path, skill, level, holders, people: here.length })
      }
  }
  return { ...question, people, lines }
}
