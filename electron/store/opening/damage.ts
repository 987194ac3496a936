import type { JsonValue } from '../../../shared/model/json'
import type { Problem, Result } from '../../../shared/model/problem'
import { countDamaged } from '../credential/original'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { readSetting, writeSetting } from '../database/setting'
import { type Database, transaction } from '../database/statement'

const name = 'check'

/** A table that did not match its indexes, or whose structure was damaged, in SQLite's words. `mended`: its indexes were rebuilt, and no fault is left. */
export interface TableFault {
  readonly table: string
  readonly faults: readonly string[]
  readonly mended: boolean
}

interface Checked {
  /** RFC 3339. */
  readonly at: string
  readonly tables: readonly TableFault[]
  /** The first row of the audit log that was changed, put in or is missing; null where there is none. */
  readonly audit: number | null
}

// Written by `saveCheck` alone.
const readCheck = (db: Database): Checked | undefined => readSetting(db, name) as Checked | undefined

/** When the whole database was last checked (RFC 3339); null where it never was. */
export const checkedAt = (db: Database): string | null => readCheck(db)?.at ?? null

/** Writes the faults of a table into the audit log: before it is mended, and again after. */
export const saveTableFault = (db: Database, { fault, ...act }: { readonly fault: TableFault } & Act): Result<null> =>
  attempt(() => {
    appendAudit(db, { ...act, action: fault.mended ? 'database.mend' : 'database.fault', subject: fault.table, detail: { faults: [...fault.faults] } })
    return null
  })

/** Saves the result of checking the whole database. */
export const saveCheck = (db: Database, { at, tables, audit }: Checked): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      // The cast: JSON types have no readonly interfaces; the values are texts, numbers and booleans.
      writeSetting(db, name, { at, tables, audit } as unknown as JsonValue)
      return null
    }),
  )

/** Problems of the stored data that every screen shows: tables and the audit log where the newest check found faults, and damaged originals. */
export function readDamage(db: Database): readonly Problem[] {
  const checked = readCheck(db)
  const tables = (checked?.tables ?? []).map(({ table, mended }): Problem => ({ code: mended ? 'database.index-mended' : 'database.damaged', detail: table }))
  const originals = countDamaged(db)
  // An earlier release wrote checks without the log.
  const audit = checked?.audit ?? null
  return [
    ...tables,
    ...(audit === null ? [] : [{ code: 'audit.altered', detail: String(audit) } as const]),
    ...(originals === 0 ? [] : [{ code: 'original.damaged', detail: String(originals) } as const]),
  ]
}
