import type { Output } from '../../../shared/contract'
import type { JsonValue } from '../../../shared/model/json'
import { type Database, readAll, readOne } from '../database/statement'

type History = Output<'requirement.history'>

/** Must equal the condition of the index word for word. */
const ofRequirements = "FROM audit INDEXED BY audit_of_requirements WHERE action IN ('requirement.save', 'requirement.remove')"

interface Row {
  readonly at: string
  readonly actor: string
  readonly subject: string
  readonly detail: string
}

/** The changes of one requirement or exception, or of all; the newest first. */
export function readRequirementHistory(
  db: Database,
  { id, offset, limit }: { readonly id: string | null; readonly offset: number; readonly limit: number },
): History {
  const [which, parameters] = id === null ? ['', {}] : [' AND subject = :id', { id }]
  const rows = readAll<Row>(db, `SELECT at, actor, subject, detail ${ofRequirements}${which} ORDER BY id DESC LIMIT :limit OFFSET :offset`, {
    ...parameters,
    offset,
    limit,
  })
  return {
    total: readOne<{ total: number }>(db, `SELECT COUNT(*) AS total ${ofRequirements}${which}`, parameters)!.total, // A count always gives one row.
    changes: rows.map(({ at, actor, subject, detail }) => {
      const { before, after } = JSON.parse(detail) as { readonly before: JsonValue; readonly after: JsonValue } // Written by `saveRequirements` alone.
      return { at, actor, id: subject, before, after } as History['changes'][number]
    }),
  }
}
