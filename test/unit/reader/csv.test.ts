import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../electron/reader/spreadsheet/csv'
import { seeded } from '../../fixtures/reader/mutate'

const rowsOf = (text: string) => {
  const read = readCsv(text)
  return read.ok ? read.value : read.problem
}

/** The rows by csv-parse; null where a quote is not closed. */
function rowsElsewhere(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] })
  } catch {
    return null
  }
}

describe('the rows of a CSV', () => {
  it('are those of csv-parse for 20,000 texts of quotes, delimiters and line breaks', () => {
    const random = seeded(4180)
    const letters = ['"', '"', ',', ',', '\n', '\r\n', '\r', 'a', ' ', '福']
    const differing: string[] = []
    for (let run = 0; run < 20_000; run++) {
      // The first line decides the delimiter.
      const text = `x,y,z\n${Array.from({ length: Math.floor(random() * 12) }, () => letters[Math.floor(random() * letters.length)]).join('')}`
      const read = readCsv(text)
      if (JSON.stringify(read.ok ? read.value : null) !== JSON.stringify(rowsElsewhere(text, ','))) differing.push(text)
    }
    expect(differing).toEqual([])
  })
  it('keep an empty last cell, and a blank line as one empty cell', () => {
    expect(rowsOf('a,b\n1,\n\n,')).toEqual([['a', 'b'], ['1', ''], [''], ['', '']])
    expect(rowsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
  })
  it('keep text after a closing quote', () => {
    expect(rowsOf('a,b\n"1""2"x,"3"')).toEqual([
      ['a', 'b'],
      ['"1"2"x', '3'],
    ])
  })
  it('name the line of a quote that is never closed', () => {
    expect(rowsOf('a,b\r\n1,2\r\n3,"4\r\n5,6\r\n')).toEqual({ code: 'table.syntax', detail: '3' })
  })
  it('end at Excel’s limits', () => {
    expect(rowsOf('\n'.repeat(1_048_577))).toEqual({ code: 'file.too-large' })
    expect(rowsOf(`a${','.repeat(4_000_000)}`)).toEqual({ code: 'file.too-large' })
  })
  it('with a cell longer than a million characters, in quotes or not, are no table', () => {
    expect(rowsOf(`a,b\n${'x'.repeat(1_000_001)}`)).toEqual({ code: 'file.too-large' })
    expect(rowsOf(`a,b\n"${'""'.repeat(1_000_000)}"`)).toEqual({ code: 'file.too-large' })
    expect(rowsOf(`a,b\n"${'x'.repeat(1_000_000)}",1`)).toHaveLength(2)
  })
  it('of a megabyte of line breaks, or of a long list under a title, make no error each (a row cost 20 µs)', () => {
    const list = `名簿\n${'00123,髙橋 花子,防災課,主査,2020-04-01\n'.repeat(50_000)}`
    expect(rowsOf('\n'.repeat(1_000_000))).toHaveLength(1_000_000)
    expect(rowsOf(list)).toHaveLength(50_001)
  })
})
