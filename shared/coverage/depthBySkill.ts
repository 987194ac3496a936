import type { CoverageDivision, CoverageTable } from '../contract/coverage'

/** One skill: how many 課 have 0, 1, 2, 3 and more holders, and how many people hold it in the whole city. */
export interface SkillDepth {
  readonly path: string
  readonly name: string
  readonly city: number
  readonly depths: readonly [number, number, number, number]
}

/** Is this a 課: the level at which depth is compared? A division right under the city without divisions of its own is one too. */
export const isUnit = ({ depth, children }: CoverageDivision): boolean => depth === 2 || (depth === 1 && children === 0)

/** The rows of the table that are 課 with anybody in scope: where nobody works, nobody can be missing. */
export const unitsOf = (table: CoverageTable): readonly number[] =>
  table.divisions.flatMap((division, index) => (isUnit(division) && division.people > 0 ? [index] : []))

const thinnestFirst = (a: SkillDepth, b: SkillDepth): number =>
  b.depths[0] + b.depths[1] - a.depths[0] - a.depths[1] || b.depths[0] - a.depths[0] || a.city - b.city || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** Where is which skill too thin? The leaves of the skill tree, thinnest first: most 課 with 0 or 1, then most with 0, then fewest people. */
export function depthBySkill(table: CoverageTable): readonly SkillDepth[] {
  const units = unitsOf(table)
  return table.skills
    .flatMap(({ branch, path, name }, column): SkillDepth[] => {
      if (branch) return []
      const depths: [number, number, number, number] = [0, 0, 0, 0]
      for (const row of units) {
        const step = Math.min(table.holders[row]?.[column] ?? 0, 3) as 0 | 1 | 2 | 3
        depths[step] += 1
      }
      return [{ path, name, city: table.holders[0]?.[column] ?? 0, depths }]
    })
    .toSorted(thinnestFirst)
}
