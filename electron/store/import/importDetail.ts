import type { Output } from '../../../shared/contract'
import type { Among, Outcome } from '../../../shared/contract/importing'
import type { Day } from '../../../shared/model/day'
import { failure, type ProblemCode, type Result, success } from '../../../shared/model/problem'
import type { KeptSupport } from '../../../shared/model/supportDocument'
import { supportDocuments } from '../credential/support'
import { type Database, readAll, readOne } from '../database/statement'
import { readImportSummary } from './import'
import { amongSql } from './importItems'

const numberOf = (db: Database, sql: string, importId?: string): number =>
  readOne<{ count: number }>(db, sql, importId === undefined ? {} : { importId })?.count ?? 0

/** Searches text only among the verdicts of one import. */
const unsolicitedSql = `SELECT COUNT(*) AS count FROM verification
  WHERE import_id = :importId AND is_current = 1 AND grade = 'unproven' AND instr(problems, '"evidence.unsolicited"') > 0`

/**
 * An import in full: its sums, the reasons of rejected and unreadable things, and how many issuers, keys and lists are stored. Sums of dates and status leave
 * rejected badges out.
 *
 * @param newestList The newest date of status lists, which this room cannot read.
 */
export function readImport(
  db: Database,
  { importId, newestList }: { readonly importId: string; readonly newestList: (lists: readonly KeptSupport[]) => Day | null },
): Result<Output<'import.read'>> {
  const summary = readImportSummary(db, importId)
  if (summary === null) return failure({ code: 'import.not-found', detail: importId })
  const reasons = readAll<{ outcome: Outcome; code: ProblemCode; count: number }>(
    db,
    `SELECT outcome, problem_code AS code, COUNT(*) AS count FROM import_item
     WHERE import_id = :importId AND outcome IN ('rejected', 'unreadable') AND problem_code IS NOT NULL
     GROUP BY outcome, problem_code ORDER BY outcome, count DESC, code`,
    { importId },
  ).map(({ outcome, code, count }) => ({ outcome, problem: { code }, count }))
  const count = (among: Among) => numberOf(db, `SELECT COUNT(*) AS count FROM import_item AS item WHERE import_id = :importId AND ${amongSql[among]}`, importId)
  const lists = supportDocuments(db, ['statusList', 'revocationList'])
  return success({
    summary,
    reasons,
    expired: count('expired'),
    revoked: count('revoked'),
    statusUnknown: count('statusUnknown'),
    unsolicited: summary.state === 'running' ? 0 : numberOf(db, unsolicitedSql, importId),
    issuers: numberOf(db, 'SELECT COUNT(*) AS count FROM issuer'),
    keys: numberOf(db, 'SELECT COUNT(*) AS count FROM issuer_key'),
    statusLists: lists.length,
    newestList: newestList(lists),
  })
}
