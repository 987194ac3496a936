import { failure, type Result, success } from '../../../shared/model/problem'
import type { ZipEntry } from '../zip/openZip'
import { partReader } from './parts'
import { readSharedStrings } from './sharedStrings'
import { readSheet } from './sheet'
import { readStyles } from './styles'
import { readWorkbook } from './workbook'

/** Which sheet of a workbook to read. */
export interface SheetChoice {
  /** The name on its tab; null for the active sheet, or the first one that fits. */
  readonly sheet: string | null
  /** Are these rows what the reader looks for? */
  readonly fits: (rows: readonly (readonly string[])[]) => boolean
}

/** The rows of one sheet, and the names of all. */
export interface WorkbookRows {
  readonly rows: string[][]
  readonly sheet: string
  /** The active sheet first. */
  readonly sheets: readonly string[]
}

/**
 * The rows of the sheet that is chosen, else of the active sheet if it fits, else of the first that fits, else of the active one. Formulas give the result they
 * were saved with; nothing is calculated.
 * @returns `table.sheet-unknown` with the name where no sheet has the chosen one.
 * @source ECMA-376 Part 1, section 18
 */
export function readXlsx(entries: readonly ZipEntry[], { sheet: chosen, fits }: SheetChoice): Result<WorkbookRows> {
  const part = partReader(entries)
  const workbook = readWorkbook(part)
  if (!workbook.ok) return workbook
  const { sheets, stylesPart, stringsPart, epoch1904 } = workbook.value
  const strings = readSharedStrings(part, stringsPart)
  if (!strings.ok) return strings
  const styles = readStyles(part, stylesPart)
  if (!styles.ok) return styles
  const wanted = chosen === null ? sheets : sheets.filter(({ name }) => name === chosen)
  if (wanted.length === 0) return failure({ code: 'table.sheet-unknown', detail: chosen ?? '' })
  const names = sheets.map(({ name }) => name)
  let first: Result<WorkbookRows> | null = null
  for (const { name, part: sheetPart } of wanted) {
    const bytes = part(sheetPart)
    const rows = bytes.ok ? rowsOf(bytes.value, { strings: strings.value, styles: styles.value, epoch1904 }) : bytes
    const read = rows.ok ? success({ rows: rows.value, sheet: name, sheets: names }) : rows
    if (read.ok && fits(read.value.rows)) return read
    // A broken sheet is a fault only where it is the one to be read.
    if (first === null && !read.ok) return read
    first ??= read
  }
  return first ?? failure({ code: 'table.no-sheet' })
}

const rowsOf = (bytes: Uint8Array | null, surroundings: Parameters<typeof readSheet>[1]): Result<string[][]> =>
  bytes ? readSheet(bytes, surroundings) : failure({ code: 'table.no-sheet' })
