import { z } from 'zod'
import { facts } from './change'
import { importSummary, undoState } from './importing'
import { verifyingProgress } from './verification'

/** What the engine tells the window without being asked. */
export const events = {
  'import.progress': importSummary,
  'undo.progress': undoState,
  'verify.progress': verifyingProgress,
  /** These facts have changed; the calls whose answers depend on them are asked again. */
  'data.changed': z.strictObject({ facts: z.array(z.enum(facts)).min(1).readonly(), calls: z.array(z.string()).readonly() }),
  /** The working process ended on its own. */
  'engine.ended': z.strictObject({ code: z.number() }),
} as const
