/** Signs with which a spreadsheet takes a cell for a formula, and their full-width forms. */
const formulaSigns = /^[=+\-@\t\r＝＋－＠]/

/** A cell as it may leave the program: a spreadsheet must not take it for a formula. Plain numbers stay numbers. */
export const safeCell = (cell: string): string => (formulaSigns.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell)

const oneLine = (cell: string): string => safeCell(cell).replace(/[\t\r\n]+/g, ' ')

/** Rows as tab-separated text, with the line ends Excel expects. */
export const tableAsTsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(oneLine).join('\t')).join('\r\n')

const escaped = (cell: string): string => safeCell(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Rows as an HTML table; the first row is its head. Cells are marked as text for Excel, so that 職員番号 keeps its zeros. */
export function tableAsHtml(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr>${row.map((cell) => `<${tag}${/^0\d/.test(cell) ? ' style="mso-number-format:\'@\'"' : ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${rows.map((row, index) => line(row, index === 0 ? 'th' : 'td')).join('')}</table>`
}
