import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Connection from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../electron/engine/handler'
import { handlers } from '../../electron/engine/handlers'
import { checkDatabase } from '../../electron/engine/jobs/check/checkDatabase'
import { reverify } from '../../electron/engine/jobs/reverify/reverify'
import { closeEngine } from '../../electron/engine/open'
import { databaseName, readAudit, verifyAudit } from '../../electron/store'
import { scratch } from '../fixtures/scratch'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, good, importWhole, openScratchEngine, settleCity, writeCity } from '../unit/engine/stand'
import { tekizai } from './tekizai.ts'

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

async function imported(folder = scratch()): Promise<Engine> {
  const engine = openScratchEngine(folder)
  await settleCity(engine, city)
  await importWhole(engine, city.path('badges.zip'))
  return engine
}

/** Flips one bit in the original of a verified badge that is a plain JSON file. @returns the badge. */
function flipBit({ db }: Pick<Engine, 'db'>): number {
  const { credentialId, originalId } = db
    .prepare<[], { credentialId: number; originalId: number }>(
      "SELECT id AS credentialId, original_id AS originalId FROM credential WHERE grade = 'verified' AND container = 'json' ORDER BY id LIMIT 1",
    )
    .get()!
  const bytes = Buffer.from(db.prepare<[number], Buffer>('SELECT bytes FROM original WHERE id = ?').pluck().get(originalId)!)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = bytes[at]! ^ 1
  db.prepare('UPDATE original SET bytes = ? WHERE id = ?').run(bytes, originalId)
  return credentialId
}

const gradeOf = ({ db }: Engine, credentialId: number) => db.prepare<[number], string>('SELECT grade FROM credential WHERE id = ?').pluck().get(credentialId)
const badgeOf = async (engine: Engine, credentialId: number) => good(await handlers['badge.read']({ credentialId }, engine))
const damageOf = async (engine: Engine) => good(await handlers['application.read']({}, engine)).damage

describe('an original whose bytes no longer have their digest', () => {
  it('gives no verdict: the last one stays with a flag, the badge and every screen name the damage, and the file is not saved', async () => {
    const engine = await imported()
    const credentialId = flipBit(engine)
    const before = engine.db.prepare('SELECT * FROM verification WHERE credential_id = ?').all(credentialId)
    good(await reverify(engine, { why: 'register' }))
    expect(gradeOf(engine, credentialId)).toBe('verified')
    expect(engine.db.prepare('SELECT * FROM verification WHERE credential_id = ?').all(credentialId)).toEqual(before)
    const badge = await badgeOf(engine, credentialId)
    expect([badge.grade, badge.problems.map(({ code }) => code)]).toEqual(['verified', ['original.damaged']])
    expect(badge.rawText).toBe('')
    expect(await damageOf(engine)).toEqual([{ code: 'original.damaged', detail: '1' }])
    expect(await handlers['badge.original']({ credentialId }, engine)).toMatchObject({ ok: false, problem: { code: 'original.damaged' } })
    expect(good(await handlers['verification.state']({}, engine)).outstanding).toBe(0)
    await closeEngine(engine)
  })

  it('is mended by importing the same file again', async () => {
    const engine = await imported()
    const credentialId = flipBit(engine)
    good(await reverify(engine, { why: 'register' }))
    await importWhole(engine, city.path('badges.zip'))
    expect(await damageOf(engine)).toEqual([])
    expect((await badgeOf(engine, credentialId)).problems).toEqual([])
    expect((await handlers['badge.original']({ credentialId }, engine)).ok).toBe(true)
    await closeEngine(engine)
  })

  it('is found and named by check, which mends it from a copy of the data folder', async () => {
    const [folder, copy] = [scratch(), join(scratch(), 'copy')]
    await closeEngine(await imported(folder))
    cpSync(folder, copy, { recursive: true })
    const db = new Connection(join(folder, databaseName))
    const credentialId = flipBit({ db })
    db.close()
    const found = await tekizai(['check', '--data', folder, '--json'])
    expect(found.code).toBe(1)
    expect(found.stderr).toContain('[original.damaged]')
    expect(found.lines()[0]).toMatchObject({ kind: 'damage', code: 'original.damaged', credentialId })
    expect(found.lines().at(-1)).toEqual({ kind: 'check', intact: false, damaged: 1, mended: 0, tables: 0 })
    const mended = await tekizai(['check', '--data', folder, '--from', copy, '--json'])
    expect(mended.lines()).toEqual([{ kind: 'check', intact: true, damaged: 0, mended: 1, tables: 0 }])
    expect(mended.code).toBe(0)
  })

  it('is not mended from a copy that is damaged in the same place', async () => {
    const [folder, copy] = [scratch(), join(scratch(), 'copy')]
    const engine = await imported(folder)
    flipBit(engine)
    await closeEngine(engine)
    cpSync(folder, copy, { recursive: true })
    expect((await tekizai(['check', '--data', folder, '--from', copy, '--json'])).lines().at(-1)).toMatchObject({ damaged: 1, mended: 0 })
  })
})

describe('a flipped bit in an index', () => {
  /** Flips a bit of a key in a page of the index, which SQLite itself identifies. */
  function flipInIndex(path: string, index: string, within: (db: Connection.Database) => string): void {
    const db = new Connection(path)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const size = Number(db.pragma('page_size', { simple: true }))
    const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck().all(index)
    const text = Buffer.from(within(db), 'utf8')
    db.close()
    const bytes = readFileSync(path)
    const at = pages.map((page) => ({ page, place: bytes.subarray((page - 1) * size, page * size).indexOf(text) })).find(({ place }) => place >= 0)!
    const place = (at.page - 1) * size + at.place + text.length - 1
    bytes[place] = bytes[place]! ^ 1
    writeFileSync(path, bytes)
  }

  it('is not found by opening, is found by the check, is in the audit log before it is mended, and is mended from the rows', async () => {
    const folder = scratch()
    await closeEngine(await imported(folder))
    const path = join(folder, databaseName)
    flipInIndex(
      path,
      'credential_by_key',
      (db) => db.prepare<[], string>("SELECT credential_key FROM credential WHERE credential_key IS NOT NULL AND grade = 'verified' LIMIT 1").pluck().get()!,
    )
    const engine = openScratchEngine(folder)
    expect(engine.db.pragma('quick_check', { simple: true })).toBe('ok')
    const checked = good(await checkDatabase(engine))
    expect(checked.tables).toMatchObject([{ table: 'credential', mended: true }])
    expect(checked.tables[0]!.faults.join()).toContain('credential_by_key')
    expect(engine.db.pragma('integrity_check', { simple: true })).toBe('ok')
    const acts = readAudit(engine.db, { offset: 0, limit: 1000 }).filter(({ subject }) => subject === 'credential')
    // The newest first.
    expect(acts.map(({ action }) => action)).toEqual(['database.mend', 'database.fault'])
    expect(await damageOf(engine)).toEqual([{ code: 'database.index-mended', detail: 'credential' }])
    expect(verifyAudit(engine.db)).toBeNull()
    expect(good(await checkDatabase(engine)).tables).toEqual([])
    expect(await damageOf(engine)).toEqual([])
    await closeEngine(engine)
  })

  it('lets calls be answered while the check runs', async () => {
    const engine = await imported()
    let ended = false
    const checking = checkDatabase(engine).finally(() => {
      ended = true
    })
    let answered = 0
    while (!ended) {
      good(await handlers['application.read']({}, engine))
      answered += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(good(await checking)).toEqual({ tables: [], damaged: 0, audit: null })
    expect(answered).toBeGreaterThan(5)
    await closeEngine(engine)
  })
})
