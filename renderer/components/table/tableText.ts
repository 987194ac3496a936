import { safeCell } from '../../../shared/model/safeCell'

/** The rows of a table to copy. A number stays a number; a text never becomes a formula. */
export type CopiedRows = readonly (readonly (string | number)[])[]

const oneLine = (cell: string | number): string => safeCell(cell).replace(/[\t\r\n]+/g, ' ')

/** Rows as tab-separated text, with the line ends Excel expects. */
export const tableAsTsv = (rows: CopiedRows): string => rows.map((row) => row.map(oneLine).join('\t')).join('\r\n')

const escaped = (cell: string | number): string =>
  safeCell(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Excel keeps the zeros at the beginning of a 職員番号 where the cell's format is text. */
const asText = (cell: string | number): string => (typeof cell === 'string' && /^0\d/.test(cell) ? ' style="mso-number-format:\'@\'"' : '')

/** Rows as an HTML table; the first row is its head. */
export function tableAsHtml(rows: CopiedRows): string {
  const line = (row: CopiedRows[number], tag: 'th' | 'td') => `<tr>${row.map((cell) => `<${tag}${asText(cell)}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${rows.map((row, index) => line(row, index === 0 ? 'th' : 'td')).join('')}</table>`
}
