import { type CountedDivision, type CountedTable, holdersAt, leavesOf } from './countedTable'
import { depth, isThin, noHolder, singleHolder } from './depth'

/** One skill: how many 課 have 0, 1, 2, 3 and more holders, and how many people hold it in the whole city. */
export interface SkillDepth {
  readonly path: string
  readonly name: string
  readonly city: number
  readonly depths: readonly [number, number, number, number]
}

/** Whether a division is a 課, the level at which depth is compared. A division right under the city without divisions of its own is one too. */
export const isUnit = ({ depth, children }: Pick<CountedDivision, 'depth' | 'children'>): boolean => depth === 2 || (depth === 1 && children === 0)

/** The rows of the table that are 課 with people in scope: where nobody works, no holder is missing. */
export const unitsOf = ({ divisions }: Pick<CountedTable, 'divisions'>): readonly number[] =>
  divisions.flatMap((division, index) => (isUnit(division) && division.people > 0 ? [index] : []))

const thinnestFirst = (a: SkillDepth, b: SkillDepth): number =>
  b.depths[0] + b.depths[1] - a.depths[0] - a.depths[1] || b.depths[0] - a.depths[0] || a.city - b.city || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** The leaves of the skill tree, thinnest first: most 課 with 0 or 1 holder, then most with 0, then fewest people in the city. */
export function depthBySkill(table: CountedTable): readonly SkillDepth[] {
  const units = unitsOf(table)
  return leavesOf(table)
    .map(({ column, name }): SkillDepth => {
      const depths: [number, number, number, number] = [0, 0, 0, 0]
      for (const row of units) depths[depth(holdersAt(table, row, column))] += 1
      return { path: table.skills[column]!.path, name, city: holdersAt(table, 0, column), depths }
    })
    .toSorted(thinnestFirst)
}

/** Names of the leaf skills without a holder in the whole city, and of those with exactly one; in the order of the table. */
export function thinInCity(table: CountedTable): { readonly skills: number; readonly nobody: readonly string[]; readonly single: readonly string[] } {
  const leaves = leavesOf(table)
  const named = (chosen: (holders: number) => boolean) => leaves.filter(({ column }) => chosen(holdersAt(table, 0, column))).map(({ name }) => name)
  return { skills: leaves.length, nobody: named(noHolder), single: named(singleHolder) }
}

/** The rows of 課 and the columns of leaf skills that have at least one cell with one holder or none. */
export function thinCells(table: CountedTable): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> } {
  const columns = leavesOf(table).map(({ column }) => column)
  const units = unitsOf(table)
  const thin = (row: number, column: number) => isThin(holdersAt(table, row, column))
  return {
    rows: new Set(units.filter((row) => columns.some((column) => thin(row, column)))),
    columns: new Set(columns.filter((column) => units.some((row) => thin(row, column)))),
  }
}
