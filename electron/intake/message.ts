import type { VerifierContext } from '../verifier/context'
import type { Unit } from './unit'

/** What a worker is there for: to gather supporting documents, or to verify with all of them in hand. */
export type Task = { readonly kind: 'gather' } | { readonly kind: 'verify'; readonly context: VerifierContext }

/** Engine → worker: units to go through, in this order. */
export interface ToWorker {
  readonly units: readonly Unit[]
}

/** Worker → engine: the answer to the next unit. */
export interface FromWorker<Value> {
  readonly value: Value
}
