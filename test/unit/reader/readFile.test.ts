import { describe, expect, it } from 'vitest'
import { describeUnread, limits, type Read, readFile } from '../../../electron/reader'
import { bakedPng, compressedText, internationalText, plainText } from '../../fixtures/reader/bakedPng'
import { zipFile } from '../../fixtures/reader/zipFile'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const token = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from('{"vc":{}}').toString('base64url')}.c2ln`
/** The answer for each file, in a word. */
const words = (reads: readonly Read[]): readonly string[] =>
  reads.map((read) => (read.kind === 'envelope' ? `${read.container}/${read.payload.kind}` : read.kind === 'unreadable' ? read.problem.code : 'ignored'))

describe('readFile', () => {
  it.each([
    ['a.json', '{"a":1}', 'json/json'],
    ['a.png', ' \n[1]', 'json/json'],
    ['a.1ob', '\ufeff{"a":1}', 'json/json'],
    ['a.json', '', 'file.empty'],
    ['a.json', ' \r\n ', 'file.empty'],
    ['a.json', '{"a":', 'json.syntax'],
    ['a.txt', '{"a":', 'json.syntax'],
    ['a.json', '<html></html>', 'json.syntax'],
    ['a.txt', token, 'jws/jws'],
    ['a.jwt', `\n ${token} \r\n`, 'jws/jws'],
    ['a.jws', `${token.slice(0, token.lastIndexOf('.'))}.`, 'jws/jws'],
    ['a.jws', `${token}.more`, 'jws.syntax'],
    ['a.jwt', 'not a token', 'file.unknown-format'],
    ['a.txt', 'www.example.com', 'ignored'],
    ['a.txt', 'everything.is.fine', 'ignored'],
    ['名簿.csv', '職員番号,氏名\n00123,中央 太郎', 'ignored'],
    ['a.pdf', '%PDF-1.7', 'ignored'],
    ['a.url', '[InternetShortcut]\nURL=https://example.org', 'ignored'],
    ['a.rtf', '{\\rtf1\\ansi}', 'ignored'],
    ['Thumbs.db', '{"a":1}', 'ignored'],
    ['x/.DS_Store', 'x', 'ignored'],
    ['b.zip!__MACOSX/a.json', '{}', 'ignored'],
    ['b.zip!for__MACOSX/a.json', '{}', 'json/json'],
    ['b.zip!福祉部\\\\~$名簿.json', '{}', 'ignored'],
    ['b.zip!福祉部/._0012.png', 'x', 'ignored'],
    ['desktop.ini', '', 'ignored'],
    ['a.png', 'GIF89a', 'file.unknown-format'],
    ['a.zip', 'no archive', 'file.unknown-format'],
    ['a.zip', 'PK\x03\x04 broken', 'zip.broken'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg.no-badge'],
    ['a.svg', '<svg><g></svg>', 'svg.syntax'],
    ['a.html', '<!DOCTYPE html><html><svg></svg></html>', 'ignored'],
  ])('reports for %s with %j: %s', (name, text, word) => {
    expect(words(readFile(name, bytes(text)))).toEqual([word])
  })
  it('refuses JSON that is no UTF-8, and reads UTF-16 with a problem', () => {
    expect(words(readFile('a.json', Uint8Array.from([0x7b, 0x22, 0x93, 0xfa, 0x22, 0x3a, 0x31, 0x7d])))).toEqual(['file.encoding'])
    const [read] = readFile('a.json', Buffer.from('\ufeff{"a":"福祉"}', 'utf16le'))
    expect(read).toMatchObject({ kind: 'envelope', payload: { kind: 'json', text: '{"a":"福祉"}' }, problems: [{ code: 'file.encoding' }] })
  })
  it('refuses JSON over 5 MB and pictures over 10 MB', () => {
    expect(words(readFile('a.json', bytes(`["${'x'.repeat(limits.jsonBytes)}"]`)))).toEqual(['file.too-large'])
    const picture = new Uint8Array(limits.badgeBytes + 1)
    picture.set(bakedPng())
    expect(words(readFile('a.png', picture))).toEqual(['file.too-large'])
  })
  it('describes a file too large for memory by its first bytes', () => {
    expect(describeUnread('film.mp4', bytes('....ftyp'))).toMatchObject({ kind: 'ignored' })
    expect(describeUnread('a.json', bytes('{"a":'))).toMatchObject({ kind: 'unreadable', problem: { code: 'file.too-large' } })
  })
  it('keeps the exact text of a JSON file', () => {
    const [read] = readFile('a.json', bytes(' { "a" : 1.0 } \n'))
    expect(read).toMatchObject({ payload: { text: ' { "a" : 1.0 } \n' } })
  })
})

describe('a baked PNG', () => {
  it.each([
    ['openbadges', '{"a":1}', 'json'],
    ['openbadgecredential', token, 'jws'],
    ['clrcredential', ' {"a":1}', 'json'],
    ['openbadges', 'https://example.org/assertion/1', 'url'],
  ])('gives the text under %s', (keyword, text, kind) => {
    expect(readFile('b.png', bakedPng(internationalText(keyword, text)))).toMatchObject([
      { kind: 'envelope', source: 'b.png', container: 'png', baked: keyword, payload: { kind }, problems: [] },
    ])
  })
  it('gives two envelopes, numbered, for two standards', () => {
    const reads = readFile('b.png', bakedPng(internationalText('openbadges', '{"a":2}'), internationalText('openbadgecredential', '{"a":3}')))
    expect(reads).toMatchObject([
      { source: 'b.png#1', baked: 'openbadges' },
      { source: 'b.png#2', baked: 'openbadgecredential' },
    ])
  })
  it('takes the first of two chunks, with a problem', () => {
    const [read, ...others] = readFile('b.png', bakedPng(internationalText('openbadges', '{"a":1}'), internationalText('openbadges', '{"a":2}')))
    expect(others).toEqual([])
    expect(read).toMatchObject({ payload: { text: '{"a":1}' }, problems: [{ code: 'png.several-chunks' }] })
  })
  it('unpacks a compressed chunk, with a problem', () => {
    expect(readFile('b.png', bakedPng(compressedText('openbadgecredential', '{"a":"福祉"}')))).toMatchObject([
      { payload: { text: '{"a":"福祉"}' }, problems: [{ code: 'png.compressed-chunk' }] },
    ])
  })
  it('stops unpacking at the limit', () => {
    expect(words(readFile('b.png', bakedPng(compressedText('openbadges', 'a'.repeat(limits.jsonBytes + 1)))))).toEqual(['file.too-large'])
  })
  it('reads the tEXt chunk of Open Badges 1', () => {
    expect(readFile('b.png', bakedPng(plainText('openbadges', 'http://example.org/1')))).toMatchObject([
      { payload: { kind: 'url', url: 'http://example.org/1' } },
    ])
  })
  it('is unreadable without a badge, cut short, with a wrong checksum, with something else in it', () => {
    const whole = bakedPng(internationalText('openbadges', '{"a":1}'))
    const damaged = Uint8Array.from(whole)
    damaged[60] = (damaged[60] ?? 0) ^ 1
    expect(words(readFile('b.png', bakedPng(plainText('Software', 'x'))))).toEqual(['png.no-badge'])
    expect(words(readFile('b.png', whole.subarray(0, whole.length - 6)))).toEqual(['file.truncated'])
    expect(words(readFile('b.png', whole.subarray(0, 8)))).toEqual(['file.truncated'])
    expect(words(readFile('b.png', damaged))).toEqual(['png.bad-crc'])
    expect(words(readFile('b.png', bakedPng(internationalText('openbadges', 'hello'))))).toEqual(['baked.unknown-text'])
    expect(words(readFile('b.png', bakedPng(internationalText('openbadges', '{"a"'))))).toEqual(['json.syntax'])
  })
})

describe('a baked SVG', () => {
  const svg = (inner: string, head = '') => bytes(`${head}<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)
  it('is matched by namespace, with any prefix, at any depth', () => {
    expect(readFile('b.svg', svg('<g><ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><![CDATA[ {"a":1} ]]></ob:credential></g>'))).toMatchObject([
      { container: 'svg', baked: 'openbadgecredential', payload: { kind: 'json', text: ' {"a":1} ' }, problems: [] },
    ])
    expect(readFile('b.svg', svg('<assertion xmlns="http://openbadges.org">{"a":1}</assertion>'))).toMatchObject([{ baked: 'openbadges' }])
  })
  it('is not matched by a prefix bound elsewhere, or by another element', () => {
    expect(words(readFile('b.svg', svg('<openbadges:assertion xmlns:openbadges="http://example.org">{}</openbadges:assertion>')))).toEqual(['svg.no-badge'])
    expect(words(readFile('b.svg', svg('<x:credential xmlns:x="http://openbadges.org">{}</x:credential>')))).toEqual(['svg.no-badge'])
  })
  it('takes the verify attribute where there is no body, and the body where there are both', () => {
    const element = (verify: string, body: string) => svg(`<o:assertion xmlns:o="http://openbadges.org" verify="${verify}">${body}</o:assertion>`)
    expect(readFile('b.svg', element(token, ''))).toMatchObject([{ payload: { kind: 'jws', text: token } }])
    expect(readFile('b.svg', element('https://example.org/1', ' '))).toMatchObject([{ payload: { kind: 'url', url: 'https://example.org/1' } }])
    expect(readFile('b.svg', element('https://example.org/1', '{"a":1}'))).toMatchObject([{ payload: { kind: 'json', text: '{"a":1}' } }])
  })
  it('gives two envelopes for two standards, and flags two of one', () => {
    const element = (namespace: string, name: string) => `<o:${name} xmlns:o="${namespace}">{"a":1}</o:${name}>`
    expect(readFile('b.svg', svg(element('https://purl.imsglobal.org/ob/v3p0', 'credential') + element('http://openbadges.org', 'assertion')))).toMatchObject([
      { source: 'b.svg#1', baked: 'openbadges' },
      { source: 'b.svg#2', baked: 'openbadgecredential' },
    ])
    expect(readFile('b.svg', svg(element('http://openbadges.org', 'assertion').repeat(2)))).toMatchObject([{ problems: [{ code: 'svg.several-elements' }] }])
  })
  it('that nests, or declares, without end is refused', () => {
    expect(words(readFile('b.svg', svg(`${'<g>'.repeat(300)}${'</g>'.repeat(300)}`)))).toEqual(['svg.syntax'])
    const deep = Array.from({ length: 100_000 }, (_, index) => `<g xmlns:n${index}="x">`).join('')
    expect(words(readFile('b.svg', svg(deep)))).toEqual(['svg.syntax'])
  })
  it('whose element has a million attributes is refused before they fill the memory', () => {
    const many = (count: number) => `<g ${Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ')}/>`
    expect(words(readFile('b.svg', svg(many(1_000_000).slice(0, 9_000_000))))).toEqual(['svg.syntax'])
    expect(words(readFile('b.svg', svg(many(10_001))))).toEqual(['svg.syntax'])
    expect(words(readFile('b.svg', svg(many(10_000) + many(10_000))))).toEqual(['svg.no-badge'])
  })
  it('flags a DOCTYPE and expands nothing it declares', () => {
    const head = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "{&quot;a&quot;:1}"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const reads = readFile('b.svg', svg('<o:assertion xmlns:o="http://openbadges.org">{"a":"&a;&x;"}</o:assertion>', head))
    expect(reads).toMatchObject([{ payload: { text: '{"a":""}' }, problems: [{ code: 'svg.doctype' }] }])
  })
})

