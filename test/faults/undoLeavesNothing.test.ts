import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { closeDatabase, type Database, emptyEverything, rebuild, saveVerification, undoImport } from '../../electron/store'
import { assignPerson } from '../fixtures/assignPerson'
import { act, badge, good, importItems, openScratch, person, scratchFolder, settle, support, verdict } from '../unit/store/stand'

// Every byte of the data folder is searched for texts of the undone import: in UTF-8, in UTF-16, and in everything that can be inflated.

const planted = { address: 'kieru.hito@leaves-no-trace.example', name: '消江 留美', achievement: '跡形もなく消える講座', file: '消江留美の賞状' }

const spelled = (text: string): readonly Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]

/** Every run of bytes that inflates, from each place where one may begin. For files of a test, not of a city. */
function* inflated(bytes: Buffer): Generator<Buffer> {
  for (const signature of [Buffer.from('PK\x03\x04', 'latin1')]) {
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
      const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      try {
        yield inflateRawSync(bytes.subarray(begin), { finishFlush: 2 })
      } catch {
        // Bytes that do not inflate contain no text.
      }
    }
  }
}

function hits(folder: string, texts: readonly string[] = Object.values(planted)): readonly string[] {
  const found: string[] = []
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    for (const text of texts) {
      if (name.includes(text)) found.push(`name of ${name}`)
      for (const [spelling, pattern] of spelled(text).entries()) if (bytes.includes(pattern)) found.push(`${name}: ${text} (${spelling})`)
      for (const inner of inflated(bytes)) if (inner.includes(text)) found.push(`${name}: ${text} (inflated)`)
    }
  }
  return found
}

/** Badges of the person to be removed: each with the planted texts in every stored place. */
const going = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    badge({
      id: `urn:going:${from + index}`,
      email: planted.address,
      recipientName: planted.name,
      achievement: `https://example.ac.jp/${index % 3}`,
      achievementName: planted.achievement,
      source: `${planted.file}.zip!${planted.file}-${index}.json`,
    }),
  )

const staying = (count: number, importName: string) =>
  Array.from({ length: count }, (_, index) => badge({ id: `urn:${importName}:${index}`, staffNumber: '00123' }))

function cityIn(folder: string): Database {
  const db = openScratch(join(folder, 'tekizai.sqlite'))
  settle(db, { people: [person('00123'), person('00124')], posts: [], divisions: [] })
  return db
}

describe('after an import is undone, no byte of the data folder', () => {
  test.each([
    ['the only import', 0, 300, 0],
    ['the last of three', 250, 300, 0],
    ['the one between two others', 250, 300, 250],
    ['a small one among many', 1200, 7, 1200],
  ])('holds an address, a name, an achievement or a file name of %s', (_which, before, own, after) => {
    const folder = scratchFolder()
    const db = cityIn(folder)
    if (before > 0) importItems(db, 'before', staying(before, 'before'))
    const outcomes = importItems(db, 'own', [
      ...going(own),
      support(JSON.stringify({ id: 'urn:list', name: planted.name }), 'profile' as never),
      { kind: 'unreadable', source: `${planted.file}.bin`, problem: { code: 'json.syntax' as never, detail: planted.name } },
      { kind: 'ignored', source: `${planted.file}.txt` },
    ])
    if (after > 0) importItems(db, 'after', staying(after, 'after'))
    const [first] = outcomes
    assignPerson(db, { credentialId: first!.credentialId!, staffNumber: '00124', identity: { kind: 'email', email: planted.address }, learn: true, ...act })
    good(saveVerification(db, { verifications: [{ credentialId: first!.credentialId!, verdict: verdict('unproven') }], ...act }))
    expect(hits(folder).length, 'the search finds what is there').toBeGreaterThan(3)
    good(undoImport(db, { importId: 'own', ...act }))
    expect(hits(folder)).toEqual([])
    good(closeDatabase(db))
    expect(hits(folder)).toEqual([])
  })

  test('contains them after the sample city was removed', () => {
    const folder = scratchFolder()
    const db = cityIn(folder)
    importItems(db, 'own', going(400))
    good(emptyEverything(db, act))
    good(rebuild(db))
    expect(hits(folder)).toEqual([])
  })
})
