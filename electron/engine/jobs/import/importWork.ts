import type { ImportSummary } from '../../../../shared/contract/importing'
import type { Units } from '../../../intake'
import type { Engine } from '../../handler'

/** What an import has to do. */
export interface ImportWork {
  readonly importId: string
  readonly units: Units
  /** How many units an earlier run has saved. */
  readonly from: number
  /** The instant at which credentials are verified. */
  readonly verifyAt: Date
}

/** Called with the summary of a running import. */
export type ImportProgress = (summary: ImportSummary) => Promise<void> | void

/** Notifies the window of the progress. */
export const notifyOfImport =
  (engine: Engine): ImportProgress =>
  (summary) =>
    engine.tell('import.progress', summary)
