import type { JsonValue } from '../../../shared/model/json'
import type { Result } from '../../../shared/model/problem'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { readSetting, writeSetting } from '../database/setting'
import { type Database, transaction } from '../database/statement'

const setting = 'differenceAt'

/** When a canonicalization plan and its cross-check first disagreed (RFC 3339); null where they never did. */
export function mismatchAt(db: Database): string | null {
  const at = readSetting(db, setting)
  return typeof at === 'string' ? at : null
}

/** Disables canonicalization plans for this data folder from now on, and writes each mismatch into the audit log. */
export const saveMismatches = (db: Database, { mismatches, ...act }: { readonly mismatches: readonly JsonValue[] } & Act): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      if (mismatchAt(db) === null) writeSetting(db, setting, act.at)
      for (const detail of mismatches) appendAudit(db, { ...act, action: 'verifier.difference', subject: '', detail })
      return null
    }),
  )
