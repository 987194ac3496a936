import type { Scope } from '../../../shared/contract/parts'
import { divisionTree, type PlacedDivision, type PlacedSkill, skillTree } from '../../../shared/coverage'
import { type Database, readAll } from '../database/statement'
import { type DivisionOnDay, readDivisionsOn } from '../department/division'
import { dayNumber } from './columns/dayNumber'
import type { PeopleColumns } from './columns/people'

/** The divisions of a day in tree order. The city is not among them. */
export const readDivisionTree = (db: Database, { on }: Pick<Scope, 'on'>): readonly PlacedDivision<DivisionOnDay>[] => divisionTree(readDivisionsOn(db, on))

/** All skills, in tree order. */
export const readSkillTree = (db: Database): readonly PlacedSkill[] =>
  skillTree(readAll<{ path: string }>(db, 'SELECT path FROM skill ORDER BY id').map(({ path }) => path))

/** Who has a post on the day, and where. */
export interface Present {
  /** Pairs of the place of a person and the number of a division; 0 is the city, the others are one more than their place in the tree. */
  readonly posts: Int32Array
  /** The same pairs for people who are left out because they are on leave. */
  readonly onLeave: Int32Array
  /** The same pairs for people who are left out because they have gone by that day. */
  readonly leavers: Int32Array
}

/** How many people a list of such pairs names. The posts of one person are adjacent. */
export function peopleIn(posts: Int32Array): number {
  let [people, last] = [0, -1]
  for (let at = 0; at < posts.length; at += 2) {
    if (posts[at] !== last) people += 1
    last = posts[at]!
  }
  return people
}

/** Who has a post on the day, and where. A person on leave in one post is on leave in all; one who has gone is not also on leave. A division that does not exist that day counts as the city. */
export function presentOn(people: PeopleColumns, divisions: readonly PlacedDivision<DivisionOnDay>[], scope: Scope): Present {
  const on = dayNumber(scope.on)
  const divisionPlaces = new Int32Array(divisions.reduce((most, { division }) => Math.max(most, division.id), 0) + 1)
  for (const [place, { division }] of divisions.entries()) divisionPlaces[division.id] = place + 1
  const posts = new Int32Array(2 * people.division.length)
  const onLeave: number[] = []
  const leavers: number[] = []
  let end = 0
  for (let person = 0; person < people.ids.length; person += 1) {
    const hasLeft = scope.withLeavers === true && people.leavesOn[person]! <= on
    const begin = end
    let away = 0
    for (let post = people.postsFrom[person]!; post < people.postsFrom[person + 1]!; post += 1) {
      if (people.from[post]! > on || on >= people.until[post]!) continue
      away |= people.onLeave[post]!
      posts[end] = person
      posts[end + 1] = divisionPlaces[people.division[post]!] ?? 0
      end += 2
    }
    if (!hasLeft && (away === 0 || scope.includeLeave)) continue
    const leftOut = hasLeft ? leavers : onLeave
    for (let at = begin; at < end; at += 1) leftOut.push(posts[at]!)
    end = begin
  }
  return { posts: posts.subarray(0, end), onLeave: Int32Array.from(onLeave), leavers: Int32Array.from(leavers) }
}
