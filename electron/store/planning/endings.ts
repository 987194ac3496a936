import type { Scope } from '../../../shared/contract/parts'
import type { PlacedSkill } from '../../../shared/coverage'
import { skillLineage } from '../../../shared/model/skill'
import type { Columns } from '../coverage/columns/columns'
import { dayNumber } from '../coverage/columns/dayNumber'
import { countedKinds } from '../coverage/heldOn'
import { type Database, readAll } from '../database/statement'

/** A counting badge as it gives a skill; days as `dayNumber`, both included. */
export interface Given {
  readonly person: number
  /** The row of the badge. */
  readonly row: number
  readonly skill: number
  readonly level: number
  readonly from: number
  readonly until: number
}

/** What an achievement gives: a skill it is mapped to, and whether it is mapped to it or to one below. */
interface Gift {
  readonly skill: number
  readonly level: number
  readonly isMapped: boolean
}

/** By stored achievement id: the skills it is mapped to, and all above them. */
function readGifts(db: Database, skills: readonly PlacedSkill[]): ReadonlyMap<number, readonly Gift[]> {
  const places = new Map(skills.map(({ path }, place) => [path, place]))
  const rows = readAll<{ achievement: number; path: string; level: number }>(
    db,
    'SELECT achievement_id AS achievement, path, level FROM mapping_in_force JOIN skill ON skill.id = skill_id',
  )
  return new Map(
    [...Map.groupBy(rows, ({ achievement }) => achievement)].map(([achievement, mapped]) => [
      achievement,
      mapped.flatMap(({ path, level }) => skillLineage(path).map((step): Gift => ({ skill: places.get(step)!, level, isMapped: step === path }))),
    ]),
  )
}

/** The badges that end between two days, and what else their owners hold. */
export interface Endings {
  /** Badges that end in [on, until) and are the person's last for the skill at their level, in the order they are listed in. */
  readonly last: readonly Given[]
  /** The last day before the later day on which the person holds the skill at the level. */
  readonly lastHeld: (person: number, skill: number, level: number) => number
}

/** Every counting badge of people of whom at least one ends in [on, until). */
function givenToEnding(db: Database, { badges, people }: Columns, skills: readonly PlacedSkill[], scope: Scope, until: number) {
  const { length, kind, person, achievement } = badges
  const [on, counted, gifts] = [dayNumber(scope.on), countedKinds(scope), readGifts(db, skills)]
  const isEnding = (row: number): boolean => badges.until[row]! >= on && badges.until[row]! < until && badges.from[row]! <= badges.until[row]!
  const concerned = new Uint8Array(people.ids.length)
  for (let row = 0; row < length; row += 1) if (counted[kind[row]!] && isEnding(row)) concerned[people.places[person[row]!]!] = 1
  const given = new Map<number, Given[]>()
  const ending: Given[] = []
  for (let row = 0; row < length; row += 1) {
    if (!counted[kind[row]!]) continue
    const place = people.places[person[row]!]!
    if (concerned[place] === 0) continue
    for (const { skill, level, isMapped } of gifts.get(achievement[row]!) ?? []) {
      const one = { person: place, row, skill, level, from: badges.from[row]!, until: badges.until[row]! }
      const list = given.get(place)
      if (list === undefined) given.set(place, [one])
      else list.push(one)
      if (isMapped && isEnding(row)) ending.push(one)
    }
  }
  return { given, ending }
}

const inOrder = (one: Given, other: Given): number =>
  one.person - other.person || one.skill - other.skill || one.until - other.until || one.level - other.level || one.row - other.row

/**
 * Which badges end in [`scope.on`, `until`) without another badge of the person, begun by the day after, that gives the skill at that level beyond it.
 *
 * @param isThere Whether a person counts on the last day of a badge.
 */
export function readEndings(
  db: Database,
  columns: Columns,
  skills: readonly PlacedSkill[],
  { scope, until, isThere }: { readonly scope: Scope; readonly until: number; readonly isThere: (person: number, day: number) => boolean },
): Endings {
  const { given, ending } = givenToEnding(db, columns, skills, scope, until)
  const goesOn = (one: Given): boolean =>
    given.get(one.person)!.some((other) => other.skill === one.skill && other.level >= one.level && other.from <= one.until + 1 && other.until > one.until)
  return {
    last: ending.filter((one) => isThere(one.person, one.until) && !goesOn(one)).toSorted(inOrder),
    lastHeld: (person, skill, level) =>
      (given.get(person) ?? []).reduce(
        (latest, one) => (one.skill === skill && one.level >= level && one.until < until && one.from <= one.until ? Math.max(latest, one.until) : latest),
        0,
      ),
  }
}
