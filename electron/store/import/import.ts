import type { ImportSummary, OutcomeCounts } from '../../../shared/contract/importing'
import type { JsonValue } from '../../../shared/model/json'
import { failure, type Result, success } from '../../../shared/model/problem'
import type { Grade } from '../../../shared/model/verification'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt, required } from '../database/databaseProblem'
import { type Database, readAll, readOne, transaction, write } from '../database/statement'

export type ImportState = ImportSummary['state']

interface Row {
  readonly id: string
  readonly started_at: string
  readonly finished_at: string | null
  readonly at: string
  readonly state: ImportState
  readonly done: number
  readonly total: number | null
  readonly sources: string
}

/** An import and what is needed to resume it. `cursor` and `remaining` are written and read by the engine. */
export interface ImportJobRecord {
  readonly summary: ImportSummary
  readonly cursor: string | null
  readonly remaining: JsonValue | null
}

/** `import.undoing` where an undo is pending: an import and an undo must not change the same badges at the same time. */
const requireNoUndo = (db: Database): Result<null> => {
  const pending = readOne<{ id: string }>(db, 'SELECT import_id AS id FROM undo LIMIT 1')
  return pending === undefined ? success(null) : failure({ code: 'import.undoing', detail: pending.id })
}

/** Begins an import. `verifyAt` is the instant at which its credentials are verified. */
export const startImport = (
  db: Database,
  args: {
    readonly importId: string
    readonly sources: readonly string[]
    readonly verifyAt: string
    readonly total?: number | null
    readonly remaining?: JsonValue | null
  } & Act,
): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      required(requireNoUndo(db))
      write(
        db,
        `INSERT INTO import (id, started_at, at, state, total, sources, remaining)
         VALUES (:importId, :startedAt, :verifyAt, 'running', :total, :sources, :remaining)`,
        {
          importId: args.importId,
          startedAt: args.at,
          verifyAt: args.verifyAt,
          total: args.total ?? null,
          sources: JSON.stringify(args.sources),
          remaining: JSON.stringify(args.remaining ?? null),
        },
      )
      // The number of files, not their names: a file may be named after a person, and nothing can be removed from the log.
      appendAudit(db, { at: args.at, actor: args.actor, action: 'import.start', subject: args.importId, detail: { sources: args.sources.length } })
      return null
    }),
  )

/** Saves how many things are to be imported, and what is needed to resume after a crash. */
export const saveImportPlan = (
  db: Database,
  { importId, total, remaining }: { readonly importId: string; readonly total: number | null; readonly remaining: JsonValue | null },
): Result<null> =>
  attempt(() => {
    write(db, 'UPDATE import SET total = :total, remaining = :remaining WHERE id = :importId', { importId, total, remaining: JSON.stringify(remaining) })
    return null
  })

const stateOf = (db: Database, importId: string): ImportState | null =>
  readOne<{ state: ImportState }>(db, 'SELECT state FROM import WHERE id = :importId', { importId })?.state ?? null

/** Sets the state of an import: paused, running, interrupted or cancelled. Undoing is `undoImport`. */
export function setImportState(db: Database, { importId, state, ...act }: { readonly importId: string; readonly state: ImportState } & Act): Result<null> {
  const before = stateOf(db, importId)
  if (before === null) return failure({ code: 'import.not-found', detail: importId })
  return attempt(() =>
    transaction(db, () => {
      if (state === 'running') required(requireNoUndo(db))
      write(db, 'UPDATE import SET state = :state WHERE id = :importId', { importId, state })
      appendAudit(db, { ...act, action: 'import.state', subject: importId, detail: { from: before, to: state } })
      return null
    }),
  )
}

/** Ends an import: everything has been read. */
export function finishImport(db: Database, { importId, ...act }: { readonly importId: string } & Act): Result<ImportSummary> {
  if (stateOf(db, importId) === null) return failure({ code: 'import.not-found', detail: importId })
  return attempt(() =>
    transaction(db, () => {
      write(db, "UPDATE import SET state = 'done', finished_at = :at, cursor = NULL, remaining = NULL WHERE id = :importId", { importId, at: act.at })
      const summary = readImportSummary(db, importId)!
      appendAudit(db, { ...act, action: 'import.finish', subject: importId, detail: { received: summary.received, ...summary.outcomes } })
      return summary
    }),
  )
}

const noOutcomes: OutcomeCounts = { new: 0, replaced: 0, duplicate: 0, unmatched: 0, rejected: 0, support: 0, unreadable: 0, ignored: 0 }
const noGrades: Readonly<Record<Grade, number>> = { verified: 0, confirmed: 0, unregistered: 0, unproven: 0, rejected: 0 }

/** The summary of an import. Its sums are written in the same transactions as its lines, so that they always add up. */
function summaryOf(db: Database, row: Row): ImportSummary {
  const rows = readAll<{ outcome: keyof OutcomeCounts; grade: Grade | ''; count: number }>(
    db,
    'SELECT outcome, grade, count FROM import_sum WHERE import_id = :importId',
    { importId: row.id },
  )
  const outcomes = { ...noOutcomes }
  const grades = { ...noGrades }
  for (const { outcome, grade, count } of rows) {
    outcomes[outcome] += count
    if (grade !== '') grades[grade] += count
  }
  return {
    importId: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    at: row.at,
    state: row.state,
    sources: JSON.parse(row.sources) as string[],
    done: row.done,
    total: row.total,
    received: rows.reduce((sum, { count }) => sum + count, 0),
    outcomes,
    grades,
  }
}

const columns = `id, started_at, finished_at, at, CASE WHEN id IN (SELECT import_id FROM undo) THEN 'undoing' ELSE state END AS state, done, total, sources`

/** The summary of one import; null where there is none with this id. */
export function readImportSummary(db: Database, importId: string): ImportSummary | null {
  const row = readOne<Row>(db, `SELECT ${columns} FROM import WHERE id = :importId`, { importId })
  return row === undefined ? null : summaryOf(db, row)
}

/** All imports, the newest first. */
export const readImports = (db: Database): ImportSummary[] =>
  readAll<Row>(db, `SELECT ${columns} FROM import ORDER BY started_at DESC, rowid DESC`).map((row) => summaryOf(db, row))

/** An import with its cursor, to resume it. */
export function readImportJob(db: Database, { importId }: { readonly importId: string }): Result<ImportJobRecord> {
  const summary = readImportSummary(db, importId)
  const row = readOne<{ cursor: string | null; remaining: string | null }>(db, 'SELECT cursor, remaining FROM import WHERE id = :importId', { importId })
  if (summary === null || row === undefined) return failure({ code: 'import.not-found', detail: importId })
  return success({ summary, cursor: row.cursor, remaining: row.remaining === null ? null : (JSON.parse(row.remaining) as JsonValue) })
}
