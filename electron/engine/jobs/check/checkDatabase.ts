import { type Result, success } from '../../../../shared/model/problem'
import { countDamaged, markDamaged, saveCheck, saveTableFault, type TableFault } from '../../../store'
import { act } from '../../act'
import { jobChanged } from '../../changed'
import type { Engine } from '../../handler'
import { type Maintenance, openMaintenance } from '../../maintenance'
import { reverify } from '../reverify/reverify'

/** How many originals are read by one request. */
const originalsAtOnce = 200

/** Tables from whose rows badges are shown: where one of them was damaged, all credentials are reverified. */
const tablesOfBadges = ['credential', 'verification', 'original', 'person_match']

/** The result of checking the whole database. */
export interface Checked {
  readonly tables: readonly TableFault[]
  /** How many originals are damaged, those found by earlier checks included. */
  readonly damaged: number
  /** The first row of the audit log that was changed, put in or is missing; null where there is none. */
  readonly audit: number | null
}

interface CheckOptions {
  /** Resolves when no other work needs the disk; awaited before each part. */
  readonly idle?: () => Promise<void>
  readonly signal?: AbortSignal
}

/** Checks a table with its indexes. Faults are written into the audit log before the indexes are rebuilt. Null where there are none. */
async function checkTable(engine: Engine, maintenance: Maintenance, table: string): Promise<Result<TableFault | null>> {
  const found = await maintenance.ask('checkTable', table)
  // Damage that ends the check itself is a fault of the table.
  const faults = found.ok ? found.value : [found.problem.detail ?? found.problem.code]
  if (!found.ok && found.problem.code !== 'database.damaged') return found
  if (faults.length === 0) return success(null)
  const saved = saveTableFault(engine.db, { fault: { table, faults, mended: false }, ...act(engine) })
  if (!saved.ok) return saved
  jobChanged(engine, 'check')
  const mending = await maintenance.ask('mendIndexes', table)
  const fault: TableFault = { table, faults, mended: mending.ok && mending.value.length === 0 }
  if (!fault.mended) return success(fault)
  const mended = saveTableFault(engine.db, { fault, ...act(engine) })
  return mended.ok ? success(fault) : mended
}

async function checkTables(engine: Engine, maintenance: Maintenance, { idle, signal }: CheckOptions): Promise<Result<readonly TableFault[]>> {
  const tables = await maintenance.ask('tables', null)
  if (!tables.ok) return tables
  const faults: TableFault[] = []
  for (const table of tables.value) {
    await idle?.()
    if (signal?.aborted) break
    const checked = await checkTable(engine, maintenance, table)
    if (!checked.ok) return checked
    if (checked.value !== null) faults.push(checked.value)
  }
  return success(faults)
}

async function checkOriginals(engine: Engine, maintenance: Maintenance, { idle, signal }: CheckOptions): Promise<Result<null>> {
  let after: number | null = 0
  while (after !== null) {
    await idle?.()
    if (signal?.aborted) break
    const read: Awaited<ReturnType<typeof maintenance.ask<'checkOriginals'>>> = await maintenance.ask('checkOriginals', { after, limit: originalsAtOnce })
    if (!read.ok) return read
    for (const sha256 of read.value.damaged) markDamaged(engine.db, { sha256, at: engine.now().toISOString() })
    after = read.value.last
  }
  return success(null)
}

/**
 * Checks the whole database in parts, in a thread with a connection of its own: every table against its indexes, every original against its digest, and the
 * chain of the audit log. Faulty indexes are rebuilt from the rows after the fault was written into the audit log; where they belong to badges, all
 * credentials are reverified.
 */
export async function checkDatabase(engine: Engine, options: CheckOptions = {}): Promise<Result<Checked>> {
  const maintenance = openMaintenance(engine)
  try {
    const tables = await checkTables(engine, maintenance, options)
    if (!tables.ok) return tables
    const originals = await checkOriginals(engine, maintenance, options)
    if (!originals.ok) return originals
    const audit = await maintenance.ask('verifyAudit', null)
    if (!audit.ok) return audit
    const checked: Checked = { tables: tables.value, damaged: countDamaged(engine.db), audit: audit.value }
    // A stopped check is incomplete and not saved.
    if (options.signal?.aborted) return success(checked)
    const saved = saveCheck(engine.db, { at: engine.now().toISOString(), tables: tables.value, audit: audit.value })
    if (!saved.ok) return saved
    jobChanged(engine, 'check')
    if (!tables.value.some(({ table, mended }) => mended && tablesOfBadges.includes(table))) return success(checked)
    const reverified = await reverify(engine, { why: 'documents', ...(options.signal === undefined ? {} : { signal: options.signal }) })
    return reverified.ok ? success(checked) : reverified
  } finally {
    await maintenance.close()
  }
}
