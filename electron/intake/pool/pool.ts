import type { Problem } from '../../../shared/model/problem'
import type { Mismatch } from '../../verifier'
import type { Units } from '../units'
import { type Assignment, assign, type Batch, cut, isComplete } from './batch'
import type { FromWorker, Task } from './message'
import { unpack } from './pack'
import { type Position, type Runner, startRunner } from './runner'

/** How much of the machine the workers may take. */
export interface PoolLimits {
  readonly workers: number
  /** Units a worker is handed at a time, at most. */
  readonly batch: number
  /** Bytes of the units a worker is handed at a time; a single unit may be larger. */
  readonly batchBytes: number
  /** A unit that takes longer is given up: its worker is ended and another goes on with the rest. */
  readonly unitSeconds: number
  readonly heapMegabytes: number
}

export const usualLimits: PoolLimits = { workers: 2, batch: 200, batchBytes: 8 * 1024 * 1024, unitSeconds: 30, heapMegabytes: 400 }

/** What became of one unit: the worker's answer, or why there is none. */
export type Answered<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

/** Worker threads that stay for several tasks, one after the other: what they have learned to do quickly they keep. */
export interface Pool {
  /**
   * Hands the units to the workers and gives their answers back, batch by batch, in the order of the units.
   * At most two batches a worker are under way beyond the one that was taken last, so that neither side runs ahead of the other.
   */
  run<Value>(task: Task, units: Units): AsyncGenerator<readonly Answered<Value>[]>
  /** Ends the workers. */
  close(): void
}

/** An answer that has come and is not opened yet: which of the values in which message. */
interface Sealed<Value> {
  readonly ok: true
  readonly open: () => readonly Value[]
  readonly at: number
}

/** What is known of one unit while its batch waits for its turn. */
type Known<Value> = Sealed<Value> | Extract<Answered<Value>, { ok: false }>

const opened = <Value>(known: Known<Value>): Answered<Value> => (known.ok ? { ok: true, value: known.open()[known.at]! } : known)

/** Opens a message when its first value is asked for. Each task has its own kind of values: lists of what that task looks for. */
function opener<Value>(message: FromWorker): () => readonly Value[] {
  let values: readonly Value[] | null = null
  return () => {
    values ??= unpack(message) as unknown as readonly Value[]
    return values
  }
}

/** What a worker has before it, and for how many seconds it has position at the same unit. */
interface Desk<Value> {
  readonly assignments: Assignment<Known<Value>>[]
  seconds: number
  position: Position
}

/** Batches a worker has before it at a time: one it works on, and one so that it need not wait for the engine. */
const onDesk = 2

/**
 * A pool without a worker yet: each is started when there is work for it.
 *
 * @param file The built worker.
 * @param signal Ends the work early; what was answered before has been given.
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
      const assignment = desk.assignments[0]! // Nothing is answered that was not handed over.
      const open = opener<Value>(message)
      for (let at = 0; at < message.count; at++) assignment.batch.answers[assignment.places[assignment.answered++]!] = { ok: true, open, at }
      desk.seconds = 0
      if (message.mismatches) onMismatches(message.mismatches)
      if (assignment.answered < assignment.places.length) return
      desk.assignments.shift()
      close(assignment.batch)
      feed(runner, desk)
    }
    /** The unit a worker broke on is answered with the reason; a new worker goes on with the others. One that dies idle is replaced when there is work again. */
    const replace = (runner: Runner, { assignments }: Desk<Value>, problem: Problem) => {
      stop(runner)
      desks.delete(runner)
      const { number, place } = runner.position()
      const [first] = assignments
      // Where it had not begun with the next unit, it broke on the way there.
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
      // A worker that is still busy with this task is of no use for the next.
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
