import type { CoverageTable } from '../../../shared/contract/coverage'
import { thinCells } from '../../../shared/coverage'
import type { GridShape } from '../../components/grid/movement'
import { columnsOf, type MapColumns } from './columns'
import { cellsBelowNeed, type Needs, noNeeds } from './needs'
import { type MapRow, parentsOf, rowsOf, type Show } from './rows'

/**
 * The map as it is shown: rows and columns after folding and, with `thin`, only those with a cell below its need; where nothing is required, those with a cell
 * of one holder or none.
 */
export interface MapModel extends MapColumns {
  readonly table: CoverageTable
  readonly needs: Needs
  readonly rows: readonly MapRow[]
  /** Rows of heads above the divisions: two where skills have branches. */
  readonly heads: 1 | 2
}

export function mapModel(table: CoverageTable, turned: ReadonlySet<string>, show: Show, needs: Needs = noNeeds): MapModel {
  const thin = show !== 'thin' ? null : needs.any ? cellsBelowNeed(table, needs) : thinCells(table)
  const rows = rowsOf(table, turned, thin?.rows ?? null)
  const { columns, groups } = columnsOf(table.skills, turned, thin?.columns ?? null)
  return { table, needs, rows, columns, groups, heads: groups.length === 0 ? 1 : 2 }
}

/** The places of the map the cursor can be on. Row 0 has the branches, if any. */
export function shapeOf(model: MapModel, page: number): GridShape {
  const { rows, columns, groups, heads } = model
  const parents = parentsOf(model.table.divisions)
  const all = Array.from({ length: columns.length + 2 }, (_, column) => column)
  const branchStops = [0, ...groups.map(({ from }) => from + 2)]
  const row = (place: number): MapRow | undefined => rows[place - heads]
  return {
    rows: rows.length + heads,
    columns: columns.length + 2,
    page,
    stops: (place) => (heads === 2 && place === 0 ? branchStops : all),
    folded: (place) => {
      if (heads === 2 && place.row === 0) {
        // The corner turns all branches at once.
        if (place.column === 0) return groups.every(({ branch, folded }) => branch === null || folded)
        const group = groups.findLast(({ from }) => from + 2 <= place.column)
        return group === undefined || group.branch === null ? null : group.folded
      }
      const here = row(place.row)
      return place.column === 0 && here?.foldable === true ? here.folded : null
    },
    parent: (place) => {
      const here = row(place)
      if (here === undefined) return null
      const at = rows.findIndex(({ index }) => index === parents[here.index])
      return at === -1 ? null : at + heads
    },
  }
}
