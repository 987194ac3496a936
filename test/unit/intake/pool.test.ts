import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openIntake, type Unit } from '../../../electron/intake'
import type { Task } from '../../../electron/intake/pool/message'
import { type Answered, makePool, type PoolLimits } from '../../../electron/intake/pool/pool'
import { buildContext } from '../../../electron/verifier'
import { scratch } from '../../fixtures/scratch'

/* A fake worker that acts by the name of each unit, to test the pool. */
const sending = `const { DefaultSerializer } = require('node:v8')
  const send = (lists) => {
    const serializer = new DefaultSerializer()
    serializer.writeHeader()
    for (const list of lists) serializer.writeValue(list)
    const text = serializer.releaseBuffer()
    const message = { form: 'clone', count: lists.length, filesAt: text.length, bytes: new Uint8Array(text).buffer }
    require('node:worker_threads').parentPort.postMessage(message)
  }`
const worker = join(scratch(), 'worker.cjs')
writeFileSync(
  worker,
  `${sending}
      const { parentPort, workerData } = require('node:worker_threads')
  parentPort.on('message', ({ number, units = [] }) => {
    const lists = []
    for (const [place, { source }] of units.entries()) {
      Atomics.store(workerData.pulse, 1, place)
      Atomics.store(workerData.pulse, 0, number)
      if (source.startsWith('hang')) for (;;) {}
      if (source.startsWith('throw')) throw new Error('broke on ' + source)
      if (source.startsWith('exit')) process.exit(3)
      if (source.startsWith('memory')) { const held = []; for (;;) held.push(new Array(1e6).fill(source)) }
      if (source.startsWith('wait')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(source.slice(4)))
      lists.push([{ says: source + '!' }])
    }
    if (lists.length > 0) send(lists)
  })`,
)

const units = (...sources: readonly string[]): readonly Unit[] => sources.map((source) => ({ source, path: source, entry: null, size: 1 }))
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `u${index}`)
const limits: PoolLimits = { workers: 2, batch: 5, batchBytes: 1000, unitSeconds: 60, heapMegabytes: 64 }

/** An answer of the fake worker. */
type Said = readonly { readonly says: string }[]
const never = new AbortController().signal
const said = (answer: Answered<Said>) => (answer.ok ? answer.value[0]!.says : answer.problem.code)

async function all(sources: readonly string[], more: Partial<PoolLimits> = {}, file = worker): Promise<readonly string[]> {
  const pool = makePool(file, { ...limits, ...more }, never)
  const answers: string[] = []
  for await (const batch of pool.run<Said>({ kind: 'gather' }, units(...sources))) answers.push(...batch.map(said))
  pool.close()
  return answers
}

