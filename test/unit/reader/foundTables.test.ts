import { describe, expect, it } from 'vitest'
import { readFile, readTable } from '../../../electron/reader'
import { numberStyle } from '../../../electron/reader/spreadsheet/numberFormat'
import { xlsxFile } from '../../fixtures/reader/xlsxFile'
import { zipFile } from '../../fixtures/reader/zipFile'

const rowsOf = (bytes: Uint8Array) => {
  const table = readTable(bytes)
  return table.ok ? table.value.rows : table.problem
}
const codeOf = (bytes: Uint8Array) => {
  const table = readTable(bytes)
  return table.ok ? 'a table' : table.problem.code
}
const zip = (parts: Readonly<Record<string, string | Uint8Array>>) => zipFile(Object.entries(parts).map(([name, data]) => ({ name, data })))
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`

describe('a number format', () => {
  const shown = (code: string, number: number) => numberStyle(code).show?.(number, String(number)) ?? String(number)
  it.each([
    ['00000_ ', 123, '00123'],
    ['00000;@', 123, '00123'],
    ['[$-411]00000', 123, '00123'],
    ['[<=99999]00000;General', 123, '00123'],
    ['[<=99999]00000;General', 123456, '123456'],
    ['"A"00000', 123, 'A00123'],
    ['\\A00000', 123, 'A00123'],
    ['"第"General"号"', 7, '第7号'],
    ['000-0000', 1056789, '105-6789'],
    ['00000;[Red]-00000', -123, '-00123'],
    ['00000', -123, '-00123'],
    ['#,##0"人"', 1234567, '1,234,567人'],
    ['#,##0_ ;[Red]\\-#,##0\\ ', 1234, '1234'],
    ['0.00', 12.5, '12.5'],
    ['0%', 0.5, '0.5'],
    ['0.00E+00', 123, '123'],
    ['General', 123, '123'],
  ])('%s shows %d as %s', (code, number, text) => expect(shown(code, number)).toBe(text))
  it('is a date by its letters outside quotes, and none by those inside', () => {
    expect(['[$-411]ggge"年"m"月"d"日"', 'yyyy/m/d', '[h]:mm'].map((code) => numberStyle(code).isDate)).toEqual([true, true, true])
    expect(['"day"0', 'General', '[Red]0', '0_d'].map((code) => numberStyle(code).isDate)).toEqual([false, false, false, false])
  })
})

describe('the parts of a workbook', () => {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (list: Readonly<Record<string, string>>) =>
    `<Relationships>${Object.entries(list)
      .map(([type, target], index) => `<Relationship Id="r${index}" Type="${types}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const workbook = '<workbook xmlns:r="x"><sheets><sheet name="名簿" sheetId="1" r:id="r0"/></sheets></workbook>'
  const styles = '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs></styleSheet>'
  const strings = '<sst><si><t>山田</t></si></sst>'
  const sheet = `<worksheet>${row('<c r="A1" s="0"><v>123</v></c><c r="B1" t="s"><v>0</v></c>')}</worksheet>`

  it('are found through relationships: workbook at the root, styles in another folder, `../`, percent-encoding', () => {
    const file = zip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations({ officeDocument: '/book/workbook22.xml' }),
      'book/workbook22.xml': workbook,
      'book/_rels/workbook22.xml.rels': relations({ worksheet: '../sheets/a%20b.xml', styles: 'st/styles1.xml', sharedStrings: './%E5%AD%97.xml' }),
      'sheets/a b.xml': sheet,
      'book/st/styles1.xml': styles,
      'book/字.xml': strings,
    })
    expect(rowsOf(file)).toEqual([['00123', '山田']])
    const atRoot = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relations({ officeDocument: 'workbook.xml' }),
      'workbook.xml': workbook,
      '_rels/workbook.xml.rels': relations({ worksheet: 'sheet.xml', styles: 'styles.xml', sharedStrings: 'strings.xml' }),
      'sheet.xml': sheet,
      'styles.xml': styles,
      'strings.xml': strings,
    }
    expect(rowsOf(zip(atRoot))).toEqual([['00123', '山田']])
  })
  it('are read in UTF-16 with and without a byte order mark', () => {
    const big = Buffer.from(`\ufeff${strings}`, 'utf16le').swap16()
    const file = (extra: Readonly<Record<string, Uint8Array>>) =>
      zip({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': workbook,
        'xl/_rels/workbook.xml.rels': relations({ worksheet: 'worksheets/sheet1.xml' }),
        'xl/worksheets/sheet1.xml': sheet,
        ...extra,
      })
    expect(rowsOf(file({ 'xl/sharedStrings.xml': big }))).toEqual([['123', '山田']])
    expect(rowsOf(file({ 'xl/sharedStrings.xml': Buffer.from(strings, 'utf16le') }))).toEqual([['123', '山田']])
  })
  it('an inline string written as `<is>` and as `<v>` is read once, and one with `<v>` alone is read', () => {
    const cells = '<c r="A1" t="inlineStr"><is><t>山田</t></is><v>山田</v></c><c r="B1" t="inlineStr"><v>花子</v></c>'
    expect(rowsOf(xlsxFile({ sheet: row(cells) }))).toEqual([['山田', '花子']])
  })
})

describe('the sheet that is read', () => {
  const bytes = xlsxFile({ sheet: row('<c r="A1" t="str"><v>表紙</v></c>') })
  const read = (choice: Parameters<typeof readTable>[1], file = bytes) => {
    const table = readTable(file, choice)
    return table.ok ? [table.value.sheet, table.value.sheets, table.value.rows] : table.problem
  }
  it('is the active one, named', () => {
    expect(read({ sheet: null, fits: () => true })).toEqual(['名簿', ['名簿', '別'], [['表紙']]])
    const second = xlsxFile({ sheet: row('<c r="A1"><v>1</v></c>'), workbookProperties: '<bookViews><workbookView activeTab="1"/></bookViews>' })
    expect(read({ sheet: null, fits: () => true }, second)).toEqual(['別', ['別', '名簿'], [['別']]])
  })
  it('is the first that fits where the active one does not, and the active one where none does', () => {
    expect(read({ sheet: null, fits: ([first]) => first?.[0] === '別' })).toEqual(['別', ['名簿', '別'], [['別']]])
    expect(read({ sheet: null, fits: () => false })).toEqual(['名簿', ['名簿', '別'], [['表紙']]])
  })
  it('is the one chosen by name; an unknown name is refused', () => {
    expect(read({ sheet: '別', fits: () => false })).toEqual(['別', ['名簿', '別'], [['別']]])
    expect(read({ sheet: '無い', fits: () => true })).toEqual({ code: 'table.sheet-unknown', detail: '無い' })
  })
})

describe('text', () => {
  it('in UTF-16 without a byte order mark is read with 全角空白 and 一, little and big endian', () => {
    const text = '職員番号,氏名\n00123,山田　一\n'
    const rows = [
      ['職員番号', '氏名'],
      ['00123', '山田　一'],
    ]
    expect(rowsOf(Buffer.from(text, 'utf16le'))).toEqual(rows)
    expect(rowsOf(Buffer.from(text, 'utf16le').swap16())).toEqual(rows)
  })
  it('in EUC-JP is read, and half-width kana in CP932 are not taken for it', () => {
    // 職員番号,氏名 and 山田太郎 in EUC-JP.
    const eucJp = Buffer.from('bfa6b0f7c8d6b9e62cbbe1ccbe0a313233 2cbbb3c5c4c2c0cfba'.replaceAll(' ', ''), 'hex')
    const table = readTable(eucJp)
    expect(table).toMatchObject({
      ok: true,
      value: {
        encoding: 'euc-jp',
        rows: [
          ['職員番号', '氏名'],
          ['123', '山田太郎'],
        ],
      },
    })
    expect(rowsOf(Buffer.from([0xb1, 0xb2, 0x2c, 0xb3, 0xb4]))).toEqual([['ｱｲ', 'ｳｴ']])
  })
  it('of a cell written as a formula is its text: ="00123"', () => {
    expect(rowsOf(Buffer.from('="00123","=""00124""",="a,b",=1+1\n'))).toEqual([['00123', '00124', 'a,b', '=1+1']])
  })
})

describe('a file that is no table says what it is', () => {
  it.each([
    ['table.html', Buffer.from('<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>')],
    ['table.html', Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'utf16le')],
    ['table.excel-2003-xml', Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['table.pdf', Buffer.from('%PDF-1.7\n')],
    ['table.iso-2022-jp', Buffer.from('\x1b$B?&0wHV9f\x1b(B,\x1b$B;aL>\x1b(B\n', 'latin1')],
    ['table.ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' })],
    ['table.xlsb', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' })],
    ['table.numbers', zip({ 'Index/Document.iwa': 'x' })],
    ['table.in-zip', zip({ '名簿.csv': '職員番号,氏名\n' })],
  ])('%s', (code, bytes) => expect(codeOf(bytes)).toBe(code))
})

describe('an archive that stays closed is unreadable, not ignored', () => {
  it.each([
    ['7z', 'a.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
    ['rar', 'a', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['gzip', 'a.tar.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    ['lzh', 'a.bin', Buffer.from('\x1f\x8d-lh5-\0\0', 'latin1')],
    ['zip', 'a.z01', Buffer.from([0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4])],
    ['zip.002', 'a.zip.002', Buffer.from([1, 2, 3])],
    ['tar', 'a.dat', Buffer.concat([Buffer.alloc(257, 1), Buffer.from('ustar\0')])],
  ])('%s', (detail, source, bytes) => expect(readFile(source, bytes)).toEqual([{ kind: 'unreadable', source, problem: { code: 'archive.closed', detail } }]))
  it('the last volume of a ZIP in several files', () => {
    const bytes = Uint8Array.from(zip({ 'a.png': 'x' }))
    bytes[bytes.length - 22 + 4] = 1
    expect(readFile('a.zip', bytes)).toEqual([{ kind: 'unreadable', source: 'a.zip', problem: { code: 'archive.closed', detail: 'zip' } }])
  })
})
