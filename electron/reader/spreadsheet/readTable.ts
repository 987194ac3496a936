import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { decodeText, type TextEncoding } from '../text/decodeText'
import { isZip, openZip } from '../zip/openZip'
import { readCsv } from './csv'
import { notTable, notXlsx } from './notTable'
import { readXlsx, type SheetChoice } from './xlsx'

/** Rows of text as a person sees them. Rows may differ in length; blank rows stay, so that row numbers are those of the file. */
export interface Table {
  readonly rows: string[][]
  readonly encoding: TextEncoding | 'xlsx'
  /** The name of the sheet that was read; null where the file is no workbook. */
  readonly sheet: string | null
  /** The names of all sheets that are shown, the active one first; empty where the file is no workbook. */
  readonly sheets: readonly string[]
}

const anySheet: SheetChoice = { sheet: null, fits: () => true }

/**
 * The rows of a CSV or XLSX. The bytes decide which it is.
 *
 * @param choice Which sheet of a workbook to read: the active one unless it says otherwise.
 * @returns `file.empty`, `file.too-large`, `table.syntax`, `table.no-sheet`, `table.sheet-unknown`, `table.not-text`, a `zip.…` reason, or the kind of file that
 * is no table: `table.old-excel` (.xls, or a password), `table.ods`, `table.xlsb`, `table.numbers`, `table.excel-2003-xml`, `table.html`, `table.pdf`,
 * `table.iso-2022-jp`, `table.in-zip`.
 */
export function readTable(bytes: Uint8Array, choice: SheetChoice = anySheet): Result<Table> {
  if (bytes.length === 0) return failure({ code: 'file.empty' })
  if (bytes.length > limits.tableBytes) return failure({ code: 'file.too-large' })
  if (isZip(bytes)) return readWorkbookFile(bytes, choice)
  const other = notTable(bytes)
  if (other) return failure(other)
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) return failure({ code: 'table.not-text' })
  const rows = readCsv(text)
  return rows.ok ? success({ rows: rows.value, encoding, sheet: null, sheets: [] }) : rows
}

function readWorkbookFile(bytes: Uint8Array, choice: SheetChoice): Result<Table> {
  const entries = openZip(bytes)
  if (!entries.ok) return entries
  const other = notXlsx(entries.value)
  if (other) return failure(other)
  const read = readXlsx(entries.value, choice)
  return read.ok ? success({ ...read.value, encoding: 'xlsx' }) : read
}
