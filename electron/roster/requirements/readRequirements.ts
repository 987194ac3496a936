import type { RequirementFault } from '../../../shared/contract/requirement'
import type { RequirementProblemCode } from '../../../shared/model/problems/requirement'
import type { Requirement } from '../../../shared/model/requirement'
import { unguardedCell } from '../../../shared/model/safeCell'
import { neededColumns, type RequirementCells, type RequirementColumn, requirementColumns } from './columns'
import { type Faulty, joinRows } from './joinRows'
import { readRow } from './readRow'

/** What a table may name. */
export interface RequirementKnowledge {
  readonly stored: readonly Requirement[]
  /** The stored requirements that stay beside those of the table: none where the table replaces everything. */
  readonly staying: readonly Requirement[]
  /** Whether a division has ever had this code. */
  readonly isDivision: (code: string) => boolean
  readonly isSkill: (path: string) => boolean
  /** The codes from the division up to the top, itself first; empty where it does not exist today. */
  readonly lineage: (code: string) => readonly string[]
}

export interface ReadRequirements {
  /** Also the stored ones whose exceptions the table changes. */
  readonly requirements: readonly Requirement[]
  /** The ids of the rows. */
  readonly given: ReadonlySet<string>
  readonly faults: readonly RequirementFault[]
}

const nothing = { requirements: [], given: new Set<string>() }

const fault = (code: RequirementProblemCode, row: number | null, column: string | null, value: string | null): RequirementFault => ({
  code,
  row,
  column,
  value,
})

/** Each column's place in the header, and what is wrong with the header. */
function readHeader(cells: readonly string[]): { readonly places: ReadonlyMap<RequirementColumn, number>; readonly faults: readonly RequirementFault[] } {
  const places = new Map<RequirementColumn, number>()
  const faults: RequirementFault[] = []
  for (const [place, cell] of cells.entries()) {
    const name = cell.normalize('NFKC').trim()
    const column = requirementColumns.find((one) => one.toLowerCase() === name.toLowerCase())
    if (name === '') continue
    if (column === undefined) faults.push(fault('requirement.column-unknown', 1, name, name))
    else if (places.has(column)) faults.push(fault('requirement.column-twice', 1, column, name))
    else places.set(column, place)
  }
  for (const column of neededColumns) if (!places.has(column)) faults.push(fault('requirement.column-missing', 1, column, null))
  return { places, faults }
}

/**
 * The requirements of a table: its first row names the columns in any order; blank rows are passed over. A row that names one of the stored ids replaces it.
 *
 * @returns every fault by row and column; a table with faults has no requirements.
 * @source cli.md, `requirements import`
 */
export function readRequirements(rows: readonly (readonly string[])[], known: RequirementKnowledge): ReadRequirements {
  const { places, faults: headerFaults } = readHeader(rows[0] ?? [])
  if (headerFaults.length > 0) return { ...nothing, faults: headerFaults }
  const lines = rows.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const of = (column: RequirementColumn) => unguardedCell(row[places.get(column) ?? -1] ?? '').trim()
    // Every column is named once.
    return [{ row: index + 2, cells: Object.fromEntries(requirementColumns.map((column) => [column, of(column)])) as RequirementCells }]
  })
  if (lines.length === 0) return { ...nothing, faults: [fault('requirement.no-rows', null, null, null)] }
  const read = lines.map(({ row, cells }) => readRow(row, cells, known))
  const faults: RequirementFault[] = read.flatMap((one) => one.faults)
  const joined: Faulty = joinRows(
    read.flatMap(({ parsed }) => (parsed === null ? [] : [parsed])),
    lines,
    known,
  )
  const all = [...faults, ...joined.faults].toSorted(
    (one, other) =>
      one.row! - other.row! || requirementColumns.indexOf(one.column as RequirementColumn) - requirementColumns.indexOf(other.column as RequirementColumn),
  )
  return all.length > 0 ? { ...nothing, faults: all } : { requirements: joined.requirements, given: new Set(lines.map(({ cells }) => cells.id)), faults: [] }
}
