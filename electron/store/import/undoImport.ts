import { failure, type Result, success } from '../../../shared/model/problem'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { clearJournal, rebuild } from '../database/space'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'
import {
  countRows,
  eraseLines,
  handOverSupports,
  type Portion,
  type Undone,
  undoBindings,
  undoCredentials,
  undoEnvelopes,
  undoMatches,
  undoSupports,
  undoVerdicts,
  unlinkRequests,
} from './undoSteps'

const steps = ['requests', 'credentials', 'verdicts', 'matches', 'documents', 'supports', 'lines', 'envelopes', 'space', 'end'] as const
type Step = (typeof steps)[number]

/** The progress of an undo, in rows: `done` of `total`. */
export interface Undo {
  readonly importId: string
  readonly endsAs: 'undone' | 'cancelled'
  readonly step: Step
  readonly done: number
  readonly total: number
  /** Credentials, supporting documents and verdicts removed so far. */
  readonly removed: number
  readonly supports: number
  readonly verdicts: number
}

interface Row extends Undo {
  readonly cursor: number
}

const rowsSql = 'SELECT import_id AS importId, ends_as AS endsAs, step, cursor, done, total, removed, supports, verdicts FROM undo'

/** Undos that have begun and not ended, in the order their imports were started. */
export const pendingUndos = (db: Database): readonly Undo[] =>
  readAll<Undo>(db, `${rowsSql} ORDER BY (SELECT started_at FROM import WHERE import.id = import_id), import_id`)

const readRow = (db: Database, importId: string): Row | undefined => readOne<Row>(db, `${rowsSql} WHERE import_id = :importId`, { importId })

/**
 * Begins to undo an import, or finds the pending undo. Nothing is removed yet: `continueUndo` does that, in as many calls as needed.
 *
 * @param as `cancelled` where the import was stopped before its end.
 * @returns `import.not-found`, `import.already-undone`
 */
export function beginUndo(db: Database, { importId, as = 'undone' }: { readonly importId: string; readonly as?: 'undone' | 'cancelled' }): Result<Undo> {
  const state = readOne<{ state: string }>(db, 'SELECT state FROM import WHERE id = :importId', { importId })?.state
  if (state === undefined) return failure({ code: 'import.not-found', detail: importId })
  if (state === 'undone' || state === 'cancelled') return failure({ code: 'import.already-undone', detail: importId })
  return attempt(() =>
    transaction(db, () => {
      write(db, "INSERT INTO undo (import_id, ends_as, step, total) VALUES (:importId, :as, 'requests', :total) ON CONFLICT (import_id) DO NOTHING", {
        importId,
        as,
        total: countRows(db, importId),
      })
      return readRow(db, importId)!
    }),
  )
}

/** A file name without its name: only the extension is left. */
const withoutName = (source: string): string => `*${/\.[a-z0-9]{1,5}$/i.exec(source)?.[0] ?? ''}`

/** Erases the names of the imported files, and what is needed to resume the import. */
function eraseSources(db: Database, importId: string): void {
  const { sources } = readOne<{ sources: string }>(db, 'SELECT sources FROM import WHERE id = :importId', { importId })!
  write(db, 'UPDATE import SET cursor = NULL, remaining = NULL, sources = :sources WHERE id = :importId', {
    importId,
    sources: JSON.stringify((JSON.parse(sources) as string[]).map(withoutName)),
  })
}

function end(db: Database, { importId, endsAs, removed, supports, verdicts }: Row, act: Act): void {
  write(db, 'UPDATE import SET state = :endsAs, finished_at = COALESCE(finished_at, :at) WHERE id = :importId', { importId, endsAs, at: act.at })
  write(db, 'DELETE FROM undo WHERE import_id = :importId', { importId })
  appendAudit(db, { ...act, action: 'import.undo', subject: importId, detail: { as: endsAs, removed, supports, verdicts } })
}