describe('a ZIP read whole', () => {
  const inner = zipFile([{ name: 'b.json', data: '{"a":1}' }])
  it('gives an answer for each file in it, except folders', () => {
    const reads = readFile(
      'z.zip',
      zipFile([
        { name: '福祉部/', data: '', flags: 0x800 },
        { name: '福祉部/a.json', data: '{"a":1}', flags: 0x800 },
        { name: 'Thumbs.db', data: 'x' },
        { name: 'empty.png', data: '' },
      ]),
    )
    expect(reads.map(({ source }) => source)).toEqual(['z.zip!福祉部/a.json', 'z.zip!Thumbs.db', 'z.zip!empty.png'])
    expect(words(reads)).toEqual(['json/json', 'ignored', 'file.empty'])
  })
  it('opens a ZIP inside a ZIP, and no third', () => {
    const nested = zipFile([{ name: 'inner.zip', data: inner }])
    expect(readFile('z.zip', nested)).toMatchObject([{ source: 'z.zip!inner.zip!b.json', kind: 'envelope' }])
    expect(words(readFile('z.zip', zipFile([{ name: 'nested.zip', data: nested }])))).toEqual(['zip.nested-too-deep'])
    expect(words(readFile('z.zip!nested.zip', nested, 1))).toEqual(['zip.nested-too-deep'])
  })
  it('whose small files grow to gigabytes of values is read up to the memory limit, with a problem for the rest', () => {
    // Poorly compressible content keeps the archive below the ratio limit.
    const filler = Array.from({ length: 30_000 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36)).join('')
    const bomb = `{"f":"${filler}","x":[${'{},'.repeat(1_600_000)}1]}`
    const asToken = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from(bomb.slice(0, 3_000_000)).toString('base64url')}.c2ln`
    const said = (name: string, text: string) =>
      words(readFile('z.zip', zipFile(Array.from({ length: 5 }, (_, index) => ({ name: `${index}.${name}`, data: text })))))
    expect(said('json', bomb)).toEqual(['json/json', 'json/json', 'file.too-large', 'file.too-large', 'file.too-large'])
    expect(said('jwt', asToken)).toEqual(['jws/jws', 'jws/jws', 'file.too-large', 'file.too-large', 'file.too-large'])
  })
  it('is ignored where it is an office document, and reported where it is empty', () => {
    expect(words(readFile('名簿.xlsx', zipFile([{ name: '[Content_Types].xml', data: '<Types/>' }])))).toEqual(['ignored'])
    expect(words(readFile('z.zip', zipFile([])))).toEqual(['file.empty'])
  })
})
