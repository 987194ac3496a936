import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Connection from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase, readHoldings, saveSetting } from '../../../electron/store'
import { migrations } from '../../../electron/store/migrations'
import { act, badge, good, importItems, openScratch, person, scratchFolder, settle } from './stand'

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function closedCity(): string {
  const path = join(scratchFolder(), 'city.sqlite')
  const db = openScratch(path)
  settle(db, { people: [person('00123')], posts: [], divisions: [] })
  good(closeDatabase(db))
  return path
}

describe('opening', () => {
  test('sets WAL, synchronous FULL and foreign keys', () => {
    const db = openScratch()
    expect(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1])
  })

  test('reads what was saved before, and leaves no file beside the database', () => {
    const path = closedCity()
    const db = openScratch(path)
    expect(readHoldings(db).people).toBe(1)
    good(closeDatabase(db))
    expect(readdirSync(join(path, '..'))).toEqual(['city.sqlite'])
  })

  test('all tables are STRICT', () => {
    const loose = openScratch()
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .all()
    expect(loose).toEqual([])
  })

  test('every foreign key whose parent rows are deleted is the first column of an index, so that deleting a row never reads a whole table', () => {
    const db = openScratch()
    // Rows of these are deleted only together with everything: nothing refers to them then.
    const keptParents = ['import', 'person', 'division', 'skill']
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    const unindexed = tables.flatMap((table) => {
      const leading = db
        .prepare<[string], string>('SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_xinfo(list.name) AS info WHERE info.seqno = 0')
        .pluck()
        .all(table)
      const key = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk = 1').pluck().get(table)
      return db
        .prepare<[string], { parent: string; column: string }>('SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(?)')
        .all(table)
        .filter(({ parent, column }) => !keptParents.includes(parent) && column !== key && !leading.includes(column))
        .map(({ column }) => `${table}.${column}`)
    })
    expect(unindexed).toEqual([])
  })

  test('reports a missing folder, and a missing database that must exist', () => {
    expect(openDatabase(join(scratchFolder(), 'missing', 'city.sqlite'))).toMatchObject({ ok: false, problem: { code: 'path.not-found' } })
    const path = join(scratchFolder(), 'city.sqlite')
    expect(openDatabase(path, { create: false })).toEqual({ ok: false, problem: { code: 'path.not-found', detail: path } })
    expect(existsSync(path)).toBe(false)
  })

  test('refuses a folder that takes no files', () => {
    expect(openDatabase('/proc/city.sqlite')).toMatchObject({ ok: false, problem: { code: 'path.not-writable' } })
  })

  test('refuses to write as locked while another program writes, and loses nothing', () => {
    const path = closedCity()
    const other = new Connection(path)
    other.exec('BEGIN IMMEDIATE')
    const db = good(openDatabase(path, { busyMilliseconds: 0 }))
    expect(saveSetting(db, { name: 'locale', value: 'en', ...act })).toMatchObject({ ok: false, problem: { code: 'database.locked' } })
    other.exec('ROLLBACK')
    other.close()
    expect(saveSetting(db, { name: 'locale', value: 'en', ...act }).ok).toBe(true)
  })

  test('reports a slow statement', () => {
    let milliseconds = 0
    const slow: string[] = []
    const now = () => {
      milliseconds += 41
      return new Date(milliseconds)
    }
    const db = good(openDatabase(join(scratchFolder(), 'city.sqlite'), { now, onSlow: ({ sql }) => slow.push(sql) }))
    readHoldings(db)
    expect(slow[0]).toContain('FROM person')
  })
})

