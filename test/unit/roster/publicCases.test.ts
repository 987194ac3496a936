import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readTable } from '../../../electron/reader'
import { hasRosterHead, readRoster } from '../../../electron/roster'

/** Small rosters made after public reports, in a folder beside the checkout. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'vectors', 'public-cases')

const read = (name: string) => {
  const table = readTable(readFileSync(join(folder, name)), { sheet: null, fits: hasRosterHead })
  if (!table.ok) return table.problem.code
  const roster = readRoster(table.value.rows, { mapping: null, on: '2026-04-01' })
  if (!roster.ok) return roster.problem.code
  const { people, problems } = roster.value
  return { people: people.map(({ staffNumber, name: person }) => `${staffNumber} ${person}`), codes: [...new Set(problems.map(({ code }) => code))] }
}
const two = ['00123 山田　太郎', '00124 髙﨑　花子']

test('the header of a public roster is recognised', () => {
  expect(hasRosterHead([['職員番号', '氏名', 'フリガナ', '所属コード', '部', '課', '係', '職位', '発令日', '生年月日', 'メール']])).toBe(true)
})

const withFolder = existsSync(folder) ? describe : null

withFolder?.('rosters after public reports', () => {
  it.each([
    ['control.csv', two, []],
    ['R1-control.xlsx', two, []],
    ['R1-zeros-underscore.xlsx', two, []],
    ['R1-zeros-semicolon-at.xlsx', two, []],
    ['R4-styles-elsewhere-1904.xlsx', two, []],
    ['R4-workbook22.xlsx', two, []],
    ['R5-utf16le-no-bom.csv', two, []],
    ['R5-control-half-width-blank.csv', ['00123 山田 太郎', '00124 髙﨑 花子'], []],
    ['R6-equals-quoted.csv', two, []],
    ['R7-utc-instants.csv', two, ['roster.instant']],
    ['R8-zero-width-space.csv', two, ['roster.invisible-removed']],
    ['R10-mail-with-name.csv', two, []],
    ['R12-era-one-kanji.csv', two, []],
    ['R13-sei-mei.csv', ['00123 山田　太郎'], []],
    ['R14-header-Email.csv', ['00123 山田　太郎'], []],
  ])('%s', (name, people, codes) => expect(read(name)).toEqual({ people, codes }))
  it('error values are no person', () =>
    expect(read('R2-error-values.csv')).toEqual({ people: [], codes: ['roster.error-value', 'roster.staff-number-missing'] }))
  it('what is no table says what it is', () => expect([read('R11-html-named.xls'), read('R11.ods')]).toEqual(['table.html', 'table.ods']))
})
