import { visible } from './visible'

/** A cell that a spreadsheet would take for a formula is written as text. */
const asText = (cell: string) => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** One line of CSV; terminal control characters are escaped. @source RFC 4180, section 2 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(visible(asText(cell))))).join(',')}\r\n`

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
