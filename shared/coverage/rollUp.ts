import { add, addAll, type PersonSet, personSet, size, sizeOfBoth, sizeOfBothWithout } from './personSet'

/** Pairs laid end to end: person, division, person, division … Places in the lists, not ids. */
export type Pairs = readonly number[] | Int32Array

/** Who is where, and who holds what, on one day. People, divisions and skills are named by their places in three lists. */
export interface RollUpInput {
  readonly people: number
  /** The place of each division's parent; -1 for one without. Parents stand before their children. */
  readonly divisionParents: readonly number[]
  /** The place of each skill's parent; -1 for one without. Parents stand before their children. */
  readonly skillParents: readonly number[]
  /** Person and division, one pair for each post: 兼務 makes several for one person. */
  readonly posts: Pairs
  /** Person and skill, one pair for each badge that counts. */
  readonly counting: Pairs
  /** Person and skill, one pair for each badge that is shown apart. */
  readonly apart: Pairs
}

/** Counts of distinct people; rows are divisions, columns are skills. */
export interface RolledUp {
  readonly people: readonly number[]
  readonly holders: readonly (readonly number[])[]
  /** People who hold the skill only by badges that are shown apart. */
  readonly apart: readonly (readonly number[])[]
}

/** One set for each place, filled from the pairs, then each child's poured into its parent's. */
function setsOf(people: number, parents: readonly number[], pairs: Pairs): readonly PersonSet[] {
  const sets = parents.map(() => personSet(people))
  for (let at = 0; at < pairs.length; at += 2) add(sets[pairs[at + 1]!]!, pairs[at]!)
  for (let place = parents.length - 1; place >= 0; place -= 1) {
    const parent = parents[place]!
    if (parent >= 0) addAll(sets[parent]!, sets[place]!)
  }
  return sets
}

/**
 * H(d,s): for each division with its sub-divisions and each skill with the skills below it, how many distinct people hold it?
 *
 * A person with several posts counts once in each division and once in every total above. Only people with a post are counted:
 * holdings of others fall away. The caller has chosen the day, the grades, the level and whether people on leave are among them.
 *
 * @source product.md, "Definitions": H(d,s,l,t)
 */
export function rollUp({ people, divisionParents, skillParents, posts, counting, apart }: RollUpInput): RolledUp {
  const members = setsOf(people, divisionParents, posts)
  const holders = setsOf(people, skillParents, counting)
  const beside = setsOf(people, skillParents, apart)
  return {
    people: members.map(size),
    holders: members.map((division) => holders.map((skill) => sizeOfBoth(division, skill))),
    apart: members.map((division) => beside.map((skill, place) => sizeOfBothWithout(division, skill, holders[place]!))),
  }
}
