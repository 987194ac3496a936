import { Worker } from 'node:worker_threads'
import type { Problem } from '../../shared/model/problem'
import type { FromWorker, Task, ToWorker } from './message'
import type { Unit } from './unit'

/** How much of the machine the workers may take. */
export interface PoolLimits {
  readonly workers: number
  /** Units a worker is handed at a time. */
  readonly batch: number
  /** A unit that takes longer is given up: its worker is ended and another goes on with the rest. */
  readonly unitSeconds: number
  readonly heapMegabytes: number
}

export const usualLimits: PoolLimits = { workers: 2, batch: 50, unitSeconds: 30, heapMegabytes: 400 }

/** What became of one unit: the worker's answer, or why there is none. */
export type Answered<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

interface Batch<Value> {
  readonly index: number
  readonly units: readonly Unit[]
  readonly answers: Answered<Value>[]
}

/** A worker thread, what it is busy with, for how many seconds its present unit has stood still, and what it died of. */
interface Runner<Value> {
  readonly worker: Worker
  batch: Batch<Value> | null
  seconds: number
  fault: string
}

function cut<Value>(units: readonly Unit[], size: number): Batch<Value>[] {
  return Array.from({ length: Math.ceil(units.length / size) }, (_, index) => ({ index, units: units.slice(index * size, (index + 1) * size), answers: [] }))
}

/**
 * Hands the units to worker threads and gives their answers back, batch by batch, in the order of the units.
 * At most two batches a worker are under way beyond the one that was taken last, so that neither side runs ahead of the other.
 *
 * @param file The built worker.
 * @param signal Ends the work early; what was answered before has been given.
 */
export async function* runInWorkers<Value>(
  file: string,
  task: Task,
  units: readonly Unit[],
  limits: PoolLimits,
  signal: AbortSignal,
): AsyncGenerator<readonly Answered<Value>[]> {
  const waiting = cut<Value>(units, limits.batch)
  const total = waiting.length
  const finished = new Map<number, Batch<Value>>()
  const runners = new Set<Runner<Value>>()
  let given = 0
  let wake = () => {}

  const feed = (runner: Runner<Value>) => {
    if (runner.batch !== null || waiting[0] === undefined || waiting[0].index >= given + 2 * limits.workers) return
    runner.batch = waiting.shift()!
    runner.seconds = 0
    runner.worker.postMessage({ units: runner.batch.units.slice(runner.batch.answers.length) } satisfies ToWorker)
  }
  /** @returns whether the batch is complete with this answer. */
  const record = (batch: Batch<Value>, answer: Answered<Value>): boolean => {
    batch.answers.push(answer)
    if (batch.answers.length < batch.units.length) return false
    finished.set(batch.index, batch)
    wake()
    return true
  }
  const take = (runner: Runner<Value>, value: Value) => {
    runner.seconds = 0
    if (runner.batch === null || !record(runner.batch, { ok: true, value })) return
    runner.batch = null
    feed(runner)
  }
  const stop = (runner: Runner<Value>) => {
    runners.delete(runner)
    runner.worker.removeAllListeners()
    runner.worker.on('error', () => {}) // A worker that is being ended has nothing more to say.
    void runner.worker.terminate()
  }
  /** The unit a worker broke on is answered with the reason; a new worker goes on behind it. One that dies idle is replaced when there is work again. */
  const replace = (runner: Runner<Value>, problem: Problem) => {
    stop(runner)
    if (runner.batch === null) return
    if (!record(runner.batch, { ok: false, problem })) waiting.unshift(runner.batch)
    start()
  }
  const start = () => {
    const worker = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes } })
    const runner: Runner<Value> = { worker, batch: null, seconds: 0, fault: '' }
    worker.on('message', ({ value }: FromWorker<Value>) => take(runner, value))
    worker.on('error', (error) => {
      runner.fault = error.message
    })
    // Not on 'error': answers may still be on their way then, and the blame would fall on a unit that was answered well.
    worker.on('exit', (code) => replace(runner, { code: 'file.unreadable', detail: runner.fault === '' ? `exit ${code}` : runner.fault }))
    runners.add(runner)
    feed(runner)
  }

  const watch = setInterval(() => {
    for (const runner of [...runners]) {
      if (runner.batch !== null && ++runner.seconds > limits.unitSeconds) replace(runner, { code: 'file.too-slow', detail: String(limits.unitSeconds) })
    }
  }, 1000)
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    for (let count = 0; count < Math.min(limits.workers, total); count++) start()
    while (given < total && !signal.aborted) {
      const batch = finished.get(given)
      if (batch === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      } else {
        finished.delete(given++)
        yield batch.answers
        for (const runner of runners) feed(runner)
        while (runners.size < Math.min(limits.workers, waiting.length)) start()
      }
    }
  } finally {
    clearInterval(watch)
    for (const runner of runners) stop(runner)
  }
}
