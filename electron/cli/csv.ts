/** A cell that a spreadsheet would take for a formula is written as text. */
const asText = (cell: string) => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)

/** One line of CSV. @source RFC 4180, section 2 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : /[",\r\n]/.test(cell) ? `"${asText(cell).replaceAll('"', '""')}"` : asText(cell))).join(',')}\r\n`
