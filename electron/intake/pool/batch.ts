import type { Unit } from '../unit'
import type { Units } from '../units'

/** Units that are assigned together, and the answers so far. */
export interface Batch<Answer> {
  readonly index: number
  readonly units: readonly Unit[]
  /** By the place of the unit; undefined where it has no answer yet. */
  readonly answers: (Answer | undefined)[]
}

/** A batch assigned to a worker: those of its units that had no answer yet. */
export interface Assignment<Answer> {
  /** The number by which the worker names it. */
  readonly number: number
  readonly batch: Batch<Answer>
  /** Places in the batch, in the order they were sent. */
  readonly places: readonly number[]
  readonly units: readonly Unit[]
  /** How many of them are answered. */
  answered: number
}

/** Of few units each worker gets several small batches. */
const shares = 20
const smallest = 10

/**
 * Cuts the units into batches with at most so many units and bytes. Of a batch only its place among the units is retained: its units are made when it is
 * assigned.
 */
export function cut<Answer>(units: Units, { batch, batchBytes }: { readonly batch: number; readonly batchBytes: number }): Batch<Answer>[] {
  const most = Math.min(batch, Math.max(smallest, Math.ceil(units.length / shares)))
  const batches: Batch<Answer>[] = []
  for (let start = 0; start < units.length; ) {
    const next = units.slice(start, start + most)
    let [count, bytes] = [0, 0]
    while (count < next.length && (count === 0 || bytes + next[count]!.size <= batchBytes)) bytes += next[count++]!.size
    const [from, to] = [start, start + count]
    const answers = new Array<undefined>(count).fill(undefined)
    batches.push({
      index: batches.length,
      get units() {
        return units.slice(from, to)
      },
      answers,
    })
    start = to
  }
  return batches
}

/** Does each unit have an answer? */
export const isComplete = (batch: Batch<unknown>): boolean => !batch.answers.includes(undefined)

/** Assigns a batch, without the units that have an answer already. */
export function assign<Answer>(batch: Batch<Answer>, number: number): Assignment<Answer> {
  const { units } = batch
  const places = [...units.keys()].filter((place) => batch.answers[place] === undefined)
  return { number, batch, places, units: places.map((place) => units[place]!), answered: 0 }
}
