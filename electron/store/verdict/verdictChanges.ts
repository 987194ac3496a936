import type { Input, Output } from '../../../shared/contract'
import type { Reason } from '../../../shared/contract/parts'
import type { VerdictChange } from '../../../shared/contract/verification'
import { type Moved, sumMoves } from '../../../shared/model/moves'
import type { AxisValues, Grade } from '../../../shared/model/verification'
import { type Database, readAll, readOne } from '../database/statement'

type Side = { readonly grade: Grade } & AxisValues

interface Row {
  readonly credentialId: number
  readonly achievementName: string | null
  readonly staffNumber: string | null
  readonly personName: string | null
  readonly at: string
  readonly why: Reason | null
  readonly before: string
  readonly after: string
}

const sideSql = (alias: string): string =>
  `json_object('grade', ${alias}.grade, 'integrity', ${alias}.integrity, 'issuer', ${alias}.issuer, 'time', ${alias}.time,
    'status', ${alias}.status, 'schema', ${alias}.schema, 'recipient', ${alias}.recipient)`

/** Verdicts with the earlier one each replaced. A first verdict replaced none and is not among them. */
const fromSql = `FROM verification AS later
  JOIN verification AS earlier ON earlier.id = (SELECT MAX(id) FROM verification WHERE credential_id = later.credential_id AND id < later.id)`

const shown = ({ grade, ...axes }: Side): VerdictChange['before'] => ({ grade, axes })

/** Credentials whose verdict one reverification or one import changed: those whose grade changed first, the others in the order of their change. */
export function readVerdictChanges(db: Database, { of, offset, limit }: Input<'verification.changes'>): Output<'verification.changes'> {
  const whereSql = 'run' in of ? 'WHERE later.run = :of' : 'WHERE later.import_id = :of'
  const about = { of: 'run' in of ? of.run : of.importId }
  const total = readOne<{ count: number }>(db, `SELECT COUNT(*) AS count ${fromSql} ${whereSql}`, about)!.count // A count without GROUP BY always gives one row.
  const moved = readAll<{ before: string; after: string; count: number }>(
    db,
    `SELECT ${sideSql('earlier')} AS before, ${sideSql('later')} AS after, COUNT(*) AS count ${fromSql} ${whereSql} GROUP BY before, after`,
    about,
  ).map(({ before, after, count }): Moved => ({ before: JSON.parse(before) as Side, after: JSON.parse(after) as Side, count }))
  const rows = readAll<Row>(
    db,
    `SELECT later.credential_id AS credentialId, credential.achievement_name AS achievementName, person.staff_number AS staffNumber,
            person.name AS personName, COALESCE(later.made_at, later.at) AS at, later.why, ${sideSql('earlier')} AS before, ${sideSql('later')} AS after
     ${fromSql} JOIN credential ON credential.id = later.credential_id LEFT JOIN person ON person.id = credential.person_id ${whereSql}
     ORDER BY later.grade = earlier.grade, later.id LIMIT :limit OFFSET :offset`,
    { ...about, offset, limit },
  )
  return {
    total,
    moves: sumMoves(moved),
    changes: rows.map(({ before, after, ...row }) => ({ ...row, before: shown(JSON.parse(before) as Side), after: shown(JSON.parse(after) as Side) })),
  }
}
