import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, isReadOnly, openDatabase, saveSetting } from '../../electron/store'
import { migrations } from '../../electron/store/migrations'
import { scratch } from '../fixtures/scratch'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, good, instant, writeCity } from '../unit/engine/stand'
import { act } from '../unit/store/words.ts'
import { done, type Ran, tekizai } from './tekizai.ts'
import { openWindow } from './twoPrograms.ts'

/* A data folder that may not be written: a mount that is read-only, where a test may mount one; elsewhere a folder without the right to write. */

const folder = scratch()
const at = (...parts: readonly string[]) => join(folder, ...parts)
const mounted: string[] = []
let city: City

/** Makes a folder read-only under another name. @returns that name; null where it cannot be done here. */
function readOnlyFolder(source: string): string | null {
  const place = `${source}-read-only`
  if (mounted.includes(place)) return place
  mkdirSync(place, { recursive: true })
  const steps = [
    ['mount', '--bind', source, place],
    ['mount', '-o', 'remount,bind,ro', place],
  ] as const
  for (const [command, ...words] of steps) {
    if (spawnSync(command, words).status === 0) {
      if (words[0] === '--bind') mounted.push(place)
      continue
    }
    if (process.getuid?.() === 0 || process.platform === 'win32') return null
    cpSync(source, place, { recursive: true })
    return spawnSync('chmod', ['-R', 'a-w', place]).status === 0 ? place : null
  }
  return place
}

const can = (() => {
  mkdirSync(at('probe'))
  return readOnlyFolder(at('probe')) !== null
})()
if (!can) console.log('NOT SHOWN HERE: nothing can be made read-only for this user')

beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
  await done('roster', city.path('roster.csv'), '--data', at('data'), '--on', day)
  await done('register', 'import', city.path('register.json'), '--data', at('data'))
  await done('skills', 'import', city.path('skills.csv'), '--data', at('data'))
  await done('import', city.path('badges.zip'), '--data', at('data'), '--at', instant)
  cpSync(at('data'), at('closed'), { recursive: true })
})
afterAll(() => {
  for (const place of mounted) spawnSync('umount', [place])
  spawnSync('chmod', ['-R', 'u+w', folder])
})

const reading = (data: string, out: string): readonly (readonly string[])[] => [
  ['coverage', '--data', data, '--on', day, '--json'],
  ['people', '--data', data, '--on', day, '--json'],
  ['register', 'list', '--data', data, '--json'],
  ['import', 'list', '--data', data, '--json'],
  ['report', 'skill-map', '--data', data, '--on', day, '--out', out, '--json'],
]

const plain = ({ code, stdout, stderr }: Ran, data: string) => [code, stdout.replaceAll(data, ''), stderr]

