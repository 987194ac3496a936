import { isObject } from '../../../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../../../shared/model/problem'
import { compactUnits, listUnits } from '../../../intake'
import { readImportJob, readImportSummary, setImportState } from '../../../store'
import { act } from '../../act'
import type { Engine, ImportJob } from '../../handler'
import { claim } from '../ownership/claim'
import { release } from '../ownership/release'
import { beginImport } from './beginImport'
import { importJobName } from './importJobName'
import { type ImportProgress, type ImportWork, notifyOfImport } from './importWork'
import { listingDigest } from './listingDigest'

/** What a stored import still has to do; marks it as running. */
function remainingWork(engine: Engine, importId: string): Result<ImportWork> {
  const stored = readImportJob(engine.db, { importId })
  if (!stored.ok) return stored
  const { cursor, remaining, summary } = stored.value
  if (summary.state === 'done') return failure({ code: 'import.already-done', detail: importId })
  if (!isObject(remaining) || !Array.isArray(remaining.paths)) return failure({ code: 'import.already-undone', detail: importId })
  const listed = listUnits(remaining.paths.map(String))
  if (!listed.ok) return listed
  if (remaining.listing !== listingDigest(listed.value)) return failure({ code: 'import.changed', detail: summary.sources.join(', ') })
  const state = setImportState(engine.db, { importId, state: 'running', ...act(engine) })
  return state.ok ? success({ importId, units: compactUnits(listed.value), from: Number(cursor ?? 0), verifyAt: new Date(summary.at) }) : state
}

/**
 * Resumes an import that was left or that a crash interrupted, after the last saved batch.
 *
 * @returns `import.not-found`, `import.already-undone`, `import.already-done`; `import.changed` where its files have changed; `work.window`, `work.command`,
 * `work.elsewhere` where another program works on the data folder.
 */
export function resumeImportJob(engine: Engine, importId: string, progress: ImportProgress = notifyOfImport(engine)): Result<ImportJob> {
  const job = importJobName(importId)
  const claimed = readImportSummary(engine.db, importId) === null ? failure<Problem>({ code: 'import.not-found', detail: importId }) : claim(engine, job)
  if (!claimed.ok) return claimed
  // Read after the claim: until then another program may have resumed it.
  const work = remainingWork(engine, importId)
  if (work.ok) return success(beginImport(engine, work.value, progress))
  release(engine, job)
  return work
}
