import type { ReportEncoding } from '../../../shared/contract/report'
import { csvLine } from '../../../shared/model/csvLine'
import { encodeCp932, unwritableCharacters } from '../../reader'
import type { RenderedReport, UnwritableCharacter } from '../report'
import type { DataRow, DataTable, ReportSheet } from '../sheet'

/** A report's table as CSV: UTF-8 with a byte order mark, or CP932 if every character can be written. Rows are encoded in batches and not kept. */
export function renderCsv({ csv }: ReportSheet, encoding: ReportEncoding): RenderedReport {
  if (encoding === 'utf-8') return { bytes: encoded(csv, '\ufeff', (text) => new TextEncoder().encode(text)), unwritable: [] }
  const unwritable = findUnwritable(csv)
  return { bytes: unwritable.length === 0 ? encoded(csv, '', encodeCp932) : null, unwritable }
}

/** Characters of text that are encoded at once. */
const batch = 1 << 20

function encoded({ columns, rows }: DataTable, mark: string, encode: (text: string) => Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = []
  let text = mark + csvLine(columns)
  for (const row of rows) {
    text += csvLine(row)
    if (text.length < batch) continue
    parts.push(encode(text))
    text = ''
  }
  if (text !== '') parts.push(encode(text))
  return parts
}

/** Every character CP932 cannot hold, with the column and line where it is found first, and how often it occurs. */
function findUnwritable({ columns, rows }: DataTable): readonly UnwritableCharacter[] {
  const found = new Map<string, { where: string; count: number }>()
  const search = (row: DataRow, line: number) => {
    for (const [column, value] of row.entries()) {
      if (typeof value !== 'string') continue
      for (const character of unwritableCharacters(value)) {
        const known = found.get(character) ?? { where: `${columns[column]} ${line}`, count: 0 }
        found.set(character, { ...known, count: known.count + value.split(character).length - 1 })
      }
    }
  }
  search(columns, 1)
  let line = 1
  for (const row of rows) search(row, ++line)
  return [...found].map(([character, { where, count }]) => ({ character, codePoint: codePoints(character), where, count }))
}

const codePoints = (character: string): string => [...character].map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
