import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { abandonDatabase, closeDatabase, isReadOnly, type Owner, openDatabase, readHoldings, saveSetting, thisOwner } from '../../../electron/store'
import { takeBeginning } from '../../../electron/store/opening/beginning'
import { act, good, scratchFolder } from './stand'

const at = '2026-11-20T05:00:00.000Z'
const now = () => new Date(at)
const owner = (): Owner => thisOwner('command', now)
const place = () => join(scratchFolder(), 'city.sqlite')
const fileNames = (path: string) => readdirSync(join(path, '..')).sort()
const noLinks = () => {
  throw Object.assign(new Error('there are no links'), { code: 'EPERM' })
}

test('a new database is opened by no other program until something is written into it', () => {
  const path = place()
  const db = good(openDatabase(path, { holdBeginning: true, now, owner: owner() }))
  const other = { now, owner: owner(), busyMilliseconds: 0 }
  expect(openDatabase(path, other)).toMatchObject({ ok: false, problem: { code: 'work.command' } })
  good(saveSetting(db, { name: 'locale', value: 'en', ...act }))
  good(closeDatabase(good(openDatabase(path, other))))
  expect(good(abandonDatabase(db, path))).toBe(false)
  expect(fileNames(path)).toEqual(['city.sqlite'])
})

test('a database into which nothing was written is removed by the program that made it, and by no other', () => {
  const path = place()
  const db = good(openDatabase(path, { holdBeginning: true, now, owner: owner() }))
  expect(good(abandonDatabase(db, path))).toBe(true)
  expect(fileNames(path)).toEqual([])
  good(closeDatabase(good(openDatabase(path, { now }))))
  const second = good(openDatabase(path, { holdBeginning: true, now, owner: owner() }))
  expect(good(abandonDatabase(second, path))).toBe(false)
  expect(fileNames(path)).toEqual(['city.sqlite'])
})

test('a program that another one considers gone removes nothing', () => {
  const path = place()
  const db = good(openDatabase(path, { holdBeginning: true, now, owner: owner() }))
  const other = good(openDatabase(path, { now, owner: owner(), presence: () => 'gone' }))
  expect(good(abandonDatabase(db, path))).toBe(false)
  good(saveSetting(other, { name: 'locale', value: 'en', ...act }))
  good(closeDatabase(other))
  expect(fileNames(path)).toEqual(['city.sqlite'])
})

test('the file of a killed program is removed, and the database is made', () => {
  const path = place()
  writeFileSync(`${path}.beginning`, `${JSON.stringify({ ...owner(), processStart: 'another', job: 'begin', since: at, seenAt: at })}\n`)
  writeFileSync(`${path}.dead.new`, 'half a database')
  writeFileSync(`${path}.dead.new-journal`, 'its journal')
  const db = good(openDatabase(path, { now: () => new Date('2026-11-20T06:00:00Z') }))
  expect(readHoldings(db).people).toBe(0)
  good(closeDatabase(db))
  expect(fileNames(path)).toEqual(['city.sqlite'])
})

test('a truncated file of a beginning is waited for, then removed', () => {
  const path = place()
  writeFileSync(`${path}.beginning`, '{"token":"')
  good(closeDatabase(good(openDatabase(path, { now, busyMilliseconds: 60 }))))
  expect(fileNames(path)).toEqual(['city.sqlite'])
})

test('a folder in the place of that file is waited for, refused and left unchanged', () => {
  const path = place()
  mkdirSync(`${path}.beginning`)
  expect(openDatabase(path, { now, busyMilliseconds: 40 })).toMatchObject({ ok: false, problem: { code: 'database.locked' } })
  expect(fileNames(path)).toEqual(['city.sqlite.beginning'])
})

for (const [where, link] of [
  ['', undefined],
  [' where files have no second names', noLinks],
] as const) {
  test(`of two programs one begins, and an existing database is never replaced${where}`, () => {
    const path = place()
    const taken = { at, ...(link === undefined ? {} : { link }) }
    const first = takeBeginning(path, { owner: owner(), ...taken })!
    expect(takeBeginning(path, { owner: owner(), ...taken })).toBeNull()
    writeFileSync(`${path}.a.new`, 'first')
    expect(first.publish(`${path}.a.new`)).toBe(true)
    writeFileSync(`${path}.b.new`, 'second')
    expect(first.publish(`${path}.b.new`)).toBe(false)
    first.end()
    expect(fileNames(path)).toEqual(['city.sqlite'])
  })
}

test('a database that is a folder, or the end of a link to nothing, is refused with a clear code', () => {
  const path = place()
  mkdirSync(path)
  expect(openDatabase(path, { now })).toEqual({ ok: false, problem: { code: 'database.not-a-file', detail: path } })
  expect(existsSync(`${path}.beginning`)).toBe(false)
})

test('a database that may be written is not read-only', () => {
  const db = good(openDatabase(place()))
  expect(isReadOnly(db)).toBe(false)
  good(closeDatabase(db))
})
