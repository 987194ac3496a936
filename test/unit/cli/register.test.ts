import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { handlers } from '../../../electron/engine/handlers'
import { closeEngine } from '../../../electron/engine/open'
import { contentsOf, type Ran, tekizaiHere } from '../../faults/tekizai.ts'
import { scratch } from '../../fixtures/scratch'
import { ensureBuild } from '../../run/freshBuild.ts'
import { type City, good, importRegister, openScratchEngine, writeCity } from '../engine/stand'

/* `register import` reports its changes first, and never replaces a stored key unless asked. */

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

const stored = async (data: string) => (await tekizaiHere(['register', 'list', '--data', data, '--json'])).lines()

/** A data folder with the city's register, and a file of it that was altered. */
async function altered(alter: (text: string) => string): Promise<{ readonly data: string; readonly file: string }> {
  const folder = scratch()
  const data = join(folder, 'data')
  const first = await tekizaiHere(['register', 'import', city.path('register.json'), '--data', data, '--json'])
  expect(first.code).toBe(0)
  const file = join(folder, 'altered.json')
  writeFileSync(file, alter(readFileSync(city.path('register.json'), 'utf8')))
  return { data, file }
}

/** Gives the first stored key the material of another issuer's DID. */
function exchanged(text: string): string {
  const [, material] = /"publicKeyMultibase": ?"(z\w+)"/.exec(text)!
  const [, other] = /"did:key:(z\w+)"/.exec(text)!
  expect(other).not.toBe(material)
  return text.replace(`"${material}"`, `"${other}"`)
}

const summary = (ran: Ran) => ran.lines().find(({ kind }) => kind === 'register')!

describe('register import', () => {
  it('refuses a file that gives a stored key other material, names the key, and changes nothing', async () => {
    const { data, file } = await altered(exchanged)
    const before = await stored(data)
    const ran = await tekizaiHere(['register', 'import', file, '--data', data, '--json'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('[register.would-replace]')
    expect(summary(ran)).toMatchObject({ written: false, changedIssuers: 1, changedKeys: 1 })
    expect(await stored(data)).toEqual(before)
  })
  it('replaces it with --replace', async () => {
    const { data, file } = await altered(exchanged)
    const before = await stored(data)
    const ran = await tekizaiHere(['register', 'import', file, '--data', data, '--replace', '--json'])
    expect([ran.code, summary(ran).written]).toEqual([0, true])
    expect(await stored(data)).not.toEqual(before)
  })
  it('with --dry-run reports the changes and writes nothing, with data and without', async () => {
    const { data, file } = await altered((text) => text.replace(/"name": ?"/, '"name":"新'))
    const before = contentsOf(data)
    const ran = await tekizaiHere(['register', 'import', file, '--data', data, '--dry-run', '--json'])
    expect([ran.code, summary(ran)]).toMatchObject([0, { written: false, newIssuers: 0, changedIssuers: 1, unchangedIssuers: 5 }])
    expect(contentsOf(data)).toEqual(before)
    const none = join(scratch(), 'none')
    const fresh = await tekizaiHere(['register', 'import', file, '--data', none, '--dry-run', '--json'])
    expect([fresh.code, summary(fresh).newIssuers, contentsOf(none)]).toEqual([0, 6, null])
  })
  it('dates the audit log by the clock, never by --at', async () => {
    const data = join(scratch(), 'data')
    const now = new Date('2026-11-20T03:00:00Z')
    await tekizaiHere(['register', 'import', city.path('register.json'), '--data', data, '--at', '2020-01-01T00:00:00Z'], { now })
    await tekizaiHere(['import', city.path('badges.zip'), '--data', data, '--at', '2020-01-01T00:00:00Z'], { now })
    const db = new Database(join(data, 'tekizai.sqlite'), { readonly: true })
    const days = db.prepare('SELECT DISTINCT at FROM audit').pluck().all()
    db.close()
    expect(days).toEqual([now.toISOString()])
  })
  it('shows each key on a line of its own to people', async () => {
    const { data, file } = await altered(exchanged)
    const ran = await tekizaiHere(['register', 'import', file, '--data', data, '--replace'], { locale: 'en' })
    expect(ran.stdout).toMatch(/^changed\t/m)
    expect(ran.stdout).toMatch(/^\tchanged\t\S+\t([0-9A-HJKMNP-TV-Z]{4} ){7}/m)
  })
})

describe('the window’s register.import', () => {
  it('refuses a file that changed since its preview', async () => {
    const engine = openScratchEngine()
    await importRegister(engine, city)
    const path = join(scratch(), 'register.json')
    writeFileSync(path, readFileSync(city.path('register.json')))
    const { digest } = good(await handlers['register.preview']({ path, replace: false }, engine))
    writeFileSync(path, exchanged(readFileSync(path, 'utf8')))
    const done = await handlers['register.import']({ path, replace: true, digest }, engine)
    expect(done).toEqual({ ok: false, problem: { code: 'register.changed', detail: path } })
    await closeEngine(engine)
  })
})
