import type { Input, Output } from '../../../shared/contract'
import type { Among, ImportItem, Outcome } from '../../../shared/contract/importing'
import type { ProblemCode } from '../../../shared/model/problem'
import type { AxisValues, Grade } from '../../../shared/model/verification'
import { type Database, iterate, readAll, readOne } from '../database/statement'

type Nullable<Values> = { readonly [Name in keyof Values]: Values[Name] | null }

interface Row extends Nullable<AxisValues> {
  readonly sequence: number
  readonly source: string
  readonly outcome: Outcome
  readonly problemCode: ProblemCode | null
  readonly problemAt: string | null
  readonly problemDetail: string | null
  readonly supportType: string | null
  readonly credentialId: number | null
  readonly achievementName: string | null
  readonly grade: Grade | null
  readonly staffNumber: string | null
  readonly personName: string | null
}

function axesOf({ integrity, issuer, time, status, schema, recipient }: Row): AxisValues | null {
  if (integrity === null || issuer === null || time === null || status === null || schema === null || recipient === null) return null
  return { integrity, issuer, time, status, schema, recipient }
}

const itemOf = (row: Row): ImportItem => ({
  sequence: row.sequence,
  source: row.source,
  outcome: row.outcome,
  problem:
    row.problemCode === null
      ? null
      : {
          code: row.problemCode,
          ...(row.problemAt === null ? {} : { at: row.problemAt }),
          ...(row.problemDetail === null ? {} : { detail: row.problemDetail }),
        },
  supportType: row.supportType,
  credentialId: row.credentialId,
  achievementName: row.achievementName,
  grade: row.grade,
  axes: axesOf(row),
  staffNumber: row.staffNumber,
  personName: row.personName,
})

/** Conditions on the lines of an import, called `item`. */
export const amongSql: Readonly<Record<Among, string>> = {
  expired: `item.outcome <> 'rejected' AND item.time = 'expired'`,
  revoked: `item.outcome <> 'rejected' AND item.status IN ('revoked', 'suspended')`,
  statusUnknown: `item.outcome <> 'rejected' AND item.status IN ('unknown', 'invalid-list')`,
}

const itemsSql = `SELECT sequence, item.source, outcome, problem_code AS problemCode, problem_at AS problemAt, problem_detail AS problemDetail,
            support_type AS supportType, credential.id AS credentialId, item.achievement_name AS achievementName, item.grade, integrity, issuer, time, item.status,
            schema, recipient, staff_number AS staffNumber, name AS personName
     FROM import_item AS item
     LEFT JOIN credential ON credential.id = item.credential_id AND (item.sha256 IS NULL OR item.sha256 = (SELECT sha256 FROM original WHERE id = original_id))
     LEFT JOIN person ON person.id = credential.person_id`

/** Every item of an import one by one, in the order of the import. No statement may write while they are gone through. */
export function* eachImportItem(db: Database, importId: string): Generator<ImportItem> {
  for (const row of iterate<Row>(db, `${itemsSql} WHERE item.import_id = :importId ORDER BY sequence`, { importId })) yield itemOf(row)
}

/** The lines of an import in their order. Grades and axes are those of the import; the credential is null where it has been removed since. */
export function readImportItems(db: Database, { importId, outcome, grade, among, code, offset, limit }: Input<'import.items'>): Output<'import.items'> {
  const chosen = { importId, outcome, grade, code }
  const where = `WHERE item.import_id = :importId AND (:outcome IS NULL OR item.outcome = :outcome)
       AND (:grade IS NULL OR item.grade = :grade) AND (:code IS NULL OR item.problem_code = :code) ${among === null ? '' : `AND ${amongSql[among]}`}`
  const total = readOne<{ count: number }>(db, `SELECT COUNT(*) AS count FROM import_item AS item ${where}`, chosen)?.count ?? 0
  const items = readAll<Row>(
    db,
    `${itemsSql}
     ${where} ORDER BY sequence LIMIT :limit OFFSET :offset`,
    { ...chosen, offset, limit },
  )
  return { total, items: items.map(itemOf) }
}
