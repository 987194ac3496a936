import { expect, test } from 'vitest'
import { tableAsHtml, tableAsTsv } from '../../renderer/components/table/tableText'
import { beginsFormula, formulaAttacks, harmlessTexts } from '../fixtures/formulaAttacks'

/** The text of the cell in a table of one cell. */
const cellOfTsv = (cell: string | number) => tableAsTsv([[cell]])
const cellOfHtml = (cell: string | number) =>
  /<th>([\s\S]*)<\/th>/
    .exec(tableAsHtml([[cell]]))![1]!
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

test.each(formulaAttacks)('a copied text %j begins no formula', (attack) => {
  expect(beginsFormula(attack)).toBe(true)
  expect(beginsFormula(cellOfTsv(attack))).toBe(false)
  expect(cellOfHtml(attack)).toBe(`'${attack}`)
})

test.each(harmlessTexts.filter((text) => !/^0\d/.test(text)))('a copied text %j is unchanged', (text) => {
  expect([cellOfTsv(text), cellOfHtml(text)]).toEqual([text, text])
})

test('a copied number stays a number', () => {
  expect([-3, 12].map(cellOfTsv)).toEqual(['-3', '12'])
  expect(['-3', '001948'].map(cellOfTsv)).toEqual(["'-3", '001948'])
})

test('tabs and line ends inside a cell do not break the table', () => {
  expect(
    tableAsTsv([
      ['氏名', '備考'],
      ['佐伯', '一行目\n二行目\t続き'],
    ]),
  ).toBe('氏名\t備考\r\n佐伯\t一行目 二行目 続き')
})

test('the HTML form escapes markup in a name, and keeps leading zeros', () => {
  const html = tableAsHtml([['番号'], ['001948'], ['<img src=x onerror=alert(1)>']])
  expect(html).toContain('<th>番号</th>')
  expect(html).toContain(`<td style="mso-number-format:'@'">001948</td>`)
  expect(html).not.toContain('<img')
})
