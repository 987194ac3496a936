import { expect, test } from 'vitest'
import { openZip, readTable } from '../../../electron/reader'
import { renderReport } from '../../../electron/report'
import { renderCsv } from '../../../electron/report/formats/csv'
import { escapeHtml, renderHtml } from '../../../electron/report/formats/html'
import { renderXlsx } from '../../../electron/report/formats/xlsx'
import { number, type ReportSheet, text } from '../../../electron/report/sheet'
import { neutralText } from '../../../shared/model/safeCell'
import { data, people } from './aomine'

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
            { kind: 'depth', holders: 1, people: 9, need: 2, apart: 0 },
            { kind: 'depth', holders: 3, people: 9, need: null, apart: 4 },
            { kind: 'depth', holders: 0, people: 0, need: null, apart: 0 },
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
const decode = (bytes: Uint8Array | null) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array())

test.each(['=1+1', '+81', '-5', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', ' =1', '　=1', '\n=1'])(
  'a cell that begins with %j begins no formula',
  (payload) => {
    expect(neutralText(payload)).toBe(`'${payload}`)
  },
)

test.each(['青山 花子', '00123', '1-2', 'a=b', '―', ''])('%j is left as it is', (harmless) => expect(neutralText(harmless)).toBe(harmless))

test('CSV in UTF-8 begins with a byte order mark, keeps zeros, quotes what needs it and ends lines with CRLF', () => {
  const { bytes, unwritable } = renderCsv(sheet, 'utf-8')
  expect(decode(bytes)).toBe('\ufeff職員番号,氏名,数\r\n00123,"髙橋, ""花""\n子",3\r\n00456,𠮷野鷗〜,\r\n00789,𠮷田,1\r\n')
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
  const table = readTable(bytes!)
  expect(table).toEqual({
    ok: true,
    value: {
      encoding: 'cp932',
      rows: [
        ['職員番号', '氏名'],
        ['00123', '髙橋 﨑子'],
      ],
    },
  })
})

async function parts(of: ReportSheet): Promise<ReadonlyMap<string, string>> {
  const { bytes } = await renderXlsx(of)
  const entries = openZip(bytes!)
  if (!entries.ok) throw new Error(entries.problem.code)
  return new Map(
    entries.value.map((entry) => {
      const content = entry.bytes()
      return [entry.name, content.ok ? decode(content.value) : '']
    }),
  )
}

test('a workbook has no formulas: texts are shared strings, counts are numbers with their symbol as format', async () => {
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

test('the workbook can be read back: zeros stay, formulas are text', async () => {
  const { bytes } = await renderXlsx(sheet)
  const table = readTable(bytes!)
  expect(table.ok && table.value.rows[0]).toEqual(['表 & 題'])
  expect(table.ok && table.value.rows[6]).toEqual([`'=HYPERLINK("http://x.example")`, '1', '3', '―'])
  const files = await parts(sheet)
  expect(files.get('xl/sharedStrings.xml')).toContain('<t>00123</t>')
})

test('control characters and overlong texts cannot spoil the workbook', async () => {
  const rows = [['a\u0000b\u000bc\ud800', 'x'.repeat(40_000), 1]]
  const strings = (await parts({ ...sheet, data: { ...sheet.data, rows } })).get('xl/sharedStrings.xml')!
  expect(strings).toContain('<t>abc</t>')
  expect(strings).toContain(`<t>${'x'.repeat(32_766)}…</t>`)
})

test('HTML: symbols, numbers, need, frame, bar and dotted edge', () => {
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
  'HTML holds %j as text wherever it stands',
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

test('a table too wide for the paper goes on in further tables with its first columns repeated', () => {
  const [block] = sheet.blocks
  const columns = [block!.columns[0]!, ...Array.from({ length: 40 }, (_, index) => ({ heading: `スキル${index}`, width: 27, align: 'center' as const }))]
  const html = renderHtml({ ...sheet, blocks: [{ heading: null, columns, rows: [{ kind: 'line', indent: 0, cells: columns.map(() => number(1)) }] }] })
  expect(html.match(/<table class="sheet/g)).toHaveLength(3)
  expect(html.match(/>部署<\/th>/g)).toHaveLength(3)
  expect(html.match(/>スキル\d+<\/th>/g)).toHaveLength(40)
})

test('unknown reports and formats say so', async () => {
  const options = { format: 'csv', encoding: 'utf-8', locale: 'ja' } as const
  expect(await renderReport('nothing', data, options)).toEqual({ ok: false, problem: { code: 'report.unknown', detail: 'nothing' } })
  expect(await renderReport('skill-map', data, { ...options, format: 'pdf' })).toEqual({ ok: false, problem: { code: 'report.format', detail: 'pdf' } })
})

test('a name CP932 cannot hold stops the list of holders and is named', async () => {
  const rendered = await renderReport(
    'holders',
    { ...data, people: [{ ...people[0]!, name: '𠮷野 花子' }] },
    { format: 'csv', encoding: 'cp932', locale: 'ja' },
  )
  expect(rendered).toEqual({ ok: true, value: { bytes: null, unwritable: [{ character: '𠮷', codePoint: 'U+20BB7', where: '氏名 2', count: 2 }] } })
})
