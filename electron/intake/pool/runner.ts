import { Worker } from 'node:worker_threads'
import type { Unit } from '../unit'
import { type FromWorker, makePulse, type Task, type ToWorker } from './message'

/** A unit by its message and its place in it. */
export interface Position {
  readonly number: number
  readonly place: number
}

/** Who hears of a worker. */
export interface RunnerListener {
  readonly answered: (message: FromWorker) => void
  /** @param fault What it died of, in the engine's words. */
  readonly ended: (fault: string) => void
}

/** A worker thread. */
export interface Runner {
  /** Who hears of it from now on. */
  listen(listener: RunnerListener): void
  /** The number of the next message of units. */
  next(): number
  hand(task: Task, message: { readonly number: number; readonly units: readonly Unit[] }): void
  /** At which unit of which message it is: both -1 before the first. */
  position(): Position
  end(): void
}

/** What has just come into being and is mostly thrown away again. The engine would let it grow to several times this, for nothing gained. */
const youngMegabytes = 32

/** Starts a worker thread. It is told its task with the first units it is handed of it. */
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
  // Not on 'error': answers may still be on their way then, and the blame would fall on a unit that was answered well.
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
      worker.on('error', () => {}) // A worker that is being ended has nothing more to send.
      void worker.terminate()
    },
  }
}
