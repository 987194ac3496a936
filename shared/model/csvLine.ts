import { safeCell } from './safeCell'

/** One line of CSV: CRLF at its end, quotes where they are needed, no formula; null is an empty cell. @source RFC 4180, section 2 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : safeCell(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
