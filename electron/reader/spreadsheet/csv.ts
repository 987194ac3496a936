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
    const cell = cellAt(text, at, plain)
    if (cell === 'open') return failure({ code: 'table.syntax', detail: String(text.slice(0, at).split(/\r\n|\n|\r/).length) })
    if (cell === 'too-long' || cell.text.length > limits.tableCellLength || ++cells > limits.tableCells) return failure({ code: 'file.too-large' })
    row.push(withoutFormula(cell.text))
    const isLast = text.charAt(cell.end) !== delimiter
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1)
    if (!isLast) continue
    rows.push(row)
    row = []
    if (rows.length > limits.tableRows) return failure({ code: 'file.too-large' })
  }
  return success(rows)
}

/** The cell that begins at `start`. `="00123"` is quoted like `"00123"`: a formula that keeps Excel from dropping zeros. */
function cellAt(text: string, start: number, plain: RegExp): Cell | 'open' | 'too-long' {
  if (text.charAt(start) === '"') return quotedCell(text, start, plain)
  if (!text.startsWith('="', start)) return plainCell(text, start, plain)
  const cell = quotedCell(text, start + 1, plain)
  const isWhole = typeof cell === 'object' && text.charAt(cell.end - 1) === '"'
  return isWhole ? cell : plainCell(text, start, plain)
}

/** The text of a cell whose formula is one quoted text, as RFC 4180 escapes it: `"=""00123"""`. */
function withoutFormula(text: string): string {
  if (text.charCodeAt(0) !== 0x3d) return text
  const quoted = /^="((?:[^"]|"")*)"$/.exec(text)?.[1]
  return quoted === undefined ? text : quoted.replaceAll('""', '"')
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

/** Tab, comma or semicolon: whichever the first line that has any of them has most of; the tab where that is undecided, which is not typed into cells. */
function delimiterOf(text: string): string {
  const line = /^.*[\t,;].*$/m.exec(text.slice(0, 65_536))?.[0] ?? ''
  const counted = ['\t', ',', ';'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter
}
