import type { CallName, EventName, Events, Input, Output } from '../../shared/contract'
import type { Day } from '../../shared/model/day'
import type { Result } from '../../shared/model/problem'
import type { Database } from '../store'
import type { ImportJob } from './jobs/importJob'

/** What the handlers work with: the store, the surroundings, and the jobs under way. */
export interface Engine {
  readonly db: Database
  readonly dataFolder: string
  readonly version: string
  /** The built intake worker. */
  readonly workerFile: string
  readonly now: () => Date
  readonly today: () => Day
  readonly newId: () => string
  readonly tell: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  readonly jobs: Map<string, ImportJob>
}

/** Answers one call of the contract. The input has been parsed. */
export type Handler<Name extends CallName> = (input: Input<Name>, engine: Engine) => Promise<Result<Output<Name>>> | Result<Output<Name>>
