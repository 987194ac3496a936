import { expect, it } from 'vitest'
import { addressesIn, evidenceTable, noEvidence, normalForm, openDocument, packDocument, recordsAbout, type SupportDocument } from '../../../electron/parser'
import type { JsonObject, JsonValue } from '../../../shared/model/json'

const record = (number: number, body: JsonValue = { id: `urn:own:${number}`, name: `名 ${number}` }, more: JsonObject = {}): JsonObject => ({
  url: `https://badges.example/${number}`,
  fetchedOn: '2026-11-01T00:00:00Z',
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
})
function fileOf(fetched: readonly JsonObject[], more: JsonObject = {}): SupportDocument {
  const document = { kind: 'tekizai-evidence', version: 1, ...more, fetched }
  return { kind: 'support', source: 'evidence.json', type: 'evidence', id: null, ...normalForm(document), text: JSON.stringify(document) }
}
const many = (count: number, from = 0) => Array.from({ length: count }, (_, number) => record(from + number))
const about = (table: ReturnType<typeof evidenceTable>, address: string) =>
  recordsAbout(table, address).map(({ fetched, file }) => [fetched.url, file.head.list])

it('each of three thousand records in two files is found by its address and by the id of what was served, with its file', () => {
  const table = evidenceTable([fileOf(many(1500), { list: 'first' }), fileOf(many(1500, 1500), { list: 'second' })])
  for (const [number, list] of [
    [0, 'first'],
    [1499, 'first'],
    [1500, 'second'],
    [2999, 'second'],
  ] as const) {
    expect(about(table, `https://badges.example/${number}`)).toEqual([[`https://badges.example/${number}`, list]])
    expect(about(table, `urn:own:${number}`)).toEqual([[`https://badges.example/${number}`, list]])
  }
  for (const unknown of ['https://badges.example/3000', '', 'urn:own:']) expect(about(table, unknown)).toEqual([])
  expect([...addressesIn(table, 'all')]).toHaveLength(3000)
})

it('the records take a small part of the size of their files, in memory that threads share, and are the same in another thread', () => {
  const file = fileOf(many(3000))
  const table = evidenceTable([file])
  expect(table.packets.length).toBeLessThan(file.text.length / 5)
  const shared = Object.values(table).filter((part) => ArrayBuffer.isView(part))
  expect(shared.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true)
  const there = structuredClone(table)
  expect(there.packets.buffer).not.toBeInstanceOf(ArrayBuffer)
  expect(recordsAbout(there, 'urn:own:77')).toEqual(recordsAbout(table, 'urn:own:77'))
})

it('an address that was asked twice, or redirected to, has all its records in the order of the files', () => {
  const moved = record(1, 'no JSON', { finalUrl: 'https://badges.example/2', redirects: ['https://badges.example/2'] })
  const table = evidenceTable([fileOf([record(2, { keys: [] }), moved]), fileOf([record(2, '[]')])])
  expect(recordsAbout(table, 'https://badges.example/2').map(({ fetched }) => [fetched.url, fetched.body])).toEqual([
    ['https://badges.example/2', '{"keys":[]}'],
    ['https://badges.example/1', 'no JSON'],
    ['https://badges.example/2', '[]'],
  ])
  expect([...addressesIn(table, 'all')]).toEqual(['https://badges.example/2', 'https://badges.example/1'])
  expect([...addressesIn(table, 'with-keys')]).toEqual(['https://badges.example/2'])
})

it('other documents, and evidence files that can no longer be read, have no records; the file is still named', () => {
  const unreadable = { ...fileOf([]), ...normalForm({ version: 2 }) }
  const profile: SupportDocument = { ...fileOf([record(1)]), type: 'profile', id: 'https://badges.example/issuer' }
  const table = evidenceTable([profile, unreadable])
  expect([table.files.length, about(table, 'https://badges.example/1'), about(noEvidence, 'https://badges.example/1')]).toEqual([1, [], []])
})

it('a long evidence file is compressed and restored unchanged', () => {
  const file = fileOf(many(3000))
  const packed = packDocument(file)
  expect('bytes' in packed && packed.bytes.buffer.byteLength).toBeLessThan(file.text.length / 5)
  const opened = openDocument(packed)
  expect({ ...opened, text: opened.text, document: opened.document }).toEqual(file)
})

it('short files, other documents, and texts that are no JSON or that UTF-8 cannot hold stay as they are', () => {
  const file = fileOf(many(3000))
  const blanks = ' '.repeat(100_000)
  for (const other of [
    fileOf(many(3)),
    { ...file, type: 'profile' as const },
    { ...file, text: `${blanks}no JSON` },
    { ...file, text: `${blanks}[]` },
    { ...file, text: `${blanks}{"a":"\ud800"}` },
  ]) {
    expect(packDocument(other)).toBe(other)
    expect(openDocument(other)).toBe(other)
  }
})
