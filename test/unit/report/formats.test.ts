import { expect, test } from 'vitest'
import { openZip, readTable } from '../../../electron/reader'
import { renderReport, reports } from '../../../electron/report'
import { renderCsv } from '../../../electron/report/formats/csv'
import { escapeHtml, renderHtml } from '../../../electron/report/formats/html'
import { renderXlsx } from '../../../electron/report/formats/xlsx'
import { number, type ReportSheet, text } from '../../../electron/report/sheet'
import { data, frame, people, sourcesOf } from './aomine'

const sheet: ReportSheet = {
  title: '表 & 題',
  sentence: '=1+1',
  facts: ['青峰市'],
  blocks: [
    {
      heading: null,
      columns: [
        { heading: '部署', width: 40, align: 'left', fixed: true },
        { heading: '法務', group: '法', width: 30, align: 'center' },
        { heading: '契約', group: '法', width: 30, align: 'center' },
        { heading: 'GIS', width: 30, align: 'center' },
      ],
      rows: [
        {
          kind: 'line',
          indent: 1,
          cells: [
            text('=HYPERLINK("http://x.example")'),
            { kind: 'depth', holders: 1, people: 9, required: 2, apart: 0 },
            { kind: 'depth', holders: 3, people: 9, required: null, apart: 4 },
            { kind: 'depth', holders: 0, people: 0, required: null, apart: 0 },
          ],
        },
        { kind: 'total', indent: 0, cells: [text('計'), number(5), number(6), number(7)] },
      ],
    },
  ],
  legend: [
    { mark: 'frame', text: '必要に足りない' },
    { mark: 3, text: '3人以上' },
  ],
  notes: ['注'],
  maker: ['作成'],
  seals: ['部長'],
  page: { size: 'A3', landscape: true },
  sheetNames: { print: '帳票', data: '集計用' },
  pageNumber: { between: '／', after: 'ページ' },
  language: 'ja',
  data: {
    columns: ['職員番号', '氏名', '数'],
    rows: [
      ['00123', '+81 42', 3],
      [null, '青山', 0],
    ],
  },
  csv: {
    columns: ['職員番号', '氏名', '数'],
    rows: [
      ['00123', '髙橋, "花"\n子', 3],
      ['00456', '𠮷野鷗〜', null],
      ['00789', '𠮷田', 1],
    ],
  },
}
const whole = (parts: readonly Uint8Array[] | null) => new Uint8Array(Buffer.concat(parts ?? []))
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('CSV in UTF-8 begins with a byte order mark, keeps zeros, quotes what needs it and ends lines with CRLF', () => {
  const { bytes, unwritable } = renderCsv(sheet, 'utf-8')
  expect(decode(whole(bytes))).toBe('\ufeff職員番号,氏名,数\r\n00123,"髙橋, ""花""\n子",3\r\n00456,𠮷野鷗〜,\r\n00789,𠮷田,1\r\n')
  expect(unwritable).toEqual([])
})

test('CSV in CP932 is not made while a character cannot be written, and each is named with its place', () => {
  const { bytes, unwritable } = renderCsv(sheet, 'cp932')
  expect(bytes).toBeNull()
  expect(unwritable).toContainEqual({ character: '𠮷', codePoint: 'U+20BB7', where: '氏名 3', count: 2 })
  expect(unwritable.map(({ character }) => character)).toContain('𠮷')
})

test('CSV in CP932 holds every character it can write', () => {
  const { bytes, unwritable } = renderCsv({ ...sheet, csv: { columns: ['職員番号', '氏名'], rows: [['00123', '髙橋 﨑子']] } }, 'cp932')
  expect(unwritable).toEqual([])
  const table = readTable(whole(bytes))
  expect(table).toEqual({
    ok: true,
    value: {
      encoding: 'cp932',
      sheet: null,
      sheets: [],
      rows: [
        ['職員番号', '氏名'],
        ['00123', '髙橋 﨑子'],
      ],
    },
  })
})

async function parts(of: ReportSheet, most?: number): Promise<ReadonlyMap<string, string>> {
  const { bytes } = await renderXlsx(of, most)
  const entries = openZip(whole(bytes))
  if (!entries.ok) throw new Error(entries.problem.code)
  return new Map(
    entries.value.map((entry) => {
      const content = entry.bytes()
      return [entry.name, content.ok ? decode(content.value) : '']
    }),
  )
}

test('a workbook has no formulas: texts are shared strings, and counts are numbers with their symbol as format', async () => {
  const files = await parts(sheet)
  const print = files.get('xl/worksheets/sheet1.xml')!
  expect([...files.values()].filter((xml) => /<f[ >/]/.test(xml))).toEqual([])
  expect(files.get('xl/sharedStrings.xml')).toContain("<t>'=HYPERLINK(")
  expect(print).toMatch(/<c r="B7"[^>]*><v>1<\/v>/)
  expect(files.get('xl/styles.xml')).toContain('▲ ')
})

