import type { JsonValue } from '../../../shared/model/json'
import type { Problem, Result } from '../../../shared/model/problem'
import { countDamaged } from '../credential/original'
import type { Act } from '../database/act'
import { appendAudit } from '../database/audit'
import { attempt } from '../database/databaseProblem'
import { readSetting, writeSetting } from '../database/setting'
import { type Database, transaction } from '../database/statement'

const name = 'check'

/** A table that did not agree with its indexes, or whose structure was damaged, in SQLite's words. `mended`: its indexes were made anew, and all is well. */
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

/** When the database was last checked whole (RFC 3339); null where it never was. */
export const checkedAt = (db: Database): string | null => readCheck(db)?.at ?? null

/** Keeps in the log what was found wrong with a table: before anything is done about it, and once more when it is mended. */
export const saveTableFault = (db: Database, { fault, ...act }: { readonly fault: TableFault } & Act): Result<null> =>
  attempt(() => {
    appendAudit(db, { ...act, action: fault.mended ? 'database.mend' : 'database.fault', subject: fault.table, detail: { faults: [...fault.faults] } })
    return null
  })

/** Sets down what the newest check of the whole database found. */
export const saveCheck = (db: Database, { at, tables, audit }: Checked): Result<null> =>
  attempt(() =>
    transaction(db, () => {
      // JSON knows no readonly interfaces: the values are texts and booleans.
      writeSetting(db, name, { at, tables, audit } as unknown as JsonValue)
      return null
    }),
  )

/** What every screen says of the state of the data: tables and the audit log where the newest check found them wrong, and originals that are damaged. */
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
