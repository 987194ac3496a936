import { CsvError, parse } from 'csv-parse/sync'
import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'

/**
 * The rows of a CSV, or of tab-separated text as Excel saves it under "Unicode text". Quotes, line breaks inside quotes, LF and CRLF, rows of uneven
 * length; cells are left as they are.
 * @returns `table.syntax` with the line where a quote stays open, `file.too-large` where there is more than a sheet of Excel holds.
 * @source RFC 4180
 */
export function readCsv(text: string): Result<string[][]> {
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      to: limits.tableRows + 1,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
    const cells = rows.reduce((sum, row) => sum + row.length, 0)
    return rows.length > limits.tableRows || cells > limits.tableCells ? failure({ code: 'file.too-large' }) : success(rows)
  } catch (error) {
    // csv-parse throws CsvError for text it cannot divide; anything else is not about the file.
    if (!(error instanceof CsvError)) throw error
    return failure({ code: 'table.syntax', detail: String(error.lines ?? '') })
  }
}

/** Tab, comma or semicolon: whichever the first line that has any of them has most of; the tab where that is undecided, since nobody types one in a cell. */
function delimiterOf(text: string): string {
  const line = /^.*[\t,;].*$/m.exec(text.slice(0, 65_536))?.[0] ?? ''
  const counted = ['\t', ',', ';'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).delimiter
}
