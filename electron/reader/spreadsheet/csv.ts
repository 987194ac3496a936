import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'

/** A cell and where it ends: at a delimiter, a line break, or the end of the text. */
interface Cell {
  readonly text: string
  readonly end: number
}

/**
 * The rows of a CSV, or of tab-separated text as Excel saves it under "Unicode text". Quotes, line breaks inside quotes, LF, CR and CRLF, rows of uneven
 * length; cells are not changed. A quote in the middle of a cell, or after a closing one, is an ordinary character.
 *
 * Not parsed by csv-parse, which makes and discards an error for each row whose length differs from the first: 20 µs a row, two seconds for a file of 100 KB of
 * line breaks, and for any long list under a title line. A test compares both.
 *
 * @returns `table.syntax` with the line where a quote is not closed, `file.too-large` where there is more than a sheet of Excel holds.
 * @source RFC 4180, section 2
 */
export function readCsv(text: string): Result<string[][]> {
  const delimiter = delimiterOf(text)
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  let cells = 0
  for (let at = 0; at < text.length || row.length > 0; ) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, plain) : plainCell(text, at, plain)
    if (cell === 'open') return failure({ code: 'table.syntax', detail: String(text.slice(0, at).split(/\r\n|\n|\r/).length) })
    if (cell === 'too-long' || cell.text.length > limits.tableCellLength || ++cells > limits.tableCells) return failure({ code: 'file.too-large' })
    row.push(cell.text)
    const isLast = text.charAt(cell.end) !== delimiter
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1)
    if (!isLast) continue
    rows.push(row)
    row = []
    if (rows.length > limits.tableRows) return failure({ code: 'file.too-large' })
  }
  return success(rows)
}

function plainCell(text: string, start: number, plain: RegExp): Cell {
  plain.lastIndex = start
  plain.test(text)
  return { text: text.slice(start, plain.lastIndex), end: plain.lastIndex }
}

/** `open` where the quote at `start` is never closed; `too-long` before a hostile cell costs its length. */
function quotedCell(text: string, start: number, plain: RegExp): Cell | 'open' | 'too-long' {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 2)) {
    if (end - start - 1 > limits.tableCellLength) return 'too-long'
    if (text.charAt(end + 1) === '"') continue
    const content = text.slice(start + 1, end).replaceAll('""', '"')
    const rest = plainCell(text, end + 1, plain)
    return rest.text === '' ? { text: content, end: end + 1 } : { text: `"${content}"${rest.text}`, end: rest.end }
  }
  return 'open'
}

/** Tab, comma or semicolon: the one that is most frequent in the first line with any of them; the tab where they are equal, since it is not typed in cells. */
function delimiterOf(text: string): string {
  const line = /^.*[\t,;].*$/m.exec(text.slice(0, 65_536))?.[0] ?? ''
  const counted = ['\t', ',', ';'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter
}
