import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openDatabase, readCoverage, readHoldings } from '../../electron/store'
import { pageBytes } from '../../electron/store/opening/database'
import { badge, good, importItems, openScratch, person, scratchFolder, settle } from '../unit/store/stand'

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function closedCity(): string {
  const path = join(scratchFolder(), 'city.sqlite')
  const db = openScratch(path)
  settle(db, { people: Array.from({ length: 50 }, (_, index) => person(`0${index}`)), posts: [], divisions: [] })
  importItems(
    db,
    'one',
    Array.from({ length: 100 }, (_, index) => badge({ id: `urn:${index}` })),
  )
  good(closeDatabase(db))
  return path
}

test('a database truncated at any of forty places is damaged, never empty, and left unchanged', () => {
  const path = closedCity()
  const { size } = statSync(path)
  for (let cut = 0; cut < 40; cut += 1) {
    const broken = `${path}.cut`
    copyFileSync(path, broken)
    truncateSync(broken, Math.floor((size * cut) / 40))
    const before = sha256(broken)
    expect(openDatabase(broken), `cut at ${cut} of 40`).toMatchObject({ ok: false, problem: { code: 'database.damaged' } })
    expect(sha256(broken)).toBe(before)
  }
})

test('each of 160 databases with one flipped byte is refused as damaged and left unchanged, or has as many rows as before', () => {
  const path = closedCity()
  const whole = readFileSync(path)
  let refused = 0
  for (let flip = 0; flip < 160; flip += 1) {
    const broken = `${path}.flip`
    const bytes = Buffer.from(whole)
    // Every second one is in the header of a page, where the structure is; the others are anywhere.
    const at = flip % 2 === 0 ? ((flip / 2) % (whole.length / pageBytes)) * pageBytes + ((flip * 7) % 12) : (flip * 104_729) % whole.length
    bytes[at] = bytes[at]! ^ 0xff
    writeFileSync(broken, bytes)
    const opened = openDatabase(broken)
    if (opened.ok) {
      expect(readHoldings(opened.value)).toMatchObject({ people: 50, credentials: 100, imports: 1 })
      good(closeDatabase(opened.value))
    } else {
      refused += 1
      expect(['database.damaged', 'database.newer-schema'], `byte ${at}`).toContain(opened.problem.code)
      expect(sha256(broken)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  }
  console.log(`160 flipped bytes: ${refused} refused`)
  expect(refused).toBeGreaterThan(60)
})

test('a database too large to be checked whole is refused where it is truncated, or a small table is damaged', () => {
  const path = closedCity()
  const broken = `${path}.large`
  const whole = readFileSync(path)
  const open = () => openDatabase(broken, { readThroughBytes: 0 })
  for (let cut = 1; cut < 40; cut += 1) {
    writeFileSync(broken, whole.subarray(0, Math.floor((whole.length * cut) / 40)))
    expect(open(), `cut at ${cut} of 40`).toMatchObject({ ok: false, problem: { code: 'database.damaged' } })
  }
  const db = openScratch(path)
  const rootOf = (table: string) => db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!
  const [person, credential] = [rootOf('person'), rootOf('credential')]
  good(closeDatabase(db))
  const damage = (page: number) => writeFileSync(broken, Buffer.from(whole).fill(0xff, (page - 1) * pageBytes, (page - 1) * pageBytes + 8))
  damage(person)
  expect(open()).toMatchObject({ ok: false, problem: { code: 'database.damaged' } })
  damage(credential)
  const opened = good(open())
  expect(() => opened.prepare('SELECT document FROM credential').all()).toThrow('malformed')
  good(closeDatabase(opened))
})

test('columns are not counted from an unreadable table', () => {
  const path = closedCity()
  const db = openScratch(path)
  const root = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'credential_columns'").pluck().get()!
  good(closeDatabase(db))
  writeFileSync(path, Buffer.from(readFileSync(path)).fill(0xff, (root - 1) * pageBytes, (root - 1) * pageBytes + 8))
  const opened = good(openDatabase(path, { readThroughBytes: 0 }))
  const scope = { on: '2026-11-20', level: 1, grades: ['verified' as const], includeLeave: false } as const
  for (let time = 0; time < 2; time += 1) expect(() => readCoverage(opened, { ...scope, grades: [...scope.grades] })).toThrow('malformed')
  good(closeDatabase(opened))
})
