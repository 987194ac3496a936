import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { cellText, parseReference } from './cells'
import type { NumberStyle } from './numberFormat'
import { walkXml } from './xml'

/** What a sheet's cells refer to. */
export interface SheetSurroundings {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly epoch1904: boolean
}

interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * The rows of one sheet as text, from its first row on. Every cell of a merged area holds the text of the area, as people read it.
 * @source ECMA-376 Part 1, sections 18.3.1.4, 18.3.1.55, 18.3.1.73
 */
export function readSheet(bytes: Uint8Array, { strings, styles, epoch1904 }: SheetSurroundings): Result<string[][]> {
  const rows: string[][] = []
  const merged: Area[] = []
  let cells = 0
  let here = { row: -1, column: -1 }
  let cell = { type: 'n', style: styles[0], text: '', inline: '' }
  const walked = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'row') here = { row: rowIndex(attributes.r) ?? here.row + 1, column: -1 }
      else if (name === 'c') {
        here = parseReference(attributes.r ?? '') ?? { row: here.row, column: here.column + 1 }
        cell = { type: attributes.t ?? 'n', style: styles[Number(attributes.s ?? 0)], text: '', inline: '' }
      } else if (name === 'mergeCell') {
        const area = parseArea(attributes.ref ?? '')
        if (area) merged.push(area)
      }
    },
    text(text, path) {
      const element = path.at(-1)
      if (element === 'v') cell.text += text
      else if (element === 't' && !path.includes('rPh')) cell.inline += text
    },
    close(name) {
      if (name !== 'c') return
      // Some programs write an inline string twice, as `<is>` and as `<v>`.
      if (cell.inline !== '' && (cell.type === 'inlineStr' || cell.text === '')) cell = { ...cell, type: 'inlineStr', text: cell.inline }
      if (cell.text === '' || here.row < 0 || cells > limits.tableCells) return
      cells += put(rows, here.row, here.column, cellText(cell, strings, epoch1904))
    },
  })
  if (!walked.ok) return walked
  for (const area of merged) cells += spread(rows, area, cells)
  return cells > limits.tableCells ? failure({ code: 'file.too-large' }) : success(Array.from(rows, (row) => row ?? []))
}

function rowIndex(text: string | undefined): number | null {
  const row = Number(text) - 1
  return Number.isInteger(row) && row >= 0 && row < limits.tableRows ? row : null
}

/** Writes one cell and fills the row with blanks up to it. Returns how many cells the table grew by. */
function put(rows: string[][], row: number, column: number, text: string): number {
  rows[row] ??= []
  const cells = rows[row]
  const before = cells.length
  while (cells.length <= column) cells.push('')
  cells[column] = text
  return cells.length - before
}

function parseArea(reference: string): Area | null {
  const [from, to] = reference.split(':')
  const start = parseReference(from ?? '')
  const end = parseReference(to ?? '')
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null
}

/** Gives every cell of a merged area its text, within the existing rows. Returns how many cells were written: overlapping areas cost each time. */
function spread(rows: string[][], { top, left, bottom, right }: Area, cells: number): number {
  const text = rows[top]?.[left] ?? ''
  let written = 0
  if (text === '') return written
  for (let row = top; row <= Math.min(bottom, rows.length - 1); row++)
    for (let column = left; column <= right && cells + written <= limits.tableCells; column++) {
      put(rows, row, column, text)
      written++
    }
  return written
}
