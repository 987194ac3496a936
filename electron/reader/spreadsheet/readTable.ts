import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { decodeText, type TextEncoding } from '../text/decodeText'
import { isZip } from '../zip/openZip'
import { readCsv } from './csv'
import { readXlsx } from './xlsx'

/** Rows of text as a person sees them. Rows may differ in length; blank rows stay, so that row numbers are those of the file. */
export interface Table {
  readonly rows: string[][]
  readonly encoding: TextEncoding | 'xlsx'
}

/** First bytes of OLE files: Excel's format before 2007, and any workbook with a password. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0] as const

/**
 * The rows of a CSV or XLSX. The bytes decide which it is.
 *
 * @returns `file.empty`, `file.too-large`, `table.old-excel` (.xls, or a password), `table.not-text`, `table.syntax`, `table.no-sheet`, or a `zip.…` reason.
 */
export function readTable(bytes: Uint8Array): Result<Table> {
  if (bytes.length === 0) return failure({ code: 'file.empty' })
  if (bytes.length > limits.tableBytes) return failure({ code: 'file.too-large' })
  if (oleSignature.every((byte, index) => bytes[index] === byte)) return failure({ code: 'table.old-excel' })
  if (isZip(bytes)) {
    const rows = readXlsx(bytes)
    return rows.ok ? success({ rows: rows.value, encoding: 'xlsx' }) : rows
  }
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) return failure({ code: 'table.not-text' })
  const rows = readCsv(text)
  return rows.ok ? success({ rows: rows.value, encoding }) : rows
}
