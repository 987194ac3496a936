import { z } from 'zod'
import { call } from './call'
import { jobs, reverifies } from './change'
import { axes, count, day, grade, grades, nothing, page, path, problem } from './parts'

/** What keeps badges of an import from counting, or may: each a sum of `import.read`, and a list. Rejected ones are left aside. */
export const among = z.enum(['expired', 'revoked', 'statusUnknown'])
export type Among = z.infer<typeof among>

/** Each received thing falls in exactly one of these. */
export const outcome = z.enum(['new', 'replaced', 'duplicate', 'unmatched', 'rejected', 'support', 'unreadable', 'ignored'])
export type Outcome = z.infer<typeof outcome>
export const outcomeCounts = z.strictObject({
  new: count,
  replaced: count,
  duplicate: count,
  unmatched: count,
  rejected: count,
  support: count,
  unreadable: count,
  ignored: count,
})
export type OutcomeCounts = z.infer<typeof outcomeCounts>

export const importSummary = z.strictObject({
  importId: z.string(),
  /** RFC 3339 instants, UTC. `at` is the instant verification judged time by. */
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  at: z.string(),
  /** `undoing`: an undo has begun and not ended. */
  state: z.enum(['running', 'paused', 'done', 'cancelled', 'interrupted', 'undoing', 'undone']),
  sources: z.array(z.string()),
  /** Things looked at so far, and to be looked at; `total` is null until everything has been listed. */
  done: count,
  total: count.nullable(),
  received: count,
  outcomes: outcomeCounts,
  grades,
})
export type ImportSummary = z.infer<typeof importSummary>

export const importItem = z.strictObject({
  sequence: count,
  source: z.string(),
  outcome,
  problem: problem.nullable(),
  supportType: z.string().nullable(),
  credentialId: count.nullable(),
  achievementName: z.string().nullable(),
  grade: grade.nullable(),
  axes: axes.nullable(),
  staffNumber: z.string().nullable(),
  personName: z.string().nullable(),
})
export type ImportItem = z.infer<typeof importItem>

/** An undo that has begun and not ended: until then every number may still contain some of the import. `running` is false where it was stopped. */
export const undoState = z.strictObject({ importId: z.string(), done: count, total: count, running: z.boolean() })
export type UndoState = z.infer<typeof undoState>

const id = z.strictObject({ importId: z.string().min(1).max(64) })

export const importCalls = {
  /** Begins an import; progress comes as `import.progress` events. */
  'import.start': call(
    'engine',
    { changes: ['imports'], audit: ['import.start'], begins: 'import' },
    z.strictObject({ paths: z.array(path).min(1).max(10000) }),
    z.strictObject({ importId: z.string() }),
  ),
  'import.pause': call('engine', { changes: ['imports'], audit: ['import.state'] }, id, nothing),
  /** Goes on with a paused import, or with one that a crash interrupted. */
  'import.resume': call('engine', { changes: ['imports'], audit: ['import.state'], begins: 'import' }, id, nothing),
  /** Stops the import and takes back what it had stored. */
  'import.cancel': call('engine', { changes: jobs.import.changes, audit: ['import.undo', 'import.state', ...reverifies] }, id, nothing),
  'import.list': call('engine', { reads: ['imports', 'undo'] }, nothing, z.strictObject({ imports: z.array(importSummary) })),
  'import.read': call(
    'engine',
    { reads: ['imports', 'badges', 'documents', 'register', 'undo'] },
    id,
    z.strictObject({
      summary: importSummary,
      /** Why things were rejected or could not be read: each code once, with how many. */
      reasons: z.array(z.strictObject({ outcome, problem, count })),
      expired: count,
      revoked: count,
      statusUnknown: count,
      /** Badges of this import, or judged anew because of it, that rest on a copy nobody here asked for. Counted once the import has ended. */
      unsolicited: count,
      issuers: count,
      keys: count,
      statusLists: count,
      newestList: day.nullable(),
    }),
  ),
  'import.items': call(
    'engine',
    { reads: ['imports', 'badges', 'roster', 'undo'] },
    z.strictObject({
      ...id.shape,
      ...page.shape,
      outcome: outcome.nullable(),
      grade: grade.nullable(),
      among: among.nullable(),
      code: z.string().max(100).nullable(),
    }),
    z.strictObject({ total: count, items: z.array(importItem) }),
  ),
  /** Takes the whole import back, or goes on with the undo that was stopped. Waits until the undo has ended or was stopped; progress comes as `undo.progress` events. */
  'import.undo': call('engine', { changes: jobs.undo.changes, audit: jobs.undo.audit }, id, z.strictObject({ removed: count, finished: z.boolean() })),
  /** What an undo would remove: the badges that no other import contained. `shared`: those that another one contained too; they stay. */
  'import.undoPreview': call('engine', { reads: ['imports', 'badges', 'undo'] }, id, z.strictObject({ removed: count, shared: count })),
  /** The undo that has begun and not ended; null where there is none. */
  'import.undoState': call('engine', { reads: ['imports', 'undo'] }, nothing, z.strictObject({ undo: undoState.nullable() })),
  /** Stops the undo that is going on, between two parts of it. What is left stays to be done. */
  'import.stopUndo': call('engine', { changes: ['undo'], audit: [] }, nothing, nothing),
}
