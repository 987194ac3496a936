import type { CoverageTable } from '../../../shared/contract/coverage'
import type { GapTable } from '../../../shared/contract/requirement'
import { cellKey, isMet, leavesOf, requiredInCells } from '../../../shared/coverage'

/** What each cell requires at the level of the table; null where nothing is required. Rows and columns are those of the table. */
export interface Needs {
  readonly any: boolean
  readonly at: (row: number, column: number) => number | null
}

export const noNeeds: Needs = { any: false, at: () => null }

/** The needs of the cells of a table. Targets at another level, and those that count some posts only, have other holders than the cells and are not among them. */
export function needsOf({ divisions, skills, scope }: CoverageTable, gap: GapTable | undefined): Needs {
  if (gap === undefined || gap.scope.on !== scope.on) return noNeeds
  const required = requiredInCells(gap.targets.filter(({ level }) => level === scope.level))
  const at = (row: number, column: number) => required.get(cellKey(divisions[row]?.code ?? null, skills[column]?.path ?? '', scope.level)) ?? null
  return { any: required.size > 0, at }
}

export const isBelowNeed = (holders: number, required: number | null | undefined): boolean => isMet({ holders, required: required ?? null }) === false

/** The rows and the columns of leaf skills that have a cell below its need. */
export function cellsBelowNeed(table: CoverageTable, needs: Needs): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> } {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  const leaves = leavesOf(table)
  for (const row of table.divisions.keys())
    for (const { column } of leaves) {
      if (!isBelowNeed(table.holders[row]?.[column] ?? 0, needs.at(row, column))) continue
      rows.add(row)
      columns.add(column)
    }
  return { rows, columns }
}
