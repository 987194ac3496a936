import type { ReportEncoding } from '../../../shared/contract/report'
import { neutralText } from '../../../shared/model/safeCell'
import { encodeCp932, unwritableCharacters } from '../../reader'
import type { RenderedReport, UnwritableCharacter } from '../report'
import type { DataTable, ReportSheet } from '../sheet'

/** A report's table as CSV: CRLF, quotes where they are needed, no formula; UTF-8 with a byte order mark, or CP932 if every character can be written. */
export function renderCsv({ csv }: ReportSheet, encoding: ReportEncoding): RenderedReport {
  const text = csvText(csv)
  if (encoding === 'utf-8') return { bytes: new TextEncoder().encode(`\ufeff${text}`), unwritable: [] }
  const unwritable = findUnwritable(csv)
  return { bytes: unwritable.length === 0 ? encodeCp932(text) : null, unwritable }
}

const csvText = ({ columns, rows }: DataTable): string => [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

/** @source RFC 4180, section 2 */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = neutralText(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Every character CP932 cannot hold, with the column and line it first stands in, and how often it occurs. */
function findUnwritable({ columns, rows }: DataTable): readonly UnwritableCharacter[] {
  const found = new Map<string, { where: string; count: number }>()
  for (const [line, row] of [columns, ...rows].entries()) {
    for (const [column, value] of row.entries()) {
      if (typeof value !== 'string') continue
      for (const character of unwritableCharacters(value)) {
        const known = found.get(character) ?? { where: `${columns[column]} ${line + 1}`, count: 0 }
        found.set(character, { ...known, count: known.count + value.split(character).length - 1 })
      }
    }
  }
  return [...found].map(([character, { where, count }]) => ({ character, codePoint: codePoints(character), where, count }))
}

const codePoints = (character: string): string => [...character].map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