describe('a database that cannot be used is left unchanged', () => {
  const refused = (path: string, code: string) => {
    const before = sha256(path)
    expect(openDatabase(path)).toMatchObject({ ok: false, problem: { code } })
    expect(sha256(path)).toBe(before)
  }

  test('one of a newer schema', () => {
    const path = closedCity()
    const db = new Connection(path)
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    refused(path, 'database.newer-schema')
  })

  test('one of another program', () => {
    const path = join(scratchFolder(), 'other.sqlite')
    const db = new Connection(path)
    db.exec('CREATE TABLE somebody_elses (x)')
    db.close()
    refused(path, 'database.damaged')
  })

  test('an empty file, and a file that is no database', () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'empty.sqlite'), '')
    refused(join(folder, 'empty.sqlite'), 'database.damaged')
    writeFileSync(join(folder, 'text.sqlite'), 'これはデータベースではありません。'.repeat(100))
    refused(join(folder, 'text.sqlite'), 'database.damaged')
  })

  test('one that is truncated', () => {
    const path = closedCity()
    const half = `${path}.half`
    copyFileSync(path, half)
    truncateSync(half, Math.floor(readFileSync(path).length / 2))
    refused(half, 'database.damaged')
  })
})

describe('migrations', () => {
  test('released ones never change', () => {
    expect(migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')])).toEqual([
      ['0001-first', 'e63b840f28ab36415bf6b2bdffb03900b813c92e3dab189b5b2cea3ad97b8303'],
      ['0002-reasons', '20ae433c847c92684e54172c66834116feaef5552011124515933123b74ca63c'],
      ['0003-columns', '41692d81501a57da60154f071122f66dd2f73a7bfe018059c0fb84849dc28d02'],
      ['0004-outstanding', 'f9fcafc62d7f0798c0219735de29baa30e1130d08c4ae2fcddb0b356e49367a9'],
      ['0005-sought', '23431f94fad3826b322391494b4ceaa5c6e44915f3b7b50dafc71b6a902f4b41'],
      ['0006-hanging', '45f05473cbc0d3d9eec4c0a0e55fd5e307c741c08c0d7e1d84f893c1758192cb'],
      ['0007-sums', '5cb7edb4db282bba4799595651e02410a1bb25deb3a98984c6045f60ab6df6cc'],
      ['0008-versions', '1d511bcbe12d614183e09314554c3b7bb6e6a418a00115368f0bf297afc53c18'],
      ['0009-mappings', 'dccf87443c4c32f83cb9dff9590735d577af42395095aa8f435c3a0fb79ea372'],
      ['0010-asked', '5fc36a6e57ac47aab16752eb62247b8e20b88a1e54dce7c5c3c6d77caafd51c0'],
      ['0011-undo', 'ae45a4cf564826513b0aabc7fc522f3052ff73befe7395e10b35209c976e75bf'],
      ['0012-owners', '490ab1f0e04283c8546e54cda2684b578ab562e635853662316382b8dba410d7'],
      ['0013-missed', '81266db7e626d2958d82540169c43427b949b9a9a514032304ffbdc12ea8da58'],
      ['0014-requirements', '4cadafaffbed9a7a86ec2d97e5ef30932f1c3df01d0f9d2553c76a141e90e3d5'],
    ])
  })

  test('a database with the smaller pages of earlier versions is used unchanged', () => {
    const path = closedCity()
    const smaller = new Connection(path)
    smaller.pragma('journal_mode = DELETE')
    smaller.pragma('page_size = 8192')
    smaller.exec('VACUUM')
    smaller.close()
    const db = openScratch(path)
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    expect(db.pragma('page_size', { simple: true })).toBe(8192)
    expect(readHoldings(db)).toMatchObject({ people: 1, credentials: 1 })
  })

  test('an older database is migrated and keeps its content', () => {
    const path = closedCity()
    const next = [...migrations, { name: '9999-test', sql: "ALTER TABLE person ADD COLUMN note TEXT; UPDATE person SET note = 'x';" }]
    const db = good(openDatabase(path, { migrations: next }))
    expect(db.prepare('SELECT staff_number, note FROM person').all()).toEqual([{ staff_number: '00123', note: 'x' }])
    expect(db.pragma('user_version', { simple: true })).toBe(next.length)
  })

  test('one that fails leaves the database as it was', () => {
    const path = closedCity()
    const next = [...migrations, { name: '9999-test', sql: 'ALTER TABLE person ADD COLUMN note TEXT; UPDATE nowhere SET x = 1;' }]
    expect(() => openDatabase(path, { migrations: next })).toThrow('nowhere')
    const db = openScratch(path)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(() => db.prepare('SELECT note FROM person')).toThrow('note')
  })
})