test('a workbook prints on A3 landscape with its head repeated and pages numbered, and its XML has each element once', async () => {
  const files = await parts(sheet)
  const print = files.get('xl/worksheets/sheet1.xml')!
  expect(print).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(print).toContain('&amp;R&amp;P / &amp;N')
  const workbook = files.get('xl/workbook.xml')!
  expect(workbook.match(/<definedNames/g)).toHaveLength(1)
  expect(workbook).toContain('&apos;帳票&apos;!$A:$A,&apos;帳票&apos;!$5:$6')
  expect(print.match(/<(sheetPr|sheetViews|cols|sheetData|pageMargins|pageSetup|headerFooter)[ >]/g)?.map((one) => one.slice(1, -1))).toEqual([
    'sheetPr',
    'sheetViews',
    'cols',
    'sheetData',
    'pageMargins',
    'pageSetup',
    'headerFooter',
  ])
})

test('a workbook is read back as Excel shows it: zeros are kept, formulas are text', async () => {
  const { bytes } = await renderXlsx(sheet)
  const table = readTable(whole(bytes))
  expect(table.ok && table.value.rows[0]).toEqual(['表 & 題'])
  expect(table.ok && table.value.rows[6]).toEqual([`'=HYPERLINK("http://x.example")`, '▲ 1/2', '◎ 3', '―'])
  const files = await parts(sheet)
  expect(files.get('xl/sharedStrings.xml')).toContain('<t>00123</t>')
})

test('rows that do not fit on a sheet continue on further sheets, each with the head, and none is left out', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => [`行${index}`, `氏${index}`, index])
  const block = { ...sheet.blocks[0]!, rows: rows.map(([name]) => ({ kind: 'line' as const, indent: 0, cells: [text(String(name))] })) }
  const files = await parts({ ...sheet, blocks: [block], data: { ...sheet.data, rows } }, 11)
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => files.get(`xl/worksheets/sheet${id}.xml`)?.match(/<row /g)?.length)
  expect(counts).toEqual([11, 11, 11, 2, 11, 11, 6, undefined])
  const workbook = files.get('xl/workbook.xml')!
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    '帳票',
    '帳票 (2)',
    '帳票 (3)',
    '帳票 (4)',
    '集計用',
    '集計用 (2)',
    '集計用 (3)',
  ])
  expect([...workbook.matchAll(/localSheetId="(\d)"/g)].map(([, id]) => id)).toEqual(['0', '4', '5', '6'])
  const strings = files.get('xl/sharedStrings.xml')!
  for (const [name] of rows) expect(strings).toContain(`<t>${name}</t>`)
  expect(files.get('xl/worksheets/sheet7.xml')).toMatch(/<c r="C6"[^>]*><v>24<\/v>/)
})

test('a block of 150,000 rows is written whole', async () => {
  const cells = [text('x')]
  const rows = Array.from({ length: 150_000 }, () => ({ kind: 'line' as const, indent: 0, cells }))
  const block = { heading: null, columns: sheet.blocks[0]!.columns.slice(0, 1), rows }
  const files = await parts({ ...sheet, blocks: [block] })
  expect(files.get('xl/worksheets/sheet1.xml')!.split('<row ').length - 1).toBeGreaterThanOrEqual(150_000)
}, 60_000)

test.each(['constructor', 'toString', '__proto__'])('a workbook holds %j, which every object has as a property, as text', async (name) => {
  const files = await parts({ ...sheet, data: { columns: ['名'], rows: [[name]] } })
  expect(files.get('xl/worksheets/sheet2.xml')).toMatch(/<c r="A2"[^>]*><v>\d+<\/v>/)
  expect(files.get('xl/sharedStrings.xml')).toContain(`<t>'${name}</t>`)
})

test('CSV is written in parts that are lines of all rows', () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => [String(index), 'あ'.repeat(60), index])
  const { bytes } = renderCsv({ ...sheet, csv: { columns: ['a', 'b', 'c'], rows } }, 'cp932')
  expect(bytes!.length).toBeGreaterThan(1)
  const table = readTable(whole(bytes))
  expect(table.ok && [table.value.rows.length, table.value.rows.at(-1)]).toEqual([40_001, ['39999', 'あ'.repeat(60), '39999']])
})

