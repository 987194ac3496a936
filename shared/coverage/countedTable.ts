/** What the arithmetic needs of a division. */
export interface CountedDivision {
  /** 0 the city, 1 部, 2 課 … */
  readonly depth: number
  readonly children: number
  /** People in scope, with sub-divisions. */
  readonly people: number
}

/** What the arithmetic needs of a skill. */
export interface CountedSkill {
  readonly path: string
  readonly name: string
  readonly branch: boolean
}

/** Divisions × skills: the number of holders in each. Row 0 is the whole city. */
export interface CountedTable {
  readonly divisions: readonly CountedDivision[]
  readonly skills: readonly CountedSkill[]
  readonly holders: readonly (readonly number[])[]
}

/** The holders in one cell; 0 outside the table. */
export const holdersAt = ({ holders }: Pick<CountedTable, 'holders'>, row: number, column: number): number => holders[row]?.[column] ?? 0

/** A leaf of the skill tree with its column in the table. */
export interface Leaf {
  readonly column: number
  readonly name: string
}

/** The leaves of the skill tree, in the order of the table. */
export const leavesOf = ({ skills }: Pick<CountedTable, 'skills'>): readonly Leaf[] =>
  skills.flatMap(({ branch, name }, column) => (branch ? [] : [{ column, name }]))