describe.runIf(can)('a data folder that may not be written', () => {
  it('has the same coverage, people, register, imports and reports, and nothing in it changes', async () => {
    const place = readOnlyFolder(at('closed'))!
    const before = readFileSync(join(place, 'tekizai.sqlite'))
    for (const [index, words] of reading(place, at('map.csv')).entries())
      expect(plain(await tekizai(words), place)).toEqual(plain(await tekizai(reading(at('data'), at('map.csv'))[index]!), at('data')))
    expect(readFileSync(join(place, 'tekizai.sqlite')).equals(before)).toBe(true)
    expect(readdirSync(place)).toEqual(['tekizai.sqlite'])
  })

  it('refuses every command that would change it in one line', async () => {
    const place = readOnlyFolder(at('closed'))!
    const { id } = (await done('import', 'list', '--data', place, '--json')).lines()[0]!
    for (const words of [
      ['import', city.path('badges.zip')],
      ['import', 'undo', String(id)],
      ['import', 'cancel', String(id)],
      ['import', 'resume', String(id)],
      ['roster', city.path('roster.csv'), '--on', day],
      ['register', 'import', city.path('register.json')],
      ['skills', 'import', city.path('skills.csv')],
    ])
      expect(await tekizai([...words, '--data', place])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^tekizai: [^\n]*\[(folder\.read-only|path\.not-writable)\]\n$/),
      })
    expect((await tekizai(['roster', city.path('roster.csv'), '--on', day, '--dry-run', '--data', place])).code).toBe(0)
  })

  it('is opened by the window, which knows that it is read-only', async () => {
    const window = await openWindow(readOnlyFolder(at('closed'))!)
    expect(await window.ask('application.read', {})).toMatchObject({ ok: true, value: { readOnly: true } })
    expect(await window.ask('import.start', { paths: [city.path('badges.zip')] })).toMatchObject({ ok: false, problem: { code: 'folder.read-only' } })
    await window.close()
  })

  it('is read with everything that another program with the folder open has written so far', async () => {
    mkdirSync(at('live'))
    const writer = good(openDatabase(join(at('live'), 'tekizai.sqlite')))
    good(saveSetting(writer, { name: 'cityName', value: '青嶺市', ...act }))
    const place = readOnlyFolder(at('live'))!
    const reader = good(openDatabase(join(place, 'tekizai.sqlite')))
    expect(isReadOnly(reader)).toBe(true)
    const read = () => reader.prepare("SELECT value FROM setting WHERE name = 'cityName'").pluck().get()
    expect(read()).toBe('"青嶺市"')
    good(saveSetting(writer, { name: 'cityName', value: '緑川市', ...act }))
    expect(read()).toBe('"緑川市"')
    good(closeDatabase(reader))
    good(closeDatabase(writer))
  })

  it('with a journal that was not written back is refused, instead of being read without it', () => {
    mkdirSync(at('writing'))
    const path = join(at('writing'), 'tekizai.sqlite')
    const writer = good(openDatabase(path))
    good(saveSetting(writer, { name: 'cityName', value: '青嶺市', ...act }))
    mkdirSync(at('copied'))
    for (const suffix of ['', '-wal']) cpSync(path + suffix, join(at('copied'), `tekizai.sqlite${suffix}`))
    good(closeDatabase(writer))
    const place = readOnlyFolder(at('copied'))!
    expect(openDatabase(join(place, 'tekizai.sqlite'))).toMatchObject({ ok: false, problem: { code: 'database.journal-left' } })
  })

  it('of an older version is refused: it cannot be migrated', () => {
    mkdirSync(at('older'))
    good(closeDatabase(good(openDatabase(join(at('older'), 'tekizai.sqlite'), { migrations: migrations.slice(0, -1) }))))
    expect(openDatabase(join(readOnlyFolder(at('older'))!, 'tekizai.sqlite'))).toMatchObject({ ok: false, problem: { code: 'database.older-schema' } })
  })

  it('lists an import as interrupted whose program is gone', async () => {
    cpSync(at('data'), at('gone'), { recursive: true })
    const db = new Database(join(at('gone'), 'tekizai.sqlite'))
    db.exec("UPDATE import SET state = 'running'")
    db.close()
    expect((await done('import', 'list', '--data', readOnlyFolder(at('gone'))!, '--json')).lines()).toMatchObject([{ state: 'interrupted' }])
  })
})

describe('a data folder another user may only read', () => {
  const asNobody = (...words: readonly string[]) => spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', ...words], { encoding: 'utf8' })
  const isRoot = process.getuid?.() === 0 && asNobody('true').status === 0
  if (!isRoot) console.log('NOT SHOWN HERE: only root can become another user')

  it.runIf(isRoot)('is opened for reading by that user', () => {
    cpSync(at('data'), at('others'), { recursive: true })
    spawnSync('chmod', ['-R', 'a+rX,go-w', folder])
    writeFileSync(
      at('read.cjs'),
      `process.env.SQLITE_USE_URI = '1'
const { runCommandLine } = require(${JSON.stringify(join(import.meta.dirname, '../../out/main/cli.cjs'))})
const write = async (text) => { process.stdout.write(text) }
const surroundings = { locale: 'ja', defaultDataFolder: '/nowhere', now: () => new Date(), write, writeError: (text) => process.stderr.write(text) }
runCommandLine(process.argv.slice(2), surroundings).then((code) => process.exit(code))`,
    )
    const ran = asNobody(process.execPath, at('read.cjs'), 'people', '--data', at('others'), '--on', day, '--json')
    expect([ran.status, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout.trim().split('\n').length).toBeGreaterThan(10)
    const refused = asNobody(process.execPath, at('read.cjs'), 'import', city.path('badges.zip'), '--data', at('others'))
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('[folder.read-only]')])
    rmSync(at('read.cjs'))
  })
})
