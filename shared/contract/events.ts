import { z } from 'zod'
import { importSummary } from './importing'
import { count } from './parts'

/** What the engine tells the window without being asked. */
export const events = {
  'import.progress': importSummary,
  /**
   * Held credentials are being verified again, or the people of those that are nobody's looked for: how many of those that are touched; 0 of 0 until they are
   * known.
   */
  'verify.progress': z.strictObject({ done: count, total: count }),
  /** Something a screen may show has changed: ask again. */
  'data.changed': z.strictObject({ what: z.enum(['import', 'roster', 'register', 'skills', 'settings', 'verification']) }),
  /** The working process ended on its own. */
  'engine.ended': z.strictObject({ code: z.number() }),
} as const
