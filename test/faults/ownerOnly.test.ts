import { spawn } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeWhole } from '../../electron/disk/writeWhole'
import { closeDatabase, openDatabase } from '../../electron/store'
import { scratch } from '../fixtures/scratch'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, day, writeCity } from '../unit/engine/stand'
import { badge, good, importItems, openScratch, scratchFolder } from '../unit/store/stand'
import { program, surroundings } from './tekizai.ts'

const hasModes = process.platform !== 'win32'
const mode = (path: string): string => (lstatSync(path).mode & 0o777).toString(8)

/** Every file and folder under a folder, itself among them, that others than its owner may read, write or enter. */
const open = (folder: string): readonly string[] =>
  [folder, ...(readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name))]
    .filter((path) => (lstatSync(path).mode & 0o077) !== 0)
    .map((path) => `${path} ${mode(path)}`)

/** Runs the built program as a shell with the usual mask would. */
const runMasked = (...words: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', 'umask 022 && exec "$@"', 'sh', process.execPath, ...program(...words)], { env: surroundings(), stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${words[0]} ended with ${code}`))))
  })

let city: City
beforeAll(async () => {
  ensureBuild()
  city = await writeCity()
})

test.runIf(hasModes)('under the mask 022 data folder, database, journal, reports, courier lists and sample are for their owner alone', async () => {
  const base = scratch()
  const [data, out] = [join(base, 'data'), join(base, 'out')]
  mkdirSync(out, { mode: 0o700 })
  await runMasked('roster', city.path('roster.csv'), '--data', data, '--on', day)
  await runMasked('import', city.path('badges.zip'), '--data', data)
  await runMasked('report', 'holders', '--data', data, '--on', day, '--out', join(out, 'holders.csv'))
  await runMasked('courier', 'list', '--data', data, '--out', join(out, 'list.json'))
  await runMasked('sample', '--out', join(out, 'sample'), '--staff', '20', '--badges', '30')
  expect(readdirSync(out).sort()).toEqual(['holders.csv', 'list.json', 'sample'])
  expect([...open(data), ...open(out)]).toEqual([])
})

test.runIf(hasModes)('journal and readers’ index have the mode of the database while it is open, also where an earlier version left all three readable', () => {
  const path = join(scratchFolder(), 'tekizai.sqlite')
  const made = openScratch(path)
  importItems(made, 'one', [badge()])
  expect(['', '-wal', '-shm'].map((suffix) => mode(path + suffix))).toEqual(['600', '600', '600'])
  good(closeDatabase(made))
  chmodSync(path, 0o644)
  const opened = good(openDatabase(path))
  importItems(opened, 'two', [badge({ id: 'urn:b' })])
  expect(['', '-wal', '-shm'].map((suffix) => mode(path + suffix))).toEqual(['600', '600', '600'])
  good(closeDatabase(opened))
})

test.runIf(hasModes)('a file that is written whole is for its owner alone, also over one that others could read', async () => {
  const path = join(scratch(), 'list.csv')
  await writeWhole(path, Buffer.from('one'))
  expect(mode(path)).toBe('600')
  chmodSync(path, 0o644)
  await writeWhole(path, Buffer.from('two'))
  expect(mode(path)).toBe('600')
})
