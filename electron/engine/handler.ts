import type { CallName, EngineCall, EventName, Events, Input, Output } from '../../shared/contract'
import type { ImportSummary } from '../../shared/contract/importing'
import type { Day } from '../../shared/model/day'
import type { Result } from '../../shared/model/problem'
import type { Database, Owner } from '../store'
import type { CrossCheck } from '../verifier'

/** A running import. */
export interface ImportJob {
  readonly importId: string
  pause(): void
  resume(): void
  /** Stops it and removes what it has stored. */
  cancel(): void
  /** Stops it after the last saved batch, to be resumed later: the program is closing. */
  leave(): void
  readonly ended: Promise<Result<ImportSummary>>
}

/** The progress of work on stored credentials: reverifying them, or rematching unmatched ones. 0 of 0 until their number is known. */
export type VerifyingProgress = Events['verify.progress']

/** The queue of work on stored credentials: reverification, rematching and undo. Each piece of work begins when the one before has ended. */
export interface Verifying {
  /** Resolves when all work enqueued so far has ended. */
  queue: Promise<unknown>
  /** The number of the last request to reverify. */
  lastRequest: number
  /** Null while no work is running. */
  progress: VerifyingProgress | null
  /** Stops running and waiting work; verdicts saved so far stay. */
  stop: AbortController
}

/** A running undo. */
export interface UndoJob {
  readonly importId: string
  stop(): void
  readonly ended: Promise<Result<Output<'import.undo'>>>
}

/** What the handlers work with: the store, the surroundings, and the jobs under way. */
export interface Engine {
  readonly db: Database
  readonly dataFolder: string
  readonly version: string
  /** The built intake worker. */
  readonly workerFile: string
  /** The built worker that checks the database and writes it anew. */
  readonly maintenanceFile: string
  /** The clock: dates the audit log and everything that is done. */
  readonly now: () => Date
  /** The instant at which credentials are verified: the clock, or the fixed instant of `--at`. */
  readonly verifyAt: () => Date
  /** The Japanese day of `verifyAt`. */
  readonly today: () => Day
  readonly newId: () => string
  readonly tell: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  readonly jobs: Map<string, ImportJob>
  /** This engine as the owner of jobs. */
  readonly owner: Owner
  /** Whether a person has confirmed that a program on another PC has ended: its jobs are taken over. */
  readonly takeOver: boolean
  /** The jobs this engine owns, how many times each; what gives signs of life for them; and work under way that ends before the data folder is closed. */
  readonly claims: { readonly jobs: Map<string, number>; readonly working: Set<Promise<unknown>>; beat: NodeJS.Timeout | null }
  /** The folders that were made for the data, the outermost first; removed where nothing comes of the work they were made for. */
  readonly madeFolders: readonly string[]
  readonly verifying: Verifying
  /** Whether this process may use canonicalization plans, and the mismatches it found. */
  readonly crossCheck: CrossCheck
  /** By the import that is undone. */
  readonly undoing: Map<string, UndoJob>
}

/** Answers one call of the contract. The input has been parsed. */
export type Handler<Name extends CallName> = (input: Input<Name>, engine: Engine) => Promise<Result<Output<Name>>> | Result<Output<Name>>

/** A handler for every call whose home is the engine. */
export type Handlers = { readonly [Name in EngineCall]: Handler<Name> }
