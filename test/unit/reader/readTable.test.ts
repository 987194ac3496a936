import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../electron/reader'
import { type XlsxParts, xlsxFile } from '../../fixtures/reader/xlsxFile'
import { zipFile } from '../../fixtures/reader/zipFile'

const rowsOf = (bytes: Uint8Array) => {
  const table = readTable(bytes)
  return table.ok ? table.value.rows : table.problem
}
const xlsx = (parts: XlsxParts) => rowsOf(xlsxFile(parts))
const sheet = (...rows: readonly string[]) => `<sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData>`

describe('a CSV', () => {
  it('keeps leading zeros, blanks, quotes, line breaks inside quotes and rows of uneven length', () => {
    const text = '職員番号,氏名,備考\r\n00123, 中央 太郎 ,"一行目\r\n""二行目"""\r\n\r\n00124\r\n'
    expect(readTable(iconv.encode(text, 'cp932'))).toEqual({
      ok: true,
      value: {
        encoding: 'cp932',
        sheet: null,
        sheets: [],
        rows: [['職員番号', '氏名', '備考'], ['00123', ' 中央 太郎 ', '一行目\r\n"二行目"'], [''], ['00124']],
      },
    })
  })
  it('reads LF, CR, tabs and semicolons', () => {
    expect(rowsOf(Buffer.from('a,b\n1,2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(rowsOf(Buffer.from('a,b\r1,2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(rowsOf(Buffer.from('\ufeffa\tb,c\n1\t2', 'utf16le'))).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ])
    expect(rowsOf(Buffer.from('名簿\na;b;c\n1;2;3,5'))).toEqual([['名簿'], ['a', 'b', 'c'], ['1', '2', '3,5']])
  })
  it('keeps a quote in the middle of a cell', () => {
    expect(rowsOf(Buffer.from('a,5" disk,b'))).toEqual([['a', '5" disk', 'b']])
  })
  it('reports where a quote is not closed', () => {
    expect(rowsOf(Buffer.from('a,b\n"1,2\n3,4\n'))).toMatchObject({ code: 'table.syntax' })
  })
  it('refuses a file that is no table', () => {
    expect(rowsOf(new Uint8Array())).toEqual({ code: 'file.empty' })
    expect(rowsOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual({ code: 'table.old-excel' })
    expect(rowsOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 0, 0, 2, 0, 0]))).toEqual({ code: 'table.not-text' })
    expect(rowsOf(Buffer.from('職員番号,氏\0名\n', 'utf16le'))).toEqual({ code: 'table.not-text' })
    expect(rowsOf(zipFile([{ name: 'a.png', data: 'x' }]))).toEqual({ code: 'table.no-sheet' })
    expect(rowsOf(Buffer.from('PK\x03\x04'))).toEqual({ code: 'zip.broken' })
  })
})

describe('an XLSX', () => {
  it('reads shared strings, rich text without furigana, inline strings, numbers, booleans, formulas and errors', () => {
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>係</t></r><r><t>長</t></r></is></c>' +
      '<c r="D1"><v>12.5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="str"><f>A1</f><v>計算</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1"><v>1.2E+3</v></c>'
    const sharedStrings =
      '<si><t xml:space="preserve"> 中央 </t></si><si><r><t>中央</t></r><r><t>太郎</t></r><rPh sb="0" eb="2"><t>チュウオウ</t></rPh><phoneticPr fontId="1"/></si>'
    expect(xlsx({ sheet: sheet(cells), sharedStrings })).toEqual([[' 中央 ', '中央太郎', '係長', '12.5', 'TRUE', '計算', '#N/A', '1200']])
  })
  it('keeps gaps between cells and between rows', () => {
    expect(xlsx({ sheet: '<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row></sheetData>' })).toEqual([
      [],
      ['', '1'],
      [],
      ['2'],
    ])
  })
  it('places cells without references one after the other', () => {
    expect(xlsx({ sheet: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>' })).toEqual([['1', '2'], ['3']])
  })
  it('gives dates as serial numbers from 1900, those of a 1904 workbook too, and pads codes as they are shown', () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="176" formatCode="00000"/><numFmt numFmtId="177" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>'
    const cells = '<c r="A1" s="1"><v>46113</v></c><c r="B1" s="2"><v>123</v></c><c r="C1" s="3"><v>46113</v></c><c r="D1"><v>46113</v></c>'
    expect(xlsx({ sheet: sheet(cells), styles })).toEqual([['46113', '00123', '46113', '46113']])
    expect(xlsx({ sheet: sheet(cells), styles, workbookProperties: '<workbookPr date1904="1"/>' })).toEqual([['47575', '00123', '47575', '46113']])
  })
  it('gives every cell of a merged area its text', () => {
    const rows = sheet(
      '<c r="A1" t="str"><v>福祉部</v></c><c r="B1" t="str"><v>甲</v></c>',
      '<c r="A2"/><c r="B2" t="str"><v>乙</v></c>',
      '<c r="B3" t="str"><v>丙</v></c>',
    )
    expect(xlsx({ sheet: `${rows}<mergeCells><mergeCell ref="A1:A3"/></mergeCells>` })).toEqual([
      ['福祉部', '甲'],
      ['福祉部', '乙'],
      ['福祉部', '丙'],
    ])
  })
  it('takes the first visible sheet', () => {
    const sheets = '<sheet name="旧" sheetId="1" state="hidden" r:id="rId1"/><sheet name="今" sheetId="2" r:id="rId2"/>'
    expect(xlsx({ sheet: sheet('<c r="A1"><v>1</v></c>'), sheets })).toEqual([['別']])
  })
  it('reads elements with a prefix and characters written as _x….._', () => {
    const prefixed =
      '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row r="1"><x:c r="A1" t="str"><x:v>a_x000D_b</x:v></x:c></x:row></x:sheetData>'
    expect(xlsx({ sheet: prefixed })).toEqual([['a\rb']])
  })
  it('refuses a broken sheet, and a DOCTYPE', () => {
    expect(xlsx({ sheet: '<sheetData><row>' })).toEqual({ code: 'table.syntax' })
    const parts = { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>', '[Content_Types].xml': '<Types/>' }
    expect(rowsOf(zipFile(Object.entries(parts).map(([name, data]) => ({ name, data }))))).toEqual({ code: 'table.syntax' })
  })
  it('refuses a table with more cells than any list has', () => {
    const far = Array.from({ length: 300 }, (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`).join('')
    expect(xlsx({ sheet: `<sheetData>${far}</sheetData>` })).toEqual({ code: 'file.too-large' })
    const merged = '<mergeCell ref="A1:XFD1048576"/>'.repeat(50)
    expect(xlsx({ sheet: `${sheet('<c r="A1"><v>1</v></c>', '<c r="XFD300"><v>1</v></c>')}<mergeCells>${merged}</mergeCells>` })).toEqual({
      code: 'file.too-large',
    })
  })
})
