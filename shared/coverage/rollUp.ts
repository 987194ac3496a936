import { type SkillBits, wordsFor } from './skillBits'

/** Pairs in one flat list: person, division, person, division … Places in the lists, not ids. */
export type Pairs = readonly number[] | Int32Array

/** The posts and holdings of one day. People, divisions and skills are numbered by their places in three lists. */
export interface RollUpInput {
  readonly people: number
  /** The place of each division's parent; -1 for one without. Parents come before their children. */
  readonly divisionParents: readonly number[]
  readonly skills: number
  /** Person and division, one pair for each post: 兼務 makes several for one person. */
  readonly posts: Pairs
  /** Holdings by badges that count. Branches have bits of their own: see `maskOf`. */
  readonly counting: SkillBits
  /** Holdings by badges that are shown apart. */
  readonly apart: SkillBits
}

/** Counts of distinct people; rows are divisions, columns are skills. */
export interface RolledUp {
  readonly people: readonly number[]
  readonly holders: readonly (readonly number[])[]
  /** People who hold the skill only by badges that are shown apart. */
  readonly apart: readonly (readonly number[])[]
}

/** One row for each division: people, then holders, then apart, a column for each skill. */
interface Grid {
  readonly cells: Int32Array
  readonly skills: number
  readonly width: number
}

/** Adds one to the cell of each bit. */
function addBits(cells: Int32Array, at: number, word: number): void {
  for (let bits = word; bits !== 0; bits &= bits - 1) cells[at + 31 - Math.clz32(bits & -bits)]! += 1
}

function addPerson({ cells, skills, width }: Grid, division: number, person: number, { counting, apart }: RollUpInput): void {
  const row = division * width
  const words = wordsFor(skills)
  cells[row]! += 1
  for (let word = 0; word < words; word += 1) {
    const held = counting[person * words + word]!
    addBits(cells, row + 1 + 32 * word, held)
    addBits(cells, row + 1 + skills + 32 * word, apart[person * words + word]! & ~held)
  }
}

/** The division of each person with one post, or -1; and all divisions of each person with several posts. */
function divisionsOf(people: number, posts: Pairs): { readonly only: Int32Array; readonly several: ReadonlyMap<number, readonly number[]> } {
  const only = new Int32Array(people).fill(-1)
  const several = new Map<number, number[]>()
  for (let at = 0; at < posts.length; at += 2) {
    const [person, division] = [posts[at]!, posts[at + 1]!]
    const more = several.get(person)
    if (more !== undefined) more.push(division)
    else if (only[person]! < 0) only[person] = division
    else several.set(person, [only[person]!, division])
  }
  for (const person of several.keys()) only[person] = -1
  return { only, several }
}

/**
 * H(d,s): the number of distinct holders, for each division with its sub-divisions and each skill with the skills below it.
 *
 * A person with several posts counts once in each division and once in every total above. Only people with a post are counted. The caller has chosen the day,
 * the grades, the level and whether people on leave are included.
 *
 * A person with one post is counted in its division, and totals are sums; a person with several posts is added once to each division above any of them.
 *
 * @source product.md, "Definitions": H(d,s,l,t)
 */
export function rollUp(input: RollUpInput): RolledUp {
  const { people, divisionParents, skills, posts } = input
  const width = 1 + 2 * skills
  const grid: Grid = { cells: new Int32Array(divisionParents.length * width), skills, width }
  const { only, several } = divisionsOf(people, posts)
  for (let person = 0; person < people; person += 1) if (only[person]! >= 0) addPerson(grid, only[person]!, person, input)
  for (let division = divisionParents.length - 1; division >= 0; division -= 1) {
    const parent = divisionParents[division]!
    if (parent < 0) continue
    for (let column = 0; column < width; column += 1) grid.cells[parent * width + column]! += grid.cells[division * width + column]!
  }
  for (const [person, divisions] of several) {
    const above = new Set<number>()
    for (const division of divisions) for (let place = division; place >= 0; place = divisionParents[place]!) above.add(place)
    for (const division of above) addPerson(grid, division, person, input)
  }
  const rows = divisionParents.map((_, division) => grid.cells.subarray(division * width, (division + 1) * width))
  return {
    people: rows.map((row) => row[0]!),
    holders: rows.map((row) => [...row.subarray(1, 1 + skills)]),
    apart: rows.map((row) => [...row.subarray(1 + skills)]),
  }
}