function undoPortion(db: Database, row: Row, portion: Portion): Undone {
  switch (row.step) {
    case 'requests':
      return unlinkRequests(db, portion)
    case 'credentials':
      return undoCredentials(db, portion)
    case 'verdicts':
      return undoVerdicts(db, portion)
    case 'matches':
      return undoMatches(db, portion)
    case 'supports':
      return undoSupports(db, portion)
    case 'lines':
      return eraseLines(db, { ...portion, cursor: row.cursor })
    case 'envelopes':
      return undoEnvelopes(db, portion)
    default:
      return { rows: 0 }
  }
}

/** Steps whose rows are counted in `total`. */
const counted: readonly Step[] = ['credentials', 'supports', 'lines', 'envelopes']

const advance = (db: Database, { importId, step }: Row): void =>
  void write(db, 'UPDATE undo SET step = :next, cursor = 0 WHERE import_id = :importId', { importId, next: steps[steps.indexOf(step) + 1]! })

function continueIn(db: Database, row: Row, { limit, ...act }: { readonly limit: number } & Act): void {
  if (row.step === 'end') {
    end(db, row, act)
    return
  }
  const { importId } = row
  const undone = undoPortion(db, row, { importId, limit, at: act.at })
  if (undone.rows === 0) {
    advance(db, row)
    // The engine reads which documents will be removed, and requests the reverification of credentials they affect, before they are.
    if (row.step === 'matches') handOverSupports(db, importId)
    if (row.step === 'supports') write(db, 'DELETE FROM accepted_evidence WHERE import_id = :importId', { importId })
    if (row.step === 'envelopes') {
      undoBindings(db, importId)
      eraseSources(db, importId)
    }
    return
  }
  const { rows, cursor = row.cursor, removed = 0, supports = 0, verdicts = 0 } = undone
  write(
    db,
    `UPDATE undo SET cursor = :cursor, done = MIN(total, done + :rows), removed = removed + :removed, supports = supports + :supports,
       verdicts = verdicts + :verdicts WHERE import_id = :importId`,
    { importId, cursor, rows: counted.includes(row.step) ? rows : 0, removed, supports, verdicts },
  )
}

/**
 * Does the next part of an undo, in one transaction with its progress: it may be killed at any moment and continued by this program or another one.
 *
 * @param limit Rows in one part.
 * @returns the progress; null where the undo has ended. At `documents` and `space` nothing is done until the caller has done its work and calls `leaveStep`.
 */
export const continueUndo = (
  db: Database,
  { importId, limit = 1000, ...act }: { readonly importId: string; readonly limit?: number } & Act,
): Result<Undo | null> =>
  attempt(() => {
    const left = transaction(db, () => {
      const row = readRow(db, importId)
      if (row === undefined) return null
      if (row.step !== 'documents' && row.step !== 'space') continueIn(db, row, { limit, ...act })
      return readRow(db, importId) ?? null
    })
    // Inside another transaction the journal cannot be cleared; closing the database clears it then.
    if (left === null && !db.inTransaction) clearJournal(db)
    return left
  })

/** Ends a step that is the caller's: `documents`, in the transaction that requests the reverification, or `space`. */
export function leaveStep(db: Database, { importId, step }: Pick<Undo, 'importId' | 'step'>): void {
  const row = readRow(db, importId)
  if (row?.step === step) advance(db, row)
}

/** Undoes a whole import in one call. No reverification is requested for the credentials its documents affect. */
export function undoImport(
  db: Database,
  { importId, as = 'undone', ...act }: { readonly importId: string; readonly as?: 'undone' | 'cancelled' } & Act,
): Result<{ readonly removed: number; readonly supports: number }> {
  const begun = beginUndo(db, { importId, as })
  if (!begun.ok) return begun
  let [removed, supports] = [0, 0]
  for (;;) {
    const continued = continueUndo(db, { importId, ...act })
    if (!continued.ok) return continued
    if (continued.value === null) return success({ removed, supports })
    ;({ removed, supports } = continued.value)
    const { step } = continued.value
    // Inside another transaction the database cannot be rebuilt.
    if (step === 'space' && !db.inTransaction) {
      const rebuilt = rebuild(db)
      if (!rebuilt.ok) return rebuilt
    }
    if (step === 'documents' || step === 'space') leaveStep(db, { importId, step })
  }
}
