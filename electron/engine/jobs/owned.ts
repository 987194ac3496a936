import { failure, type Problem, type Result } from '../../../shared/model/problem'
import { atWork, claimJob, giveSignOfLife, isGone, isReadOnly, type Judging, readOwners, releaseJob } from '../../store'
import type { Engine } from '../handler'

/** How this engine judges the owner of a job. */
export const judgingOf = ({ now, takeOver }: Engine): Judging => ({ at: now().toISOString(), confirmed: takeOver })

const beatMilliseconds = 10_000

/** Why this program may not begin work on the data folder now: it is read-only, or another program is at work. Null where it may. */
export function refusal(engine: Engine): Problem | null {
  if (isReadOnly(engine.db)) return { code: 'folder.read-only', detail: engine.dataFolder }
  const judging = judgingOf(engine)
  const other = readOwners(engine.db).find((one) => one.token !== engine.owner.token && !isGone(one, judging))
  return other === undefined ? null : atWork(other, judging)
}

/**
 * Becomes the owner of a job; within one engine a job may be claimed several times. Gives signs of life until everything is released.
 *
 * @returns `work.window`, `work.command`, `work.elsewhere`: another program is at work on this data folder. `folder.read-only`.
 */
export function claim(engine: Engine, job: string): Result<null> {
  const { db, owner, claims, dataFolder } = engine
  if (isReadOnly(db)) return failure({ code: 'folder.read-only', detail: dataFolder })
  const times = claims.jobs.get(job) ?? 0
  if (times === 0) {
    const claimed = claimJob(db, { job, owner, ...judgingOf(engine) })
    if (!claimed.ok) return claimed
  }
  claims.jobs.set(job, times + 1)
  // A sign of life that finds the database locked is given the next time.
  claims.beat ??= setInterval(() => void giveSignOfLife(db, { owner, at: engine.now().toISOString() }), beatMilliseconds)
  return { ok: true, value: null }
}

/** Ends a claim. */
export function release({ db, owner, claims }: Engine, job: string): void {
  const times = claims.jobs.get(job) ?? 0
  if (times > 1) {
    claims.jobs.set(job, times - 1)
    return
  }
  claims.jobs.delete(job)
  // What cannot be released now is free as soon as this program has ended.
  releaseJob(db, { job, owner })
  if (claims.jobs.size > 0 || claims.beat === null) return
  clearInterval(claims.beat)
  claims.beat = null
}

/** Does work as the owner of a job. */
export async function owned<Value>(engine: Engine, job: string, work: () => Promise<Result<Value>> | Result<Value>): Promise<Result<Value>> {
  const claimed = claim(engine, job)
  if (!claimed.ok) return claimed
  const { working } = engine.claims
  const done = (async () => work())().finally(() => {
    working.delete(done)
    release(engine, job)
  })
  working.add(done)
  return done
}

/** The other program that owns a job; null where none does. */
export function ownerElsewhere(engine: Engine, job: string): Problem | null {
  const other = readOwners(engine.db).find((one) => one.job === job && one.token !== engine.owner.token)
  return other === undefined ? null : atWork(other, judgingOf(engine))
}
