import type { RosterMapping, RosterProblem } from '../../shared/contract/roster'
import type { Day } from '../../shared/model/day'
import { failure, type Result, success } from '../../shared/model/problem'
import { buildDivisions } from './divisions'
import { findHeaders, type Headers, hasSeveralTexts } from './headers'
import { joinPersons } from './persons'
import type { RosterRead } from './rosterRead'
import { readRow } from './rowFacts'
import { isTotalWord } from './words'

export type { RosterDivision, RosterPerson, RosterPost, RosterRead, Stated } from './rosterRead'

export interface RosterOptions {
  /** Our name → the header in the file, for the columns somebody has chosen; the others are guessed. */
  readonly mapping: RosterMapping | null
  /** The day the roster speaks of. */
  readonly on: Day
  /** Whether serial numbers count from 1904. Workbooks read by the reader are moved to 1900 already. */
  readonly date1904?: boolean
}

/** How many rows a preview shows. */
export const previewRows = 8

/**
 * Who and what does a roster file describe?
 *
 * @param rows Cells as text, row by row, from the file's first row on. Merged areas of a workbook hold their text in every cell.
 * @returns `roster.no-…-column`, `roster.mapping` or `roster.no-rows` where it cannot be read at all; everything smaller is listed in `problems` by row.
 */
export function readRoster(rows: readonly (readonly string[])[], { mapping, on, date1904 = false }: RosterOptions): Result<RosterRead> {
  const found = findHeaders(rows, mapping ?? {})
  if (!found.ok) return found
  const headers = found.value
  const problems: RosterProblem[] = unusedColumns(rows, headers)
  const flag = (problem: RosterProblem) => void problems.push(problem)
  const dataRows = rows.map((cells, index) => ({ cells, row: index + 1 })).filter(({ cells, row }) => row > headers.firstDataRow && isDataRow(cells, headers))
  if (dataRows.length === 0) return failure({ code: 'roster.no-rows' })
  const facts = dataRows.map(({ cells, row }) => readRow(cells, row, headers, date1904, flag))
  const column = (field: 'staffNumber' | 'divisionCode') => headers.headers[headers.columns.get(field) ?? -1] ?? null
  for (const { row, staffNumber } of facts) {
    if (staffNumber === '') flag({ code: 'roster.staff-number-missing', row, column: column('staffNumber'), value: null })
  }
  const known = facts.filter(({ staffNumber }) => staffNumber !== '')
  const tree = buildDivisions(known)
  for (const { row, code } of tree.conflicts) flag({ code: 'roster.division-code-differs', row, column: column('divisionCode'), value: code })
  const people = joinPersons(
    known.map((one, index) => ({ ...one, divisionCode: tree.codes[index] ?? null })),
    { on, headers, flag },
  )
  return success({
    rows: facts.length,
    people,
    divisions: tree.divisions,
    headers: headers.headers,
    mapping: headers.mapping,
    firstRows: dataRows.slice(0, previewRows).map(({ cells }) => cells),
    problems: problems.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  })
}

/** A note for each column that holds something and is not used, by its header; by its letter where it has none. */
function unusedColumns(rows: readonly (readonly string[])[], { firstDataRow, headers, columns }: Headers): RosterProblem[] {
  const used = new Set(columns.values())
  const filled = new Set<number>()
  const width = headers.length
  for (const cells of rows.slice(firstDataRow)) {
    if (filled.size + used.size >= width) break
    cells.forEach((cell, index) => void (index < width && !used.has(index) && cell.trim() !== '' && filled.add(index)))
  }
  return headers.flatMap((header, index): readonly RosterProblem[] =>
    used.has(index) || (header === '' && !filled.has(index))
      ? []
      : [{ code: 'roster.column-unused', row: null, column: header === '' ? columnLetters(index) : header, value: null }],
  )
}

/** `A` for 0, `AA` for 26, as Excel names columns. */
const columnLetters = (index: number): string => (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** Whether a row below the header is about somebody: not blank, no total, no note, no header repeated for the next printed page. */
function isDataRow(cells: readonly string[], { columns, headers }: Headers): boolean {
  if (!hasSeveralTexts(cells)) return false
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const number = (cells[columns.get('staffNumber')!] ?? '').trim()
  const name = (cells[columns.get('name') ?? columns.get('familyName')!] ?? '').trim()
  if (number === '' && name === '') return false
  const isPerson = number !== '' && name !== '' && !isTotalWord(number) && !isTotalWord(name)
  if (!isPerson && filled.some(isTotalWord)) return false
  const repeated = [...columns.values()].filter((column) => (cells[column] ?? '').trim() !== '' && headers[column]!.endsWith(cells[column]!.trim()))
  return repeated.length < 2 || repeated.length < columns.size / 2
}
