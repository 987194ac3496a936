import { z } from 'zod'
import { importSummary, undoState } from './importing'
import { verifyingProgress } from './verification'

/** What the engine tells the window without being asked. */
export const events = {
  'import.progress': importSummary,
  'undo.progress': undoState,
  'verify.progress': verifyingProgress,
  /** Something a screen may show has changed: ask again. */
  'data.changed': z.strictObject({ what: z.enum(['import', 'roster', 'register', 'skills', 'settings', 'verification']) }),
  /** The working process ended on its own. */
  'engine.ended': z.strictObject({ code: z.number() }),
} as const
