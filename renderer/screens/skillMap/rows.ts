import type { CoverageDivision, CoverageTable } from '../../../shared/contract/coverage'

/** What the numbers of the map show: people, their share of those in scope, or only where 0 or 1 hold a skill. */
export const showValues = ['people', 'share', 'thin'] as const
export type Show = (typeof showValues)[number]

/** A row of the map. `index` is its row in the table; `key` its code, `*` for the whole city. */
export interface MapRow {
  readonly index: number
  readonly key: string
  readonly division: CoverageDivision
  readonly foldable: boolean
  readonly folded: boolean
  /** 全体 and 部 carry no fill: totals would always be darkest and say least. */
  readonly total: boolean
}

export const cityKey = '*'
export const rowKey = ({ code }: CoverageDivision): string => code ?? cityKey

/** 係 begin folded into their 課; 部 begin open. */
const foldedAtFirst = ({ depth }: CoverageDivision): boolean => depth >= 2

/** Is a division folded, given the keys a person has turned? */
export const isFolded = (division: CoverageDivision, turned: ReadonlySet<string>): boolean =>
  division.children > 0 && foldedAtFirst(division) !== turned.has(rowKey(division))

/** The parent's row of each row, -1 for the city. The parent of a division without a parent's code is the city. */
export function parentsOf(divisions: readonly CoverageDivision[]): readonly number[] {
  const at = new Map(divisions.map((division, index) => [division.code, index]))
  return divisions.map(({ code, parentCode }) => (code === null ? -1 : (at.get(parentCode) ?? 0)))
}

/** Rows to show, in tree order: those under a folded row are hidden; with `thin`, only units with a thin cell, and their parents. */
export function rowsOf(table: CoverageTable, turned: ReadonlySet<string>, thinRows: ReadonlySet<number> | null): readonly MapRow[] {
  const parents = parentsOf(table.divisions)
  const hidden = new Set<number>()
  const kept = thinRows === null ? null : withAncestors(thinRows, parents)
  return table.divisions.flatMap((division, index): MapRow[] => {
    const parent = parents[index] ?? -1
    const parentDivision = table.divisions[parent]
    if (parentDivision !== undefined && (hidden.has(parent) || isFolded(parentDivision, turned))) {
      hidden.add(index)
      return []
    }
    if (kept !== null && !kept.has(index)) return []
    const foldable = division.children > 0
    return [{ index, key: rowKey(division), division, foldable, folded: isFolded(division, turned), total: foldable && division.depth < 2 }]
  })
}

function withAncestors(rows: ReadonlySet<number>, parents: readonly number[]): ReadonlySet<number> {
  const kept = new Set<number>()
  for (const row of rows) for (let at = row; at >= 0 && !kept.has(at); at = parents[at] ?? -1) kept.add(at)
  return kept
}
