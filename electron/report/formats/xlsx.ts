import writeXlsxFile, { type Cell, type CellObject, type SheetData } from 'write-excel-file/node'
import { neutralText } from '../../../shared/model/safeCell'
import type { RenderedReport } from '../report'
import {
  type DataTable,
  depthMark,
  depthSymbols,
  isBelowNeed,
  type ReportBlock,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
  type ReportSheet,
} from '../sheet'
import { printSetup } from './xlsxPrint'

const fontFamily = 'BIZ UDPゴシック'
const borders = { borderStyle: 'thin', borderColor: '#666666' } as const

/** A report as a workbook of two sheets: one to print, one to work with. Text cells are strings, never formulas; counts are numbers whose symbol is their format. */
export async function renderXlsx(sheet: ReportSheet): Promise<RenderedReport> {
  const print = printSheet(sheet)
  const data = dataSheet(sheet.data)
  const workbook = writeXlsxFile(
    [
      {
        sheet: sheet.sheetNames.print,
        data: print.data,
        columns: print.widths.map((width) => ({ width })),
        orientation: 'landscape',
        showGridLines: false,
        ...(sheet.blocks.length === 1
          ? { stickyRowsCount: print.headRows.end, stickyColumnsCount: sheet.blocks[0]!.columns.filter(({ fixed }) => fixed).length }
          : {}),
      },
      { sheet: sheet.sheetNames.data, data: data.data, columns: data.widths.map((width) => ({ width })), orientation: 'landscape', stickyRowsCount: 1 },
    ],
    { fontFamily, fontSize: 10.5, features: [printSetup(sheet, sheet.blocks.length === 1 ? print.headRows : null)] },
  )
  return { bytes: new Uint8Array(await workbook.toBuffer()), unwritable: [] }
}

interface PrintSheet {
  readonly data: SheetData
  /** In characters. */
  readonly widths: readonly number[]
  /** The rows of the first table's head, from 1; `end` is the last of them. */
  readonly headRows: { readonly start: number; readonly end: number }
}

/** Excel holds no longer text in a cell. */
const longestText = 32_767

/** @source XML 1.0, section 2.2: of the control characters only tab and line ends may stand in a document, and no half of a surrogate pair */
const writable = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

function textCell(value: string, more: CellObject = {}): CellObject {
  const text = neutralText(writable(value))
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
    data.push(...block.rows.map((row) => rowOf(row, block)))
    data.push([])
  }
  const legendText = legend.flatMap(({ mark, text }) => (typeof mark === 'number' ? [`${depthSymbols[mark]} ${text}`] : mark === null ? [text] : []))
  if (legendText.length > 0) data.push([textCell(legendText.join(language === 'ja' ? '　' : '   '))])
  for (const note of notes) data.push([textCell(note)])
  for (const line of maker) data.push([textCell(line)])
  const count = Math.max(...blocks.map(({ columns }) => columns.length))
  const widths = Array.from({ length: count }, (_, index) => Math.max(...blocks.map(({ columns }) => (columns[index]?.width ?? 0) / 2.1)))
  return { data, widths, headRows }
}

const headStyle = { ...borders, fontWeight: 'bold', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'medium', bottomBorderColor: '#000000' } as const

/** One row of headings, or two where columns stand in groups. */
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
  const { holders, people, need } = cell
  if (people === 0 && holders === 0) return textCell('―', style)
  const frame = isBelowNeed(cell) ? { borderStyle: 'thick' as const, borderColor: '#000000', fontWeight: 'bold' as const } : {}
  return { value: holders, type: Number, format: `"${depthSymbols[depthMark(holders)]} "0${need === null ? '' : `"/${need}"`}`, ...style, ...frame }
}

/** One fact a row under one row of headings, as pivot tables and other programs want it. */
function dataSheet({ columns, rows }: DataTable): { readonly data: SheetData; readonly widths: readonly number[] } {
  const head = columns.map((column) => textCell(column, { fontWeight: 'bold' }))
  const body = rows.map((row) =>
    row.map((value): Cell => (value === null || value === '' ? null : typeof value === 'number' ? { value, type: Number, format: '0' } : textCell(value))),
  )
  const sample = rows.slice(0, 200)
  const widths = columns.map((column, index) => Math.min(50, Math.max(...[column, ...sample.map((row) => String(row[index] ?? ''))].map(cellWidth)) + 2))
  return { data: [head, ...body], widths }
}

/** Half-width characters a text is wide. */
const cellWidth = (text: string): number => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
