import type { Unit } from './unit'

/** Units that are handed out together, and what is known of each so far. */
export interface Batch<Answer> {
  readonly index: number
  readonly units: readonly Unit[]
  /** By the place of the unit; undefined where it has no answer yet. */
  readonly answers: (Answer | undefined)[]
}

/** A batch in the hands of a worker: those of its units that had no answer yet. */
export interface Assignment<Answer> {
  /** By which the worker names it. */
  readonly number: number
  readonly batch: Batch<Answer>
  /** Places in the batch, in the order they were handed over. */
  readonly places: readonly number[]
  readonly units: readonly Unit[]
  /** How many of them are answered. */
  answered: number
}

/** Small things share the workers better in small batches: of little work each worker gets several. */
const shares = 20
const smallest = 10

/** Cuts the units into batches of no more than so many units and, where they are large, of no more than so many bytes. */
export function cut<Answer>(units: readonly Unit[], { batch, batchBytes }: { readonly batch: number; readonly batchBytes: number }): Batch<Answer>[] {
  const most = Math.min(batch, Math.max(smallest, Math.ceil(units.length / shares)))
  const batches: Batch<Answer>[] = []
  for (let start = 0, end = 0; start < units.length; start = end) {
    let bytes = 0
    for (end = start; end < units.length && end - start < most && (end === start || bytes + units[end]!.size <= batchBytes); end++) bytes += units[end]!.size
    const taken = units.slice(start, end)
    batches.push({ index: batches.length, units: taken, answers: taken.map(() => undefined) })
  }
  return batches
}

/** Has each unit its answer? */
export const isComplete = (batch: Batch<unknown>): boolean => !batch.answers.includes(undefined)

/** Hands a batch over: what of it has an answer already stays out. */
export function assign<Answer>(batch: Batch<Answer>, number: number): Assignment<Answer> {
  const places = [...batch.units.keys()].filter((place) => batch.answers[place] === undefined)
  return { number, batch, places, units: places.map((place) => batch.units[place]!), answered: 0 }
}
