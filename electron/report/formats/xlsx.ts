import writeXlsxFile, { type Cell, type CellObject, type SheetData } from 'write-excel-file/node'
import { depth, depthCharacters, isMet } from '../../../shared/coverage'
import { safeCell } from '../../../shared/model/safeCell'
import type { RenderedReport } from '../report'
import type { DataRow, DataTable, ReportBlock, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../sheet'
import { type PrintedSheet, printSetup } from './xlsxPrint'

const fontFamily = 'BIZ UDPゴシック'
const borders = { borderStyle: 'thin', borderColor: '#666666' } as const

/** @source ECMA-376 Part 1, section 18.3.1.73 and Excel's specifications: a sheet has 1,048,576 rows */
const mostRows = 1_048_576
/** A sheet's XML is one string of the library, and a string has at most 2^29 characters; a cell takes about fifty of them. */
const mostCells = 8_000_000

/**
 * A report as a workbook: a sheet to print and a sheet to work with. Text cells are strings, never formulas; counts are numbers whose symbol is their format.
 *
 * @param most Rows of one sheet. What does not fit continues on a further sheet: no row is left out.
 */
export async function renderXlsx(sheet: ReportSheet, most = mostRows): Promise<RenderedReport> {
  const print = printSheet(sheet)
  const [block] = sheet.blocks
  const single = sheet.blocks.length === 1 ? block : undefined
  const data = dataSheet(sheet.data)
  const printed: PrintedSheet[] = []
  const sheets = [
    ...inParts(print.data, [], fitting(most, print.widths.length)).map((rows, part) => {
      printed.push({ name: partName(sheet.sheetNames.print, part), headRows: part === 0 && single !== undefined ? print.headRows : null, toPrint: true })
      return {
        ...sheetOf(partName(sheet.sheetNames.print, part), rows, print.widths),
        showGridLines: false,
        ...(part === 0 && single !== undefined
          ? { stickyRowsCount: print.headRows.end, stickyColumnsCount: single.columns.filter(({ fixed }) => fixed).length }
          : {}),
      }
    }),
    ...inParts(data.rows, [data.head], fitting(most, data.widths.length)).map((rows, part) => {
      printed.push({ name: partName(sheet.sheetNames.data, part), headRows: { start: 1, end: 1 }, toPrint: false })
      return { ...sheetOf(partName(sheet.sheetNames.data, part), rows, data.widths), stickyRowsCount: 1 }
    }),
  ]
  const workbook = writeXlsxFile(sheets, { fontFamily, fontSize: 10.5, features: [printSetup(sheet, printed)] })
  return { bytes: [new Uint8Array(await workbook.toBuffer())], unwritable: [] }
}

const fitting = (most: number, columns: number): number => Math.min(most, Math.floor(mostCells / Math.max(columns, 1)))

/** Rows in parts that fit on a sheet each, every part under the same head. One part at least. */
function inParts(rows: SheetData, head: SheetData, most: number): readonly SheetData[] {
  const size = most - head.length
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / size)) }, (_, part) => [...head, ...rows.slice(part * size, (part + 1) * size)])
}

const partName = (name: string, part: number): string => (part === 0 ? name : `${name} (${part + 1})`)

const sheetOf = (sheet: string, data: SheetData, widths: readonly number[]) => ({
  sheet,
  data,
  columns: widths.map((width) => ({ width })),
  orientation: 'landscape' as const,
})

interface PrintSheet {
  readonly data: SheetData
  /** In characters. */
  readonly widths: readonly number[]
  /** The rows of the first table's head, from 1; `end` is the last of them. */
  readonly headRows: { readonly start: number; readonly end: number }
}

/** The longest text of a cell in Excel. */
const longestText = 32_767

/** Text without the characters XML forbids. @source XML 1.0, section 2.2: control characters but tab and line ends, and halves of surrogate pairs */
const writable = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** The library looks texts up as properties of an object: a text that every object has as a property, like `constructor`, would be written as that property. */
const isProperty = (text: string): boolean => text in Object.prototype

function textCell(value: string, more: CellObject = {}): CellObject {
  const safe = safeCell(writable(value))
  const text = isProperty(safe) ? `'${safe}` : safe
  return { value: text.length > longestText ? `${writable(text.slice(0, longestText - 1))}…` : text, type: String, ...more }
}

