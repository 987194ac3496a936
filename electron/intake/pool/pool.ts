import type { Problem, Result } from '../../../shared/model/problem'
import type { Mismatch } from '../../verifier'
import type { Units } from '../units'
import { type Assignment, assign, type Batch, cut, isComplete } from './batch'
import type { FromWorker, Task } from './message'
import { unpack } from './pack'
import { type Position, type Runner, startRunner } from './runner'

/** The share of the machine that workers may use. */
export interface PoolLimits {
  readonly workers: number
  /** Units a worker is sent at a time, at most. */
  readonly batch: number
  /** Bytes of the units a worker is sent at a time; a single unit may be larger. */
  readonly batchBytes: number
  /** A unit that takes longer is given up: its worker is ended and a new one continues with the rest. */
  readonly unitSeconds: number
  readonly heapMegabytes: number
}

export const usualLimits: PoolLimits = { workers: 2, batch: 200, batchBytes: 8 * 1024 * 1024, unitSeconds: 30, heapMegabytes: 400 }

/** The result for one unit: the worker's answer, or the reason there is none. */
export type Answered<Value> = Result<Value>

/** Worker threads that serve several tasks, one after the other, and keep their caches and compiled code. */
export interface Pool {
  /**
   * Sends the units to the workers and yields their answers, batch by batch, in the order of the units. At most two batches for each worker are in progress
   * beyond the one that was taken last, so that neither side runs ahead.
   */
  run<Value>(task: Task, units: Units): AsyncGenerator<readonly Answered<Value>[]>
  /** Ends the workers. */
  close(): void
}

/** An answer that is not decoded yet: a message and the place of the value in it. */
interface Sealed<Value> {
  readonly ok: true
  readonly open: () => readonly Value[]
  readonly at: number
}

/** The answer to one unit until its batch is yielded. */
type Known<Value> = Sealed<Value> | Extract<Answered<Value>, { ok: false }>

const opened = <Value>(known: Known<Value>): Answered<Value> => (known.ok ? { ok: true, value: known.open()[known.at]! } : known)

/** Decodes a message when its first value is read. Each task has its own kind of values. */
function opener<Value>(message: FromWorker): () => readonly Value[] {
  let values: readonly Value[] | null = null
  return () => {
    values ??= unpack(message) as unknown as readonly Value[]
    return values
  }
}

/** The batches assigned to a worker, and for how many seconds it has been at the same unit. */
interface Desk<Value> {
  readonly assignments: Assignment<Known<Value>>[]
  seconds: number
  position: Position
}

/** Batches assigned to a worker at a time: one in progress, and one so that it need not wait for the engine. */
const onDesk = 2

/**
 * A pool without a worker: each is started when there is work for it.
 *
 * @param file The built worker.
 * @param signal Ends the work early; earlier answers have been yielded.
 * @param onMismatches Called with the mismatches a worker reports.
 */
export function makePool(file: string, limits: PoolLimits, signal: AbortSignal, onMismatches: (mismatches: readonly Mismatch[]) => void = () => {}): Pool {
  const runners = new Set<Runner>()
  const stop = (runner: Runner) => {
    runners.delete(runner)
    runner.end()
  }

  async function* run<Value>(task: Task, units: Units): AsyncGenerator<readonly Answered<Value>[]> {
    const waiting = cut<Known<Value>>(units, limits)
    const total = waiting.length
    const finished = new Map<number, Batch<Known<Value>>>()
    const desks = new Map<Runner, Desk<Value>>()
    let given = 0
    let wake = () => {}

    const feed = (runner: Runner, desk: Desk<Value>) => {
      const { assignments } = desk
      while (assignments.length < onDesk && waiting[0] !== undefined && waiting[0].index < given + 2 * limits.workers) {
        if (assignments.length === 0) desk.seconds = 0
        const assignment = assign(waiting.shift()!, runner.next())
        assignments.push(assignment)
        runner.hand(task, assignment)
      }
    }
    const close = (batch: Batch<Known<Value>>) => {
      if (isComplete(batch)) {
        finished.set(batch.index, batch)
        wake()
      } else waiting.unshift(batch)
    }
    const take = (runner: Runner, desk: Desk<Value>, message: FromWorker) => {
      const assignment = desk.assignments[0]! // Only assigned units are answered.
      const open = opener<Value>(message)
      for (let at = 0; at < message.count; at++) assignment.batch.answers[assignment.places[assignment.answered++]!] = { ok: true, open, at }
      desk.seconds = 0
      if (message.mismatches) onMismatches(message.mismatches)
      if (assignment.answered < assignment.places.length) return
      desk.assignments.shift()
      close(assignment.batch)
      feed(runner, desk)
    }
    /** Answers the unit a worker failed on with the reason; a new worker continues with the others. One that dies idle is replaced when there is work again. */
    const replace = (runner: Runner, { assignments }: Desk<Value>, problem: Problem) => {
      stop(runner)
      desks.delete(runner)
      const { number, place } = runner.position()
      const [first] = assignments
      // Before its next unit it failed on the way there.
      if (first !== undefined) first.batch.answers[first.places[Math.max(first.number === number ? place : 0, first.answered)]!] = { ok: false, problem }
      for (const { batch } of assignments.toReversed()) close(batch)
      if (assignments.length > 0) spread()
    }
    const seat = (runner: Runner) => {
      const desk: Desk<Value> = { assignments: [], seconds: 0, position: runner.position() }
      desks.set(runner, desk)
      runner.listen({
        answered: (message) => take(runner, desk, message),
        ended: (fault) => replace(runner, desk, { code: 'file.unreadable', detail: fault }),
      })
    }
    const spread = () => {
      while (runners.size < Math.min(limits.workers, waiting.length + desks.size)) {
        const runner = startRunner(file, limits.heapMegabytes)
        runners.add(runner)
        seat(runner)
      }
      for (const [runner, desk] of desks) feed(runner, desk)
    }
    const watch = setInterval(() => {
      for (const [runner, desk] of [...desks]) {
        const now = runner.position()
        const still = now.number === desk.position.number && now.place === desk.position.place
        desk.seconds = still ? desk.seconds + 1 : 0
        desk.position = now
        if (desk.assignments.length > 0 && desk.seconds > limits.unitSeconds)
          replace(runner, desk, { code: 'file.too-slow', detail: String(limits.unitSeconds) })
      }
    }, 1000)
    const awaken = () => wake()
    signal.addEventListener('abort', awaken, { once: true })
    try {
      for (const runner of runners) seat(runner)
      spread()
      while (given < total && !signal.aborted) {
        const batch = finished.get(given)
        if (batch === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        } else {
          finished.delete(given++)
          yield batch.answers.map((known) => opened(known!)) // A finished batch has an answer at each place.
          spread()
        }
      }
    } finally {
      clearInterval(watch)
      signal.removeEventListener('abort', awaken)
      // A worker that is still busy with this task cannot serve the next.
      for (const [runner, { assignments }] of desks) if (assignments.length > 0) stop(runner)
    }
  }

  return {
    run,
    close: () => {
      for (const runner of [...runners]) stop(runner)
    },
  }
}
