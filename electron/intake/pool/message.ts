import type { VerifierContext } from '../../verifier/context/context'
import type { Difference } from '../../verifier/jsonld/shadow'
import type { Seeking, Wanted } from '../seek'
import type { Unit } from '../unit'
import type { Packed } from './pack'

/** What a worker is there for: to gather supporting documents; to look for people; to verify with all documents in hand, for looking at; the same, to be kept. */
export type Task =
  | { readonly kind: 'gather' }
  | { readonly kind: 'seek'; readonly seeking: Seeking }
  | ({ readonly kind: 'inspect' } & Judging)
  | ({ readonly kind: 'keep'; readonly seeking: Seeking } & Judging)

interface Judging {
  readonly context: VerifierContext
  /** Whether statements may be written by plans: not where one was found wrong. */
  readonly plans: boolean
}

/** Somebody's credential that is held already, whose people are looked for: it takes the place of a file. */
export interface WantedUnit extends Unit {
  readonly wanted: Wanted
}

/** Engine → worker: what to do from now on, or units to go through, in this order. Several messages of units may wait. */
export type ToWorker = { readonly task: Task } | { readonly number: number; readonly units: readonly Unit[] }

/** Worker → engine: answers to the next units of the message it is at, a list of things for each; and what was found to differ on a second look, if anything was. */
export type FromWorker = Packed & { readonly differences?: readonly Difference[] }

/**
 * Where a worker stands, written by it and read by the engine at any time, without a message: a worker that hangs or dies can say nothing more.
 * `[number of the message, place of the unit in it]`.
 */
export const makePulse = (): Int32Array => new Int32Array(new SharedArrayBuffer(8)).fill(-1)
