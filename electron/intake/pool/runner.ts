import { Worker } from 'node:worker_threads'
import type { Unit } from '../unit'
import { type FromWorker, makePulse, type Task, type ToWorker } from './message'

/** A unit by its message and its place in it. */
export interface Position {
  readonly number: number
  readonly place: number
}

/** Callbacks for the events of a worker. */
export interface RunnerListener {
  readonly answered: (message: FromWorker) => void
  /** @param fault Why it ended, as Node reports it. */
  readonly ended: (fault: string) => void
}

/** A worker thread. */
export interface Runner {
  /** Sets the callbacks from now on. */
  listen(listener: RunnerListener): void
  /** The number of the next message of units. */
  next(): number
  hand(task: Task, message: { readonly number: number; readonly units: readonly Unit[] }): void
  /** The unit a worker is at: both numbers -1 before the first. */
  position(): Position
  end(): void
}

/** Young-generation limit: most new objects are short-lived. V8 would let it grow to several times this without any gain. */
const youngMegabytes = 32

/** Starts a worker thread. It is sent its task with the first units of that task. */
export function startRunner(file: string, heapMegabytes: number): Runner {
  const pulse = makePulse()
  const worker = new Worker(file, {
    workerData: { pulse },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  let listener: RunnerListener | null = null
  let task: Task | null = null
  let fault = ''
  let messages = 0
  worker.on('message', (message: FromWorker) => listener?.answered(message))
  worker.on('error', (error) => {
    fault = error.message
  })
  // Not on 'error': answers may still arrive then, and an answered unit would be blamed.
  worker.on('exit', (code) => listener?.ended(fault === '' ? `exit ${code}` : fault))
  const send = (message: ToWorker) => worker.postMessage(message)
  return {
    listen: (next) => {
      listener = next
    },
    next: () => messages++,
    hand: (wanted, { number, units }) => {
      if (task !== wanted) send({ task: wanted })
      task = wanted
      send({ number, units })
    },
    position: () => ({ number: Atomics.load(pulse, 0), place: Atomics.load(pulse, 1) }),
    end: () => {
      worker.removeAllListeners()
      worker.on('error', () => {}) // A worker that is being ended reports nothing more.
      void worker.terminate()
    },
  }
}
