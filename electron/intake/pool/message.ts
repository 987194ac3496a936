import type { ContextData, Mismatch } from '../../verifier'
import type { Seeking, Wanted } from '../seek'
import type { Unit } from '../unit'
import type { Packed } from './pack'

/** What a worker does: gather supporting documents; find people; verify with all documents, to show the result; the same, to store it. */
export type Task =
  | { readonly kind: 'gather' }
  | { readonly kind: 'seek'; readonly seeking: Seeking }
  | ({ readonly kind: 'inspect' } & Verifying)
  | ({ readonly kind: 'keep'; readonly seeking: Seeking } & Verifying)

interface Verifying {
  readonly context: ContextData
  /** Whether canonicalization plans may be used: not after a mismatch. */
  readonly plans: boolean
}

/** A stored credential whose people are searched for: it takes the place of a file. */
export interface WantedUnit extends Unit {
  readonly wanted: Wanted
}

/** Engine → worker: the task from now on, or units to process, in this order. Several messages of units may be queued. */
export type ToWorker = { readonly task: Task } | { readonly number: number; readonly units: readonly Unit[] }

/** Worker → engine: answers for the next units of the current message, a list for each unit; and the mismatches of cross-checks, if there are any. */
export type FromWorker = Packed & { readonly mismatches?: readonly Mismatch[] }

/**
 * Shared memory with the unit a worker is processing: `[number of the message, place of the unit in it]`. The worker writes it and the engine reads it without
 * a message, since a worker that is stuck or dies sends none.
 */
export const makePulse = (): Int32Array => new Int32Array(new SharedArrayBuffer(8)).fill(-1)
