import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gatherSupport, inspectUnits, type Unit } from '../../../electron/intake'
import { type Answered, runInWorkers } from '../../../electron/intake/pool'
import { buildContext } from '../../../electron/verifier'
import { scratch } from '../../fixtures/scratch'

/* A make-believe worker does what the name of each unit says, so that what the pool does about it can be seen. */
const worker = join(scratch(), 'worker.cjs')
writeFileSync(
  worker,
  `const { parentPort, threadId } = require('node:worker_threads')
  parentPort.on('message', ({ units }) => {
    for (const { source } of units) {
      if (source.startsWith('hang')) for (;;) {}
      if (source.startsWith('throw')) throw new Error('broke on ' + source)
      if (source.startsWith('exit')) process.exit(3)
      if (source.startsWith('memory')) { const held = []; for (;;) held.push(new Array(1e6).fill(source)) }
      if (source.startsWith('wait')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(source.slice(4)))
      parentPort.postMessage({ value: source + '!' })
    }
  })`,
)

const units = (...sources: readonly string[]): readonly Unit[] => sources.map((source) => ({ source, path: source, entry: null }))
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `u${index}`)
const limits = { workers: 2, batch: 5, unitSeconds: 60, heapMegabytes: 64 }
const never = new AbortController().signal
const said = (answer: Answered<string>) => (answer.ok ? answer.value : answer.problem.code)

async function all(sources: readonly string[], more: Partial<typeof limits> = {}, file = worker): Promise<readonly string[]> {
  const answers: string[] = []
  for await (const batch of runInWorkers<string>(file, { kind: 'gather' }, units(...sources), { ...limits, ...more }, never)) answers.push(...batch.map(said))
  return answers
}

describe('several workers', () => {
  it('answer in the order of the units, whichever of them is slow', async () => {
    const sources = many(103).map((name, index) => (index % 9 === 0 ? `wait${index}` : name))
    expect(await all(sources, { workers: 3, batch: 4 })).toEqual(sources.map((source) => `${source}!`))
  })

  it('have nothing to answer where there is nothing to do', async () => {
    expect(await all([])).toEqual([])
  })

  for (const [fault, code] of [
    ['hang', 'file.too-slow'],
    ['throw', 'file.unreadable'],
    ['exit', 'file.unreadable'],
    ['memory', 'file.unreadable'],
  ] as const) {
    it(`give up a unit on which one of them must ${fault}, that one alone, and go on with the rest`, async () => {
      const sources = [...many(7), `${fault}1`, ...many(6), `${fault}2`, ...many(4)]
      const given = await all(sources, fault === 'hang' ? { unitSeconds: 3 } : {})
      expect(given).toEqual(sources.map((source) => (source.startsWith(fault) ? code : `${source}!`)))
    })
  }

  it('give up every unit where each of them breaks, and come to an end', async () => {
    expect(await all(many(7).map((name) => `throw${name}`))).toEqual(many(7).map(() => 'file.unreadable'))
  })

  it('that cannot even start come to an end too', async () => {
    expect(await all(many(12), {}, join(tmpdir(), 'there-is-no-such-worker.cjs'))).toEqual(many(12).map(() => 'file.unreadable'))
  })

  it('stop when they are told to, between two batches and in the middle of one', async () => {
    for (const first of ['u', 'hang']) {
      const stop = new AbortController()
      const taken: string[] = []
      const sources = [...many(10), `${first}0`, ...many(200)]
      setTimeout(() => stop.abort(), first === 'hang' ? 300 : 0)
      for await (const batch of runInWorkers<string>(worker, { kind: 'gather' }, units(...sources), { ...limits, unitSeconds: 60 }, stop.signal)) {
        taken.push(...batch.map(said))
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      expect(taken).toEqual(sources.slice(0, taken.length).map((source) => `${source}!`))
      expect(taken.length).toBeLessThan(sources.length)
    }
  })

  it('run no further ahead than two batches each of what was taken', async () => {
    const seen = join(scratch(), 'seen.cjs')
    writeFileSync(
      seen,
      `const { parentPort, workerData } = require('node:worker_threads')
      const answered = new Int32Array(workerData.context)
      parentPort.on('message', ({ units }) => { for (const { source } of units) { Atomics.add(answered, 0, 1); parentPort.postMessage({ value: source }) } })`,
    )
    const shared = new SharedArrayBuffer(4)
    const answered = new Int32Array(shared)
    const sources = units(...many(200))
    let taken = 0
    // The pool hands its task to the worker as it is.
    const task = { kind: 'verify', context: shared } as unknown as Parameters<typeof runInWorkers>[1]
    for await (const batch of runInWorkers<string>(seen, task, sources, limits, never)) {
      taken += batch.length
      await new Promise((resolve) => setTimeout(resolve, 5))
      // Two workers, two batches of five each, beyond the batch that is in hand.
      expect(answered[0]).toBeLessThanOrEqual(taken + 2 * 2 * 5)
    }
    expect([taken, answered[0]]).toEqual([200, 200])
  })
})

describe('the intake', () => {
  const surroundings = { workerFile: worker, limits, signal: never }

  it('says of a unit that was given up that it is unreadable, by its name, and why', async () => {
    const broken = join(scratch(), 'broken.cjs')
    writeFileSync(broken, `require('node:worker_threads').parentPort.on('message', () => { throw new Error('broke') })`)
    const found = []
    for await (const lists of inspectUnits(units('a.json', 'b.json'), buildContext([], { issuers: [] }, new Date(0)), { ...surroundings, workerFile: broken }))
      found.push(...lists.flat())
    expect(found).toEqual(['a.json', 'b.json'].map((source) => ({ kind: 'unreadable', source, problem: { code: 'file.unreadable', detail: 'broke' } })))
  })

  it('gathers no documents from what cannot be read', async () => {
    const broken = join(scratch(), 'broken.cjs')
    writeFileSync(broken, `require('node:worker_threads').parentPort.on('message', () => process.exit(1))`)
    expect(await gatherSupport(units('a.json', 'b.json'), { ...surroundings, workerFile: broken })).toEqual([])
  })
})
