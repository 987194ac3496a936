import type { Outcome } from '../../../shared/contract/importing'
import type { KeptVerdict } from '../../../shared/model/kept'
import type { Problem } from '../../../shared/model/problem'
import type { AxisValues, Grade } from '../../../shared/model/verification'
import { type Database, readOne, write } from '../database/statement'

// The lines of an import's log: one for each thing found in its files.

/** One line of an import's log. */
export interface Line {
  readonly source: string
  readonly outcome: Outcome
  readonly credentialId?: number
  readonly supportId?: number
  readonly supportType?: string
  readonly problem?: Problem | undefined
  readonly verdict?: KeptVerdict
  readonly achievementName?: string | null
  readonly sha256?: string
}

type Nullable<Values> = { readonly [Name in keyof Values]: Values[Name] | null }

const noVerdict: Nullable<AxisValues> & { readonly grade: null } = {
  grade: null,
  integrity: null,
  issuer: null,
  time: null,
  status: null,
  schema: null,
  recipient: null,
}

function addLine(db: Database, importId: string, sequence: number, line: Line): void {
  const verdict = line.verdict ?? noVerdict
  write(
    db,
    `INSERT INTO import_item
       (import_id, sequence, outcome, grade, problem_code, problem_at, problem_detail, support_type, credential_id, support_id,
        integrity, issuer, time, status, schema, recipient, source, achievement_name, sha256)
     VALUES
       (:importId, :sequence, :outcome, :grade, :problemCode, :problemAt, :problemDetail, :supportType, :credentialId, :supportId,
        :integrity, :issuer, :time, :status, :schema, :recipient, :source, :achievementName, :sha256)`,
    {
      importId,
      sequence,
      source: line.source,
      outcome: line.outcome,
      grade: verdict.grade,
      problemCode: line.problem?.code ?? null,
      problemAt: line.problem?.at ?? null,
      problemDetail: line.problem?.detail ?? null,
      supportType: line.supportType ?? null,
      credentialId: line.credentialId ?? null,
      supportId: line.supportId ?? null,
      integrity: verdict.integrity,
      issuer: verdict.issuer,
      time: verdict.time,
      status: verdict.status,
      schema: verdict.schema,
      recipient: verdict.recipient,
      achievementName: line.achievementName ?? null,
      sha256: line.sha256 ?? null,
    },
  )
}

/** How many lines there are of each outcome and grade. */
function sumsOf(lines: readonly Line[]): Iterable<{ readonly outcome: Outcome; readonly grade: Grade | ''; readonly count: number }> {
  const sums = new Map<string, { readonly outcome: Outcome; readonly grade: Grade | ''; count: number }>()
  for (const { outcome, verdict } of lines) {
    const grade = verdict?.grade ?? ''
    const name = `${outcome} ${grade}`
    const sum = sums.get(name)
    if (sum === undefined) sums.set(name, { outcome, grade, count: 1 })
    else sum.count += 1
  }
  return sums.values()
}

/**
 * Writes the next lines of an import and adds them to its sums; to be called in a transaction. Lines are added only here: a trigger that counted each added
 * line cost a third of the insertion. Removed lines are subtracted by a trigger.
 */
export function addLines(db: Database, importId: string, lines: readonly Line[]): void {
  const { last } = readOne<{ last: number }>(db, 'SELECT ifnull(MAX(sequence), 0) AS last FROM import_item WHERE import_id = :importId', { importId })!
  for (const [place, line] of lines.entries()) addLine(db, importId, last + place + 1, line)
  for (const { outcome, grade, count } of sumsOf(lines)) {
    write(
      db,
      `INSERT INTO import_sum (import_id, outcome, grade, count) VALUES (:importId, :outcome, :grade, :count)
         ON CONFLICT (import_id, outcome, grade) DO UPDATE SET count = count + excluded.count`,
      { importId, outcome, grade, count },
    )
  }
}
