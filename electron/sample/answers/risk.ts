import { addDays, type Day, tokyoDay } from '../../../shared/model/day'
import type { SkillMapping } from '../../../shared/model/skill'
import { divisionPlan } from '../people/divisionPlan'
import { lastDayWithCity, type Post, type Staff } from '../people/staff'
import { beginsOn, bestLevels, countsOn, inPost, versionOn } from './coverage'
import type { ExpectedCredential } from './expected'

interface Days {
  readonly on: Day
  readonly until: Day
}

type Held = readonly (readonly ExpectedCredential[])[]

/** The posts of a day; `covers` is `inPost` without leave and leavers. */
const postsOn = (person: Staff, on: Day): readonly Post[] => person.posts.filter((post) => inPost(person, post, { on, withLeavers: false, includeLeave: true }))
const isHere = (person: Staff, on: Day, path: string): boolean =>
  postsOn(person, on).some(({ division }) => path === '*' || `${division.path.join('/')}/`.startsWith(`${path}/`))
const isAway = (person: Staff, on: Day): boolean => postsOn(person, on).some(({ leave }) => leave !== 'none')

/** Walks back from the later day as long as the state holds: its first day. */
function firstDay({ on, until }: Days, holds: (day: Day) => boolean): Day {
  let day = until
  while (addDays(day, -1) > on && holds(addDays(day, -1))) day = addDays(day, -1)
  return day
}

/** Why and since when a person has gone by the later day; null for a person who is still there. */
function absence(person: Staff, days: Days): { readonly reason: string; readonly on: Day } | null {
  const last = lastDayWithCity(person)
  if (last !== null && last < days.until) return { reason: person.termLastDay === null ? 'retirement' : 'term', on: addDays(last, 1) }
  const hasNone = (day: Day) => postsOn(person, day).length === 0
  return hasNone(days.until) ? { reason: 'post-ended', on: firstDay(days, hasNone) } : null
}

/** The last badge of each person for a skill at its level that ends in [on, until). */
function endings(staff: readonly Staff[], held: Held, mappings: readonly SkillMapping[], days: Days): readonly object[] {
  const owners = new Map(staff.map((person) => [person.staffNumber, person]))
  const byOwner = Map.groupBy(held, ([first]) => first?.staffNumber ?? null)
  const skillsOf = Map.groupBy(mappings, ({ achievementId }) => achievementId)
  return held.flatMap((versions) => {
    const isOn = (one: ExpectedCredential, day: Day) => versionOn(versions, day) === one && countsOn(one, day)
    return versions.flatMap((one) => {
      const lastDays = [
        ...(one.validUntil === null ? [] : [tokyoDay(new Date(one.validUntil))]),
        ...versions.flatMap((other) => (beginsOn(other) === null ? [] : [addDays(beginsOn(other)!, -1)])),
      ]
      const last = lastDays.find((day) => isOn(one, day) && !isOn(one, addDays(day, 1)))
      const owner = owners.get(one.staffNumber ?? '')
      if (last === undefined || last < days.on || last >= days.until || owner === undefined || one.achievementId === null) return []
      const gone = absence(owner, days)
      if (postsOn(owner, days.on).length === 0 || isAway(owner, days.on) || (gone !== null && gone.on <= last)) return []
      const next = bestLevels(byOwner.get(owner.staffNumber)!, mappings, addDays(last, 1)).get(owner.staffNumber)
      return (skillsOf.get(one.achievementId) ?? [])
        .filter(({ issuerId, skill, level }) => (one.issuerId === undefined || one.issuerId === issuerId) && (next?.get(skill) ?? 0) < level)
        .map(({ skill, level }) => ({ kind: 'ending', staffNumber: owner.staffNumber, skill, level, credentialId: one.id ?? null, on: last }))
    })
  })
}

/**
 * What the city loses between two days, the plain way: day by day, person by person. Lines as the command line has them, without the sums; people are not in the
 * order they are listed in.
 */
export function trueRisk(staff: readonly Staff[], held: Held, mappings: readonly SkillMapping[], days: Days): object {
  const best = { before: bestLevels(held, mappings, days.on), after: bestLevels(held, mappings, days.until) }
  const byOwner = Map.groupBy(held, ([first]) => first?.staffNumber ?? null)
  const branches = new Set(mappings.flatMap(({ skill }) => skill.split('/').map((_, depth, names) => names.slice(0, depth).join('/'))))
  const isUnit = (path: readonly string[]) =>
    path.length === 2 || (path.length === 1 && !divisionPlan.some((other) => other.path.length > 1 && other.path[0] === path[0]))
  const places = [{ code: null, path: '*' }, ...divisionPlan.filter(({ path }) => isUnit(path)).map(({ code, path }) => ({ code, path: path.join('/') }))]
  const [losses, single]: [object[], object[]] = [[], []]
  for (const { code, path } of places) {
    const before = staff.filter((person) => isHere(person, days.on, path) && !isAway(person, days.on))
    const after = staff.filter((person) => absence(person, days) === null && isHere(person, days.until, path) && !isAway(person, days.until))
    const skills = new Set(before.flatMap(({ staffNumber }) => [...(best.before.get(staffNumber)?.keys() ?? [])]))
    for (const skill of [...skills].filter((one) => !branches.has(one))) {
      const holders = before.filter(({ staffNumber }) => best.before.get(staffNumber)?.has(skill))
      const place = { divisionCode: code, division: path, skill }
      if (holders.length === 1) single.push({ kind: 'single', ...place, staffNumber: holders[0]!.staffNumber })
      if (after.some(({ staffNumber }) => best.after.get(staffNumber)?.has(skill))) continue
      const because = holders.map((person) => {
        const isElsewhere = (day: Day) => !isHere(person, day, path)
        const isOnLeave = (day: Day) => isAway(person, day)
        const hasNotSkill = (day: Day) => bestLevels(byOwner.get(person.staffNumber)!, mappings, day).get(person.staffNumber)?.has(skill) !== true
        const why =
          absence(person, days) ??
          (isElsewhere(days.until)
            ? { reason: 'moved', on: firstDay(days, isElsewhere) }
            : isOnLeave(days.until)
              ? { reason: 'leave', on: firstDay(days, isOnLeave) }
              : { reason: 'badge-ended', on: addDays(firstDay(days, hasNotSkill), -1) })
        return { staffNumber: person.staffNumber, ...why }
      })
      losses.push({ kind: 'loss', ...place, level: 1, before: holders.length, after: 0, required: null, hole: 'empty', because })
    }
  }
  const leavers = staff.flatMap((person) => {
    const gone = postsOn(person, days.on).length === 0 ? null : absence(person, days)
    return gone === null || gone.on <= days.on ? [] : [{ kind: 'leaver', staffNumber: person.staffNumber, ...gone }]
  })
  return { ...days, lines: [...losses, ...single, ...endings(staff, held, mappings, days), ...leavers] }
}