function printSheet({ title, sentence, facts, blocks, legend, notes, maker, language }: ReportSheet): PrintSheet {
  const data: SheetData = []
  data.push([textCell(title, { fontSize: 20, fontWeight: 'bold', height: 30 })])
  data.push([textCell(sentence, { fontSize: 12, height: 20 })])
  data.push([textCell(facts.join(language === 'ja' ? '　' : '   '))])
  data.push([])
  let headRows = { start: 0, end: 0 }
  for (const [index, block] of blocks.entries()) {
    if (block.heading) data.push([textCell(block.heading, { fontWeight: 'bold', fontSize: 12 })])
    const start = data.length + 1
    data.push(...headOf(block.columns))
    if (index === 0) headRows = { start, end: data.length }
    for (const row of block.rows) data.push(rowOf(row, block))
    data.push([])
  }
  const legendText = legend.flatMap(({ mark, text }) => (typeof mark === 'number' ? [`${depthCharacters[mark]} ${text}`] : mark === null ? [text] : []))
  if (legendText.length > 0) data.push([textCell(legendText.join(language === 'ja' ? '　' : '   '))])
  for (const note of notes) data.push([textCell(note)])
  for (const line of maker) data.push([textCell(line)])
  const count = Math.max(...blocks.map(({ columns }) => columns.length))
  const widths = Array.from({ length: count }, (_, index) => Math.max(...blocks.map(({ columns }) => (columns[index]?.width ?? 0) / 2.1)))
  return { data, widths, headRows }
}

const headStyle = { ...borders, fontWeight: 'bold', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'medium', bottomBorderColor: '#000000' } as const

/** One row of headings, or two where columns are in groups. */
function headOf(columns: readonly ReportColumn[]): SheetData {
  const lower = columns.map(({ heading, align }) => textCell(heading, { ...headStyle, align }))
  if (!columns.some(({ group }) => group)) return [lower]
  const upper = columns.map(({ group, heading, align }, index): Cell => {
    if (!group) return textCell(heading, { ...headStyle, align, rowSpan: 2 })
    if (columns[index - 1]?.group === group) return null
    let span = 1
    while (columns[index + span]?.group === group) span++
    return textCell(group, { ...borders, align: 'center', wrap: true, ...(span > 1 ? { columnSpan: span } : {}) })
  })
  return [upper, lower.map((cell, index) => (columns[index]!.group ? cell : null))]
}

function rowOf(row: ReportRow, { columns }: ReportBlock): SheetData[number] {
  const strong = row.kind === 'total' || row.kind === 'group'
  const style = {
    ...borders,
    ...(strong ? { fontWeight: 'bold' as const } : {}),
    ...(row.ruled || row.kind === 'total' ? { topBorderStyle: 'medium' as const, topBorderColor: '#000000' } : {}),
  }
  return row.cells.map((cell, index) => {
    const { align = 'left' } = columns[index] ?? {}
    return cellOf(cell, { ...style, align, ...(index === 0 && row.indent > 0 ? { indent: row.indent } : {}) })
  })
}

function cellOf(cell: ReportCell, style: CellObject): Cell {
  if (cell.kind === 'text') return cell.text === '' ? textCell('', style) : textCell(cell.text, { ...style, wrap: true, alignVertical: 'top' })
  if (cell.kind === 'number') return { value: cell.value, type: Number, format: '0', ...style }
  const { holders, people, required } = cell
  if (people === 0 && holders === 0) return textCell('―', style)
  const frame = isMet(cell) === false ? { borderStyle: 'thick' as const, borderColor: '#000000', fontWeight: 'bold' as const } : {}
  return { value: holders, type: Number, format: `"${depthCharacters[depth(holders)]} "0${required === null ? '' : `"/${required}"`}`, ...style, ...frame }
}

/** Rows the widths of columns are measured from. */
const measured = 200

/** One fact in a row under one row of headings, as pivot tables and other programs need it. Equal cells are one object: memory holds each text once. */
function dataSheet({ columns, rows }: DataTable): { readonly head: SheetData[number]; readonly rows: SheetData; readonly widths: readonly number[] } {
  const known = new Map<string | number, CellObject>()
  const widths = columns.map(cellWidth)
  const cells: SheetData = []
  for (const row of rows) {
    if (cells.length < measured) for (const [index, value] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cellWidth(String(value ?? '')))
    cells.push(row.map((value) => dataCell(value, known)))
  }
  return { head: columns.map((column) => textCell(column, { fontWeight: 'bold' })), rows: cells, widths: widths.map((width) => Math.min(50, width + 2)) }
}

function dataCell(value: DataRow[number], known: Map<string | number, CellObject>): Cell {
  if (value === null || value === '') return null
  const cell = known.get(value) ?? (typeof value === 'number' ? { value, type: Number, format: '0' } : textCell(value))
  known.set(value, cell)
  return cell
}

/** The width of a text in half-width characters. */
const cellWidth = (text: string): number => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
