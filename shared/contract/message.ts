import type { Problem, Result } from '../model/problem'
import type { CallName, EventName } from './index'

/** Shell → engine. */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  /** Finish what is being written, close the database, and end. */
  | { readonly kind: 'close' }

/** Engine → shell. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** The database could not be opened; the engine ends after saying so. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: unknown }
