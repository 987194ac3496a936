import { releaseJob } from '../../../store'
import type { Engine } from '../../handler'

/** Ends one claim of a job. */
export function release({ db, owner, claims }: Engine, job: string): void {
  const times = claims.jobs.get(job) ?? 0
  if (times > 1) {
    claims.jobs.set(job, times - 1)
    return
  }
  claims.jobs.delete(job)
  // A job that cannot be released now is free as soon as this program has ended.
  releaseJob(db, { job, owner })
  if (claims.jobs.size > 0 || claims.beat === null) return
  clearInterval(claims.beat)
  claims.beat = null
}
