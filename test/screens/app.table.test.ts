import { expect, test } from 'vitest'
import { safeCell, tableAsHtml, tableAsTsv } from '../../renderer/components/table/tableText'

test('a cell that a spreadsheet would take for a formula is marked as text; numbers stay numbers', () => {
  expect(['=1+1', '+81', '-x', '@SUM', '＝A1', '\tx'].map(safeCell)).toEqual(["'=1+1", "'+81", "'-x", "'@SUM", "'＝A1", "'\tx"])
  expect(['-3', '12', '001948', '佐伯'].map(safeCell)).toEqual(['-3', '12', '001948', '佐伯'])
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
