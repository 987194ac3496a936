import type { CoverageTable } from '../../../shared/contract/coverage'
import type { ListedRequirement } from '../../../shared/contract/requirement'
import { leavesOf } from '../../../shared/coverage'
import type { Level } from '../../../shared/model/skill'
import { type CellValue, plainCells } from './edit'

/** One cell of the grid: people required at the level, and people who hold the skill today; null where nothing is required. */
export interface SheetCell {
  readonly required: number | null
  readonly holders: number
}

export interface SheetRow {
  readonly divisionCode: string | null
  readonly name: string
  readonly depth: number
  readonly people: number
  readonly cells: readonly SheetCell[]
}

/** The grid 部署 × スキル at one level: the city, then every division; the leaf skills. */
export interface Sheet {
  readonly skills: readonly { readonly path: string; readonly name: string }[]
  readonly rows: readonly SheetRow[]
}

export function sheetOf(table: CoverageTable, requirements: readonly ListedRequirement[], level: Level): Sheet {
  const at = plainCells(requirements, level)
  const leaves = leavesOf(table)
  const skills = leaves.map(({ column, name }) => ({ path: table.skills[column]!.path, name }))
  const rows = table.divisions.map(({ code, name, depth, people }, row): SheetRow => {
    const cells = leaves.map(({ column }, place): SheetCell => {
      const rule = at(code, skills[place]!.path)?.rule
      return { required: rule?.kind === 'people' ? rule.people : null, holders: table.holders[row]?.[column] ?? 0 }
    })
    return { divisionCode: code, name, depth, people, cells }
  })
  return { skills, rows }
}

/** A rectangle of cells, both ends included. */
export interface Range {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

const places = ([first, last]: readonly [number, number], end: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(last, end - 1) - first + 1) }, (_, index) => first + index)

/** The cells of a range with the numbers `valueAt` gives them, counted from the range's own corner; cells outside of the grid are left out. */
function filled({ rows, skills }: Sheet, range: Range, valueAt: (row: number, column: number) => number | null): readonly CellValue[] {
  return places(range.rows, rows.length).flatMap((row) =>
    places(range.columns, skills.length).map((column) => ({
      divisionCode: rows[row]!.divisionCode,
      skill: skills[column]!.path,
      people: valueAt(row - range.rows[0], column - range.columns[0]),
    })),
  )
}

/** Every cell of a range with one number. */
export const withNumber = (sheet: Sheet, range: Range, people: number | null): readonly CellValue[] => filled(sheet, range, () => people)

/** A pasted block at a range: from its corner; a block of one cell fills the whole range, as in a spreadsheet. */
export function pasted(sheet: Sheet, range: Range, block: readonly (readonly (number | null)[])[]): readonly CellValue[] {
  const width = Math.max(...block.map((row) => row.length))
  if (block.length === 1 && width === 1) return withNumber(sheet, range, block[0]![0]!)
  const to: Range = { rows: [range.rows[0], range.rows[0] + block.length - 1], columns: [range.columns[0], range.columns[0] + width - 1] }
  return filled(sheet, to, (row, column) => block[row]?.[column] ?? null)
}

/** Fills a range downwards with the numbers of its first row; a range of one row takes those of the row above. */
export function filledDown(sheet: Sheet, range: Range): readonly CellValue[] {
  const from = range.rows[0] === range.rows[1] ? range.rows[0] - 1 : range.rows[0]
  if (from < 0) return []
  return filled(sheet, range, (_row, column) => sheet.rows[from]!.cells[range.columns[0] + column]?.required ?? null)
}

/** The numbers of a range as rows of text, to copy: no heads, so that they can be pasted back. */
export const copiedNumbers = ({ rows, skills }: Sheet, range: Range): readonly (readonly string[])[] =>
  places(range.rows, rows.length).map((row) => places(range.columns, skills.length).map((column) => String(rows[row]!.cells[column]!.required ?? '')))