test('a workbook drops control characters and cuts texts that are too long for a cell', async () => {
  const rows = [['a\u0000b\u000bc\ud800', 'x'.repeat(40_000), 1]]
  const strings = (await parts({ ...sheet, data: { ...sheet.data, rows } })).get('xl/sharedStrings.xml')!
  expect(strings).toContain('<t>abc</t>')
  expect(strings).toContain(`<t>${'x'.repeat(32_766)}…</t>`)
})

test('HTML shows symbol, number, required number, frame, bar and dotted edge of a depth', () => {
  const html = renderHtml(sheet)
  expect(html).toContain(
    '<td class="center depth below"><svg aria-hidden="true"><use href="#s1"/></svg><b>1</b>/2<i class="bar" style="width:calc((100% - 4mm) * 0.333)"></i></td>',
  )
  expect(html).toContain('<b>3</b><i class="bar" style="width:calc((100% - 4mm) * 1)"></i><i class="apart"></i>')
  expect(html).toContain('<td class="center depth">―</td>')
  expect(html).toContain('<th scope="colgroup" class="center" colspan="2">法</th>')
  expect(html).toMatch(/@page \{ size: 420mm 297mm; margin: 12mm 14mm;/)
  expect(html).toContain('counter(page)')
  expect(html.split('</head>')).toHaveLength(2)
})

test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</style><script>', '</head>', '&lt;', '`x`'])(
  'HTML has %j as text in every place',
  (payload) => {
    const [row] = sheet.blocks[0]!.rows
    const html = renderHtml({
      ...sheet,
      title: payload,
      sentence: payload,
      facts: [payload],
      notes: [payload],
      maker: [payload],
      seals: [payload],
      legend: [{ mark: null, text: payload }],
      blocks: [
        { heading: payload, columns: [{ ...sheet.blocks[0]!.columns[0]!, heading: payload, group: payload }], rows: [{ ...row!, cells: [text(payload)] }] },
      ],
    })
    expect(html).not.toMatch(/<script|<img|onmouseover='/)
    expect(html.split('</style>')).toHaveLength(2)
    expect(html.split('</head>')).toHaveLength(2)
    expect(html.split(escapeHtml(payload)).length).toBeGreaterThanOrEqual(9)
  },
)

test('a table too wide for the paper continues in further tables with its first columns repeated', () => {
  const [block] = sheet.blocks
  const columns = [block!.columns[0]!, ...Array.from({ length: 40 }, (_, index) => ({ heading: `スキル${index}`, width: 27, align: 'center' as const }))]
  const html = renderHtml({ ...sheet, blocks: [{ heading: null, columns, rows: [{ kind: 'line', indent: 0, cells: columns.map(() => number(1)) }] }] })
  expect(html.match(/<table class="sheet/g)).toHaveLength(3)
  expect(html.match(/>部署<\/th>/g)).toHaveLength(3)
  expect(html.match(/>スキル\d+<\/th>/g)).toHaveLength(40)
})

test('an unknown report or format returns a problem', async () => {
  const options = { format: 'csv', encoding: 'utf-8', locale: 'ja' } as const
  const render = (name: string, more: object = {}) => renderReport(reports, name, frame, sourcesOf(), { ...options, ...more })
  expect(await render('nothing')).toEqual({ ok: false, problem: { code: 'report.unknown', detail: 'nothing' } })
  expect(await render('skill-map', { format: 'pdf' })).toEqual({ ok: false, problem: { code: 'report.format', detail: 'pdf' } })
})

test('the list of holders is not written in CP932 while a name has a character it cannot hold, and the character is named', async () => {
  const sources = sourcesOf({ ...data, people: [{ ...people[0]!, name: '𠮷野 花子' }] })
  const rendered = await renderReport(reports, 'holders', frame, sources, { format: 'csv', encoding: 'cp932', locale: 'ja' })
  expect(rendered).toEqual({ ok: true, value: { bytes: null, unwritable: [{ character: '𠮷', codePoint: 'U+20BB7', where: '氏名 2', count: 2 }] } })
})

test('every format of every report but PDF is written', async () => {
  for (const { name, formats } of reports)
    for (const format of formats.filter((one) => one !== 'pdf')) {
      const rendered = await renderReport(reports, name, frame, sourcesOf(), { format, encoding: 'utf-8', locale: 'ja' })
      expect(rendered.ok && whole(rendered.value.bytes).length).toBeGreaterThan(200)
    }
})

test('a report made while an import is being undone says so in its first note', async () => {
  const rendered = await renderReport(reports, 'skill-map', { ...frame, undoing: true }, sourcesOf(), { format: 'html', encoding: 'utf-8', locale: 'ja' })
  expect(rendered.ok && decode(whole(rendered.value.bytes))).toContain('取込を元に戻している途中の数字です')
})
