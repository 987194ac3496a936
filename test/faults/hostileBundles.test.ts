import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bakedPng, internationalText } from '../fixtures/reader/bakedPng'
import { xlsxFile } from '../fixtures/reader/xlsxFile'
import { zipFile } from '../fixtures/reader/zipFile'
import { scratch } from '../fixtures/scratch'
import { ensureBuild, root } from '../run/freshBuild.ts'
import { done, tekizai } from './tekizai.ts'

/* Each thing in a bundle has a line, whatever it is, and the work is done to its end. */

const folder = scratch()
const at = (...parts: readonly string[]) => join(folder, ...parts)

beforeAll(() => ensureBuild())

/** A hosted Open Badge 2.0, different for each number. */
const badge = (number: number): string =>
  JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://badges.example/assertions/${number}`,
    recipient: { type: 'email', hashed: false, identity: `somebody${number}@city.example` },
    badge: 'https://badges.example/classes/1',
    verification: { type: 'hosted' },
    issuedOn: '2026-04-01T00:00:00Z',
  })

type Line = Readonly<Record<string, unknown>>
const kinds = (lines: readonly Line[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { kind } of lines) counts[String(kind)] = (counts[String(kind)] ?? 0) + 1
  return counts
}
const codesOf = (lines: readonly Line[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines
      .filter(({ kind }) => kind === 'unreadable')
      .map(({ source, problem }) => [String(source).split('!').slice(1).join('!'), (problem as { code: string }).code]),
  )

/** The sums of the last line must be those of the lines before it. */
function expectToAddUp(lines: readonly Line[]): void {
  const { credential: credentials = 0, support = 0, unreadable = 0, ignored = 0 } = kinds(lines)
  const summary = lines.at(-1) as Line & { grades: Readonly<Record<string, number>> }
  expect(summary).toMatchObject({ kind: 'summary', received: credentials + support + unreadable + ignored, credentials, support, unreadable, ignored })
  expect(Object.values(summary.grades).reduce((sum, count) => sum + count)).toBe(credentials)
}

describe('a bundle', () => {
  it('of ten thousand entries is read to its end, and every entry has a line', async () => {
    const parts = Array.from({ length: 10_000 }, (_, number) =>
      number % 10 === 0
        ? { name: `${number}.json`, data: badge(number) }
        : number % 10 === 1
          ? { name: `${number}.json`, data: '{' }
          : { name: `${number}.txt`, data: 'x' },
    )
    writeFileSync(at('many.zip'), zipFile(parts))
    const verified = await done('verify', at('many.zip'), '--json')
    expect(
      verified
        .lines()
        .slice(0, -1)
        .map(({ source }) => source),
    ).toEqual(parts.map(({ name }) => `many.zip!${name}`))
    expect(kinds(verified.lines())).toEqual({ credential: 1000, unreadable: 1000, ignored: 8000, summary: 1 })
    expectToAddUp(verified.lines())
    const imported = (await done('import', at('many.zip'), '--data', at('many'), '--json')).lines().at(-1)
    expect(imported).toMatchObject({ received: 10_000, unmatched: 1000, unreadable: 1000, ignored: 8000, new: 0, duplicate: 0, rejected: 0, support: 0 })
  })

  it('that would unpack to a hundred times the memory, or contains too many ZIPs, is refused with a line', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024)
    const inner = zipFile([{ name: 'one.json', data: badge(1) }])
    writeFileSync(
      at('bomb.zip'),
      zipFile([
        { name: 'zeros.json', data: zeros },
        { name: 'again.png', data: zeros },
        { name: 'inner.zip', data: inner },
        { name: 'deep.zip', data: zipFile([{ name: 'deeper.zip', data: inner }]) },
        { name: 'claims-little.json', data: badge(2), size: 3 },
        { name: 'good.json', data: badge(3) },
      ]),
    )
    const { lines } = await done('verify', at('bomb.zip'), '--json')
    expectToAddUp(lines())
    expect(codesOf(lines())).toMatchObject({ 'zeros.json': 'zip.ratio', 'deep.zip!deeper.zip': 'zip.nested-too-deep', 'claims-little.json': 'zip.broken' })
    expect(codesOf(lines())['again.png']).toBeDefined()
    expect(lines().map(({ source }) => source)).toContain('bomb.zip!inner.zip!one.json')
    expect(Number((await done('import', at('bomb.zip'), '--data', at('bombed'), '--json')).lines().at(-1)?.received)).toBe(Number(lines().at(-1)?.received))
  })

  it('with files that are broken, empty, foreign or of the wrong kind reports the reason of each', async () => {
    const png = bakedPng(internationalText('openbadges', badge(1)))
    const badCrc = Buffer.from(png)
    badCrc[badCrc.indexOf('openbadges') + 20]! ^= 1
    writeFileSync(
      at('broken.zip'),
      zipFile([
        { name: 'good.png', data: png },
        { name: 'truncated.png', data: png.subarray(0, png.length - 30) },
        { name: 'bad-crc.png', data: badCrc },
        { name: 'plain.png', data: bakedPng() },
        { name: 'garbage.json', data: '{"type":"Assertion",,}' },
        { name: 'cut.json', data: badge(2).slice(0, 100) },
        { name: 'twice.json', data: badge(3).replace('{', '{"type":"Other",') },
        { name: 'proto.json', data: '{"__proto__":{"type":"Assertion"}}' },
        { name: 'proto-too.json', data: badge(7).replace('{', '{"__proto__":{"x":1},') },
        { name: 'deep.json', data: `${'['.repeat(100)}${']'.repeat(100)}` },
        { name: 'empty.json', data: '' },
        { name: 'mark-alone.json', data: '\uFEFF' },
        { name: 'marked.json', data: `\uFEFF${badge(4)}` },
        { name: 'wide.json', data: Buffer.from(`\uFEFF${badge(5)}`, 'utf16le') },
        { name: 'sjis.json', data: Buffer.from(badge(6).replace('somebody', 'x').replace('Assertion', 'Assertion\x93\xfa'), 'latin1') },
        { name: 'not-a-badge.json', data: '{"hello":"world"}' },
        { name: 'no-badge.svg', data: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
        { name: 'half.svg', data: '<svg xmlns="http://www.w3.org/2000/svg"><g>' },
        { name: 'three.jws', data: 'abc.def.ghi' },
        { name: '名簿.xlsx', data: xlsxFile({ sheet: '<sheetData/>' }) },
        { name: 'Thumbs.db', data: 'x' },
        { name: '__MACOSX/._good.png', data: 'x' },
        { name: 'letter.pdf', data: '%PDF-1.4' },
      ]),
    )
    const { lines } = await done('verify', at('broken.zip'), '--json')
    expectToAddUp(lines())
    const codes = codesOf(lines())
    expect(codes).toMatchObject({
      'truncated.png': 'file.truncated',
      'bad-crc.png': 'png.bad-crc',
      'plain.png': 'png.no-badge',
      'garbage.json': 'json.syntax',
      'cut.json': 'json.syntax',
      'proto.json': 'document.unknown-kind',
      'deep.json': 'json.too-deep',
      'empty.json': 'file.empty',
      'mark-alone.json': 'file.empty',
      'not-a-badge.json': 'document.unknown-kind',
      'no-badge.svg': 'svg.no-badge',
      'half.svg': 'svg.syntax',
    })
    for (const [name, code] of [
      ['twice.json', 'json.duplicate-member'],
      ['proto-too.json', 'json.forbidden-member'],
    ]) {
      const found = lines().find(({ source }) => source === `broken.zip!${name}`)
      expect(found, name).toMatchObject({ kind: 'credential', grade: 'rejected', axes: { integrity: 'malformed' } })
      expect(JSON.stringify(found?.problems)).toContain(code)
    }
    const kindOf = (name: string) => lines().find(({ source }) => source === `broken.zip!${name}`)?.kind
    for (const name of ['good.png', 'marked.json', 'wide.json']) expect(kindOf(name), name).toBe('credential')
    for (const name of ['名簿.xlsx', 'Thumbs.db', '__MACOSX/._good.png', 'letter.pdf']) expect(kindOf(name), name).toBe('ignored')
    for (const name of ['sjis.json', 'three.jws']) expect(kindOf(name), name).toBe('unreadable')
    const imported = (await done('import', at('broken.zip'), '--data', at('broken'), '--json')).lines().at(-1)
    expect(imported).toMatchObject({
      received: 23,
      unmatched: 3,
      ignored: 4,
      unreadable: 14,
      rejected: 2,
      grades: { unproven: 3, rejected: 2, verified: 0, confirmed: 0 },
    })
  })

  it('whose names point outside of it writes nothing there', async () => {
    writeFileSync(
      at('escape.zip'),
      zipFile([
        { name: '../../escaped.json', data: badge(1) },
        { name: '/tmp/escaped.json', data: badge(2) },
      ]),
    )
    const { lines } = await done('verify', at('escape.zip'), '--json')
    expect(
      lines()
        .slice(0, 2)
        .map(({ source }) => source),
    ).toEqual(['escape.zip!../../escaped.json', 'escape.zip!/tmp/escaped.json'])
    await done('import', at('escape.zip'), '--data', at('escape', 'data'))
    expect([existsSync(resolve(folder, '../escaped.json')), existsSync('/tmp/escaped.json'), readdirSync(at('escape'))]).toEqual([false, false, ['data']])
  })

  it('that is no ZIP at all, or an empty one, is one unreadable thing', async () => {
    mkdirSync(at('none'))
    writeFileSync(at('none', 'a.zip'), 'PK\x03\x04 and no more')
    writeFileSync(at('none', 'b.zip'), zipFile([]))
    writeFileSync(at('none', 'c.zip'), '')
    const { lines } = await done('verify', at('none'), '--json')
    expect(
      lines()
        .slice(0, -1)
        .map(({ kind, source, problem }) => [kind, source, (problem as { code: string }).code]),
    ).toEqual([
      ['unreadable', 'none/a.zip', 'zip.broken'],
      ['unreadable', 'none/b.zip', 'file.empty'],
      ['unreadable', 'none/c.zip', 'file.empty'],
    ])
  })
})

/** Collections of badges published by others, where they are installed. */
const collections = ['1edtech-public-validator', 'dcc-vc-test-fixtures'].map((name) => join(root, '../shared/vectors', name)).filter((path) => existsSync(path))
const filesUnder = (path: string): number => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + filesUnder(join(path, name)), 0) : 1)

it('badges others have published each get a line, nothing crashes, and none is proven without a register', async () => {
  let seen = 0
  for (const path of collections) {
    const { code, stderr, lines } = await tekizai(['verify', path, '--json'])
    expect([code, stderr]).toEqual([0, ''])
    expectToAddUp(lines())
    const files = new Set(lines().flatMap(({ source }) => (typeof source === 'string' ? [source.replace(/#\d+$/, '').replace(/!.*$/, '')] : [])))
    expect(files.size).toBe(filesUnder(path))
    expect(lines().filter(({ grade }) => grade === 'verified' || grade === 'confirmed')).toEqual([])
    expect(lines().filter(({ issuerName }) => typeof issuerName === 'string')).toEqual([])
    seen += files.size
  }
  console.log(`${seen} files of ${collections.length} published collections verified`)
})
