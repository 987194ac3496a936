import type { JsonValue } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { readSetting, writeSetting } from '../database/setting'
import { type Database, transaction } from '../database/statement'

const name = 'differenceAt'

/** When verification's fast way was first found to differ from the one it is checked by (RFC 3339); null where it never was. */
export function differenceAt(db: Database): string | null {
  const at = readSetting(db, name)
  return typeof at === 'string' ? at : null
}

/** Puts the fast way out of use for good, and keeps in the log what differed. */
export const saveDifferences = (db: Database, { differences, ...act }: { readonly differences: readonly JsonValue[] } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      if (differenceAt(db) === null) writeSetting(db, name, act.at)
      for (const detail of differences) appendAudit(db, { ...act, action: 'verifier.difference', subject: '', detail })
      return null
    }),
  )
