import { type Result, success } from '../../../shared/model/problem'
import { countDamaged, markDamaged, saveCheck, saveTableFault, type TableFault } from '../../store'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine } from '../handler'
import { type Maintenance, openMaintenance } from '../maintenance'
import { verifyAgain } from './verifyAgain'

/** Originals read by one request. */
const originalsAtOnce = 200

/** Tables from whose rows badges are shown: where their rows or indexes were damaged, all verdicts are made from the originals again. */
const tablesOfBadges = ['credential', 'verification', 'original', 'person_match']

/** What checking the whole database came to. */
export interface Checked {
  readonly tables: readonly TableFault[]
  /** How many originals are damaged, those found earlier included. */
  readonly damaged: number
  /** The first row of the audit log that was changed, put in or is missing; null where there is none. */
  readonly audit: number | null
}

interface How {
  /** Resolves when nobody waits for the disk: asked before each slice. */
  readonly idle?: () => Promise<void>
  readonly signal?: AbortSignal
}

/** A table and its indexes: what is wrong is kept in the log before the indexes are made anew. Null where all is well. */
async function checkTable(engine: Engine, maintenance: Maintenance, table: string): Promise<Result<TableFault | null>> {
  const found = await maintenance.ask('checkTable', table)
  // Damage that keeps the check itself from going on is a fault of the table.
  const faults = found.ok ? found.value : [found.problem.detail ?? found.problem.code]
  if (!found.ok && found.problem.code !== 'database.damaged') return found
  if (faults.length === 0) return success(null)
  const kept = saveTableFault(engine.db, { fault: { table, faults, mended: false }, ...act(engine) })
  if (!kept.ok) return kept
  jobChanged(engine, 'check')
  const mending = await maintenance.ask('mendIndexes', table)
  const fault: TableFault = { table, faults, mended: mending.ok && mending.value.length === 0 }
  if (!fault.mended) return success(fault)
  const mended = saveTableFault(engine.db, { fault, ...act(engine) })
  return mended.ok ? success(fault) : mended
}

async function checkTables(engine: Engine, maintenance: Maintenance, { idle, signal }: How): Promise<Result<readonly TableFault[]>> {
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

async function checkOriginals(engine: Engine, maintenance: Maintenance, { idle, signal }: How): Promise<Result<null>> {
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
 * Checks the whole database in slices, in a thread of its own with a connection of its own: every table against its indexes, every
 * original against its digest, and the chain of the audit log.
 * Indexes that differ are made anew from the rows, after that was said in the log; where they belong to badges, verdicts are made from the originals again.
 */
export async function checkDatabase(engine: Engine, how: How = {}): Promise<Result<Checked>> {
  const maintenance = openMaintenance(engine)
  try {
    const tables = await checkTables(engine, maintenance, how)
    if (!tables.ok) return tables
    const originals = await checkOriginals(engine, maintenance, how)
    if (!originals.ok) return originals
    const audit = await maintenance.ask('verifyAudit', null)
    if (!audit.ok) return audit
    const checked: Checked = { tables: tables.value, damaged: countDamaged(engine.db), audit: audit.value }
    // A check that was stopped has not seen everything.
    if (how.signal?.aborted) return success(checked)
    const saved = saveCheck(engine.db, { at: engine.now().toISOString(), tables: tables.value, audit: audit.value })
    if (!saved.ok) return saved
    jobChanged(engine, 'check')
    if (!tables.value.some(({ table, mended }) => mended && tablesOfBadges.includes(table))) return success(checked)
    const again = await verifyAgain(engine, { why: 'documents', ...(how.signal === undefined ? {} : { signal: how.signal }) })
    return again.ok ? success(checked) : again
  } finally {
    await maintenance.close()
  }
}
