import { fork, spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase, readOwners } from '../../electron/store'
import type { FromEngine } from '../../shared/contract/message'
import { seeded } from '../fixtures/reader/mutate'
import { scratch } from '../fixtures/scratch'
import { type City, day, good } from '../unit/engine/stand'
import { expectSound, importing, readyFolder } from './killImport.ts'
import { storedRow } from './storedRow.ts'
import { done, program, type Ran, surroundings, tekizai, tekizaiHere } from './tekizai.ts'

/** Two real programs on one data folder at once: neither loses what the other did, and nothing is done twice. */

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Runs commands at once, each so many milliseconds late. */
const atOnce = (...commands: readonly { readonly words: readonly string[]; readonly late: number }[]): Promise<readonly Ran[]> =>
  Promise.all(commands.map(({ words, late }) => wait(late).then(() => tekizai(words))))

/** One line that names the owner. */
function expectRefused({ code, stderr }: Ran, codes = 'work\\.command'): void {
  expect([code, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^tekizai: [^\\n]*\\[(${codes})\\]\\n$`))])
  if (/\[work\./.test(stderr)) expect(stderr).toMatch(/\([^()]+, \d+, [^()]+\)/)
}

/** The coverage that the command line writes, run in this process. */
export const coverage = async (folder: string): Promise<string> => (await tekizaiHere(['coverage', '--data', folder, '--on', day, '--json'])).stdout

interface Counts {
  readonly imports: number
  readonly lines: number
  readonly credentials: number
  readonly undone: number
}

const countsIn = (folder: string): Counts =>
  storedRow(
    folder,
    `SELECT (SELECT COUNT(*) FROM import WHERE state = 'done') AS imports, (SELECT COUNT(*) FROM import WHERE state <> 'done') AS undone,
            (SELECT COUNT(*) FROM import_item) AS lines, (SELECT COUNT(*) FROM credential) AS credentials`,
  )

export interface Truth {
  readonly city: City
  readonly lines: number
  readonly credentials: number
  readonly coverage: string
}

/** The stored data after an import without interruption. */
export async function truthOf(city: City): Promise<Truth> {
  const folder = readyFolder('one-program')
  await done(...importing(city, folder))
  const { lines, credentials } = countsIn(folder)
  return { city, lines, credentials, coverage: await coverage(folder) }
}

async function expectImportedOnce(folder: string, { lines, credentials, ...truth }: Truth): Promise<void> {
  expectSound(folder)
  expect(countsIn(folder)).toEqual({ imports: 1, undone: 0, lines, credentials })
  expect(await coverage(folder)).toBe(truth.coverage)
  const db = good(openDatabase(join(folder, 'tekizai.sqlite')))
  expect(readOwners(db)).toEqual([])
  db.close()
}

/** A command that fails and one that succeeds begin the same data folder. */
async function failingBeginner(city: City, late: readonly [number, number]): Promise<void> {
  const folder = scratch()
  const bad = join(folder, 'bad.csv')
  writeFileSync(bad, '氏名,所属コード,課\r\n山田　花子,0101,総務課\r\n')
  const data = join(folder, 'new', 'data')
  const [failed, succeeded] = await atOnce(
    { words: ['roster', bad, '--data', data, '--on', '2026-04-01'], late: late[0] },
    { words: ['roster', city.path('roster.csv'), '--data', data, '--on', '2026-04-01', '--json'], late: late[1] },
  )
  expect(failed!.code).toBe(1)
  if (succeeded!.code !== 0) {
    expectRefused(succeeded!)
    expect(countsOfPeople(data)).toBe(0)
  } else {
    expect(countsOfPeople(data)).toBe(succeeded!.lines()[0]!.people)
    expect(readdirSync(data)).toEqual(['tekizai.sqlite'])
    expectSound(data)
  }
}

function countsOfPeople(data: string): number {
  const opened = openDatabase(join(data, 'tekizai.sqlite'), { create: false })
  if (!opened.ok) return 0
  const { count } = opened.value.prepare<[], { count: number }>('SELECT COUNT(*) AS count FROM person').get()!
  opened.value.close()
  return count
}

/** Two imports of one bundle at once: one is done, and the other is done after it or refused. */
async function twoImports(truth: Truth, folder: string, late: readonly [number, number]): Promise<void> {
  const ran = await atOnce({ words: importing(truth.city, folder), late: late[0] }, { words: importing(truth.city, folder), late: late[1] })
  const ended = ran.filter(({ code }) => code === 0)
  for (const one of ran) if (one.code !== 0) expectRefused(one)
  expect(ended.length).toBeGreaterThan(0)
  expectSound(folder)
  expect(countsIn(folder)).toEqual({ imports: ended.length, undone: 0, lines: ended.length * truth.lines, credentials: truth.credentials })
  expect(await coverage(folder)).toBe(truth.coverage)
}

/** Begins an import and kills it after its first output. @returns its id. */
export function killedImport(city: City, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program(...importing(city, folder)), { env: surroundings(), stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', () => child.kill('SIGKILL'))
    child.on('error', reject)
    child.on('close', () => {
      void tekizaiHere(['import', 'list', '--data', folder, '--json']).then((ran) => resolve(String(ran.lines()[0]?.id)), reject)
    })
  })
}

/** Two commands resume one killed import: one succeeds, and the other is refused. */
async function twoResumptions(truth: Truth, folder: string, late: readonly [number, number]): Promise<void> {
  const id = await killedImport(truth.city, folder)
  const words = ['import', 'resume', id, '--data', folder, '--json']
  const ran = await atOnce({ words, late: late[0] }, { words, late: late[1] })
  expect(ran.filter(({ code }) => code === 0)).toHaveLength(1)
  for (const one of ran) if (one.code !== 0) expectRefused(one, 'work\\.command|import\\.already-done')
  await expectImportedOnce(folder, truth)
}

/** The window's working process on a folder; `ask` answers one call, `close` ends it. */
export function openWindow(folder: string): Promise<{ readonly ask: (name: string, input: unknown) => Promise<unknown>; readonly close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'windowEngine.mjs'), ['--data', folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const waiting = new Map<number, (result: unknown) => void>()
    let asked = 0
    const ended = new Promise<void>((settle) => child.on('exit', () => settle()))
    child.on('error', reject)
    child.on('message', (message: FromEngine) => {
      if (message.kind === 'answer') waiting.get(message.id)?.(message.result)
      if (message.kind === 'refused') reject(new Error(message.problem.code))
      if (message.kind !== 'ready') return
      resolve({
        ask: (name, input) =>
          new Promise((settle) => {
            waiting.set(++asked, settle)
            child.send({ kind: 'call', id: asked, name, input })
          }),
        close: () => {
          child.send({ kind: 'close' })
          return ended
        },
      })
    })
  })
}

/** A window opens while a command imports, and tries to resume that import. */
async function windowBesideImport(truth: Truth, folder: string, late: number): Promise<void> {
  const importingNow = tekizai(importing(truth.city, folder))
  await wait(late)
  const window = await openWindow(folder)
  const { value } = (await window.ask('import.list', {})) as {
    readonly value: { readonly imports: readonly { readonly importId: string; readonly state: string }[] }
  }
  for (const { importId, state } of value.imports) {
    expect(['running', 'done']).toContain(state)
    for (const name of ['import.resume', 'import.cancel', 'import.pause'])
      expect(await window.ask(name, { importId })).toMatchObject({
        ok: false,
        problem: { code: expect.stringMatching(/^(work\.command|import\.already-done|import\.not-found)$/) },
      })
  }
  expect((await importingNow).code).toBe(0)
  await window.close()
  await expectImportedOnce(folder, truth)
}

/** So many rounds, in turn of each kind, at pseudo-random moments that are the same each time. */
export async function expectNothingLostByTwo(truth: Truth, rounds: number): Promise<void> {
  const random = seeded(9)
  const moment = (most: number) => Math.floor(random() * most)
  for (let round = 0; round < rounds; round += 1) {
    const late = [moment(300), moment(300)] as const
    const folder = () => readyFolder(`round-${round}`)
    if (round % 4 === 0) await failingBeginner(truth.city, late)
    else if (round % 4 === 1) await twoImports(truth, folder(), late)
    else if (round % 4 === 2) await twoResumptions(truth, folder(), late)
    else await windowBesideImport(truth, folder(), moment(1200))
  }
}