describe('several workers', () => {
  it('answer in the order of the units, whichever of them is slow', async () => {
    const sources = many(103).map((name, index) => (index % 9 === 0 ? `wait${index}` : name))
    expect(await all(sources, { workers: 3, batch: 4 })).toEqual(sources.map((source) => `${source}!`))
  })

  it('give no answer where there is no unit', async () => {
    expect(await all([])).toEqual([])
  })

  for (const [fault, code] of [
    ['hang', 'file.too-slow'],
    ['throw', 'file.unreadable'],
    ['exit', 'file.unreadable'],
    ['memory', 'file.unreadable'],
  ] as const) {
    it(`give up a unit on which one of them must ${fault}, that one alone, and continue with the rest`, async () => {
      const sources = [...many(7), `${fault}1`, ...many(6), `${fault}2`, ...many(4)]
      const given = await all(sources, fault === 'hang' ? { unitSeconds: 3 } : {})
      expect(given).toEqual(sources.map((source) => (source.startsWith(fault) ? code : `${source}!`)))
    })
  }

  it('give up every unit where each of them fails, and end', async () => {
    expect(await all(many(7).map((name) => `throw${name}`))).toEqual(many(7).map(() => 'file.unreadable'))
  })

  it('that cannot start end too', async () => {
    expect(await all(many(12), {}, join(tmpdir(), 'there-is-no-such-worker.cjs'))).toEqual(many(12).map(() => 'file.unreadable'))
  })

  it('stop when the signal is aborted, between two batches and in the middle of one', async () => {
    for (const first of ['u', 'hang']) {
      const stop = new AbortController()
      const taken: string[] = []
      const sources = [...many(10), `${first}0`, ...many(200)]
      setTimeout(() => stop.abort(), first === 'hang' ? 300 : 0)
      const pool = makePool(worker, limits, stop.signal)
      for await (const batch of pool.run<Said>({ kind: 'gather' }, units(...sources))) {
        taken.push(...batch.map(said))
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      pool.close()
      expect(taken).toEqual(sources.slice(0, taken.length).map((source) => `${source}!`))
      expect(taken.length).toBeLessThan(sources.length)
    }
  })

  it('run at most two batches each ahead of what was taken', async () => {
    const seen = join(scratch(), 'seen.cjs')
    writeFileSync(
      seen,
      `${sending}
      const { parentPort } = require('node:worker_threads')
      let answered
      parentPort.on('message', ({ task, units = [] }) => {
        if (task) answered = new Int32Array(task.context)
        if (units.length === 0) return
        Atomics.add(answered, 0, units.length)
        send(units.map(({ source }) => [{ says: source }]))
      })`,
    )
    const shared = new SharedArrayBuffer(4)
    const answered = new Int32Array(shared)
    const sources = units(...many(200))
    let taken = 0
    // The pool sends its task to the worker unchanged.
    const task = { kind: 'inspect', context: shared } as unknown as Task
    const pool = makePool(seen, limits, never)
    for await (const batch of pool.run<Said>(task, sources)) {
      taken += batch.length
      await new Promise((resolve) => setTimeout(resolve, 5))
      // Two workers, two batches of at most ten each, beyond the batch that was taken.
      expect(answered[0]).toBeLessThanOrEqual(taken + 2 * 2 * 5)
    }
    pool.close()
    expect([taken, answered[0]]).toEqual([200, 200])
  })

  it('serve the next task, which is sent to them', async () => {
    const telling = join(scratch(), 'telling.cjs')
    writeFileSync(
      telling,
      `${sending}
      const { parentPort, threadId } = require('node:worker_threads')
      let kind
      parentPort.on('message', ({ task, units = [] }) => {
        if (task) kind = task.kind
        if (units.length > 0) send(units.map(() => [{ says: kind, threadId }]))
      })`,
    )
    const pool = makePool(telling, { ...limits, workers: 1 }, never)
    const heard: unknown[] = []
    for (const task of [{ kind: 'gather' }, { kind: 'inspect' }, { kind: 'gather' }] as unknown as readonly Task[])
      for await (const batch of pool.run<readonly unknown[]>(task, units('a'))) for (const answer of batch) if (answer.ok) heard.push(...answer.value)
    pool.close()
    const threads = new Set(heard.map((one) => (one as { threadId: number }).threadId))
    expect([heard.map((one) => (one as { says: string }).says), threads.size]).toEqual([['gather', 'inspect', 'gather'], 1])
  })

  it('keep every answer of a unit before the one that ends its worker, and process no answered unit twice', async () => {
    const once = join(scratch(), 'once.cjs')
    writeFileSync(
      once,
      `${sending}
      const { parentPort, workerData } = require('node:worker_threads')
      parentPort.on('message', ({ number, units = [] }) => {
        for (const [place, { source }] of units.entries()) {
          Atomics.store(workerData.pulse, 1, place)
          Atomics.store(workerData.pulse, 0, number)
          if (source === 'u3') throw new Error('broke')
          send([[{ says: source + ' of ' + units.length }]])
        }
      })`,
    )
    expect(await all(many(5), {}, once)).toEqual(['u0 of 5', 'u1 of 5', 'u2 of 5', 'file.unreadable', 'u4 of 1'])
  })
})

describe('the intake', () => {
  const surroundings = { workerFile: worker, limits, signal: never }

  it('reports a unit that was given up as unreadable, by its name, with the reason', async () => {
    const broken = join(scratch(), 'broken.cjs')
    writeFileSync(broken, `require('node:worker_threads').parentPort.on('message', () => { throw new Error('broke') })`)
    const found = []
    const intake = openIntake({ ...surroundings, workerFile: broken })
    for await (const lists of intake.inspect(units('a.json', 'b.json'), buildContext([], { issuers: [] }, new Date(0)))) found.push(...lists.flat())
    intake.close()
    expect(found).toEqual(['a.json', 'b.json'].map((source) => ({ kind: 'unreadable', source, problem: { code: 'file.unreadable', detail: 'broke' } })))
  })

  it('gathers no documents from unreadable units', async () => {
    const broken = join(scratch(), 'broken.cjs')
    writeFileSync(broken, `require('node:worker_threads').parentPort.on('message', () => process.exit(1))`)
    const intake = openIntake({ ...surroundings, workerFile: broken })
    expect(await intake.gather(units('a.json', 'b.json'))).toEqual([])
    intake.close()
  })
})
