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
  keepRequests,
  type Portion,
  type Taken,
  takeBindings,
  takeCredentials,
  takeEnvelopes,
  takeMatches,
  takeSupports,
  takeVerdicts,
} from './undoSteps'

const steps = ['requests', 'credentials', 'verdicts', 'matches', 'documents', 'supports', 'lines', 'envelopes', 'space', 'end'] as const
type Step = (typeof steps)[number]

/** How far an undo has come. `total` rows are to be gone through. */
export interface Undo {
  readonly importId: string
  readonly endsAs: 'undone' | 'cancelled'
  readonly step: Step
  readonly done: number
  readonly total: number
  /** Credentials and supporting documents removed so far, and verdicts taken back. */
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
 * Begins to undo an import, or finds the undo that has begun. Nothing is taken away yet: that is done by `continueUndo`, as often as it takes.
 *
 * @param as `cancelled` where the import was stopped under way.
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

/** What kind of file it was: enough to know the import by, with its day and its sums. */
const withoutName = (source: string): string => `*${/\.[a-z0-9]{1,5}$/i.exec(source)?.[0] ?? ''}`

/** Erases the names of the files the import was made from, and what is needed to go on with it. */
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

function take(db: Database, row: Row, portion: Portion): Taken {
  switch (row.step) {
    case 'requests':
      return keepRequests(db, portion)
    case 'credentials':
      return takeCredentials(db, portion)
    case 'verdicts':
      return takeVerdicts(db, portion)
    case 'matches':
      return takeMatches(db, portion)
    case 'supports':
      return takeSupports(db, portion)
    case 'lines':
      return eraseLines(db, { ...portion, cursor: row.cursor })
    case 'envelopes':
      return takeEnvelopes(db, portion)
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
  const taken = take(db, row, { importId, limit, at: act.at })
  if (taken.rows === 0) {
    advance(db, row)
    // The engine reads what is left of the import's documents, and remembers which credentials they concern, before they are removed.
    if (row.step === 'matches') handOverSupports(db, importId)
    if (row.step === 'supports') write(db, 'DELETE FROM accepted_evidence WHERE import_id = :importId', { importId })
    if (row.step === 'envelopes') {
      takeBindings(db, importId)
      eraseSources(db, importId)
    }
    return
  }
  const { rows, cursor = row.cursor, removed = 0, supports = 0, verdicts = 0 } = taken
  write(
    db,
    `UPDATE undo SET cursor = :cursor, done = MIN(total, done + :rows), removed = removed + :removed, supports = supports + :supports,
       verdicts = verdicts + :verdicts WHERE import_id = :importId`,
    { importId, cursor, rows: counted.includes(row.step) ? rows : 0, removed, supports, verdicts },
  )
}

/**
 * Does the next part of an undo, in one transaction with how far it has come: it may be killed at any moment and gone on with, by this program or another one.
 *
 * @param limit Rows in one part.
 * @returns how far it has come; null where it has ended. At `documents` and `space` nothing is done until `leaveStep`: what belongs there is the caller's work.
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
    // Within a larger transaction the journal cannot be cleared; the close of the database does it then.
    if (left === null && !db.inTransaction) clearJournal(db)
    return left
  })

/** Goes on behind a step that is the caller's: `documents`, in one transaction with what remembers the credentials they concern, or `space`. */
export function leaveStep(db: Database, { importId, step }: Pick<Undo, 'importId' | 'step'>): void {
  const row = readRow(db, importId)
  if (row?.step === step) advance(db, row)
}

/** Undoes a whole import in one call, where no other call waits. The credentials its documents concern are not remembered. */
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
    // In a larger transaction nothing can be written anew: whoever commits it would have to.
    if (step === 'space' && !db.inTransaction) {
      const rebuilt = rebuild(db)
      if (!rebuilt.ok) return rebuilt
    }
    if (step === 'documents' || step === 'space') leaveStep(db, { importId, step })
  }
}
