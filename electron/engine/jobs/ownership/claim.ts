import { failure, type Result, success } from '../../../../shared/model/problem'
import { claimJob, isReadOnly, recordSignOfLife } from '../../../store'
import type { Engine } from '../../handler'
import { ownerCheckOf } from './ownerCheckOf'

const signOfLifeMilliseconds = 10_000

/**
 * Becomes the owner of a job; within one engine a job may be claimed several times. Records signs of life until everything is released.
 *
 * @returns `work.window`, `work.command`, `work.elsewhere`: another program works on this data folder. `folder.read-only`.
 */
export function claim(engine: Engine, job: string): Result<null> {
  const { db, owner, claims, dataFolder } = engine
  if (isReadOnly(db)) return failure({ code: 'folder.read-only', detail: dataFolder })
  const times = claims.jobs.get(job) ?? 0
  if (times === 0) {
    const claimed = claimJob(db, { job, owner, ...ownerCheckOf(engine) })
    if (!claimed.ok) return claimed
  }
  claims.jobs.set(job, times + 1)
  // Where the database is locked, the next sign of life is in time.
  claims.beat ??= setInterval(() => void recordSignOfLife(db, { owner, at: engine.now().toISOString() }), signOfLifeMilliseconds)
  return success(null)
}
