import { failure, type Problem, type Result } from '../../../shared/model/problem'
import { stateOf } from './connection'
import { attempt, required } from './databaseProblem'
import { type Owner, type Presence, presenceOf } from './ownerProcess'
import { type Database, guardTransactions, readAll, readOne, transaction, write } from './statement'

/** A program and the job it works on: `import:ID`, `undo:ID`, `roster`, `register`, `verification`, `sample`. Instants are RFC 3339, UTC. */
export interface JobOwner extends Owner {
  readonly job: string
  readonly since: string
  readonly seenAt: string
}

/** What decides whether an owner has ended: this instant, and whether a person has confirmed that an owner on another PC has ended. */
export interface OwnerCheck {
  readonly at: string
  readonly confirmed?: boolean
  /** Tests replace it. */
  readonly presence?: (owner: Owner) => Presence
}

/** An owner records a sign of life every ten seconds; without one for this long it counts as ended where the system cannot tell. */
const staleMilliseconds = 120_000

/** Has the owner recorded no sign of life for long? One from the future counts as none: a clock was set back. */
const isSilent = ({ seenAt }: Pick<JobOwner, 'seenAt'>, at: string): boolean => Math.abs(Date.parse(at) - Date.parse(seenAt)) > staleMilliseconds

/** Has the owner ended, so that another program may take over its job? */
export function isGone(owner: Owner & { readonly seenAt: string }, { at, confirmed = false, presence = presenceOf }: OwnerCheck): boolean {
  const found = presence(owner)
  if (found === 'present' || found === 'gone') return found === 'gone'
  return isSilent(owner, at) && (found === 'unknown' || confirmed)
}

/** A problem that names the owner: kind of program, computer, process and job. */
export function atWork(owner: JobOwner, { at, presence = presenceOf }: OwnerCheck): Problem {
  const detail = `${owner.host}, ${owner.processId}, ${owner.job}, ${owner.since}`
  if (presence(owner) === 'elsewhere' && isSilent(owner, at)) return { code: 'work.elsewhere', detail }
  return { code: owner.program === 'window' ? 'work.window' : 'work.command', detail }
}

/** All owners, those that ended without releasing their jobs included. */
export const readOwners = (db: Database): readonly JobOwner[] =>
  readAll<JobOwner>(
    db,
    `SELECT job, token, program, process_id AS processId, process_start AS processStart, host, since, seen_at AS seenAt
     FROM job_owner ORDER BY since, job`,
  )

/** The jobs a connection has claimed. Each of its transactions checks that they are still its own: after a take-over it writes nothing more. */
function claimsOf(db: Database, { token }: Owner): Set<string> {
  const state = stateOf(db)
  if (state.claims !== null) return state.claims.jobs
  const jobs = new Set<string>()
  state.claims = { token, jobs }
  guardTransactions(db, {
    check: () => {
      if (jobs.size === 0) return
      const { count } = readOne<{ count: number }>(db, 'SELECT COUNT(*) AS count FROM job_owner WHERE token = :token', { token })! // A count gives one row.
      if (count < jobs.size) required(failure({ code: 'work.lost', detail: [...jobs].join(', ') }))
    },
  })
  return jobs
}

/** Inside a transaction: releases the jobs of owners that are gone. @returns the imports that are interrupted now. */
function clearGone(db: Database, check: OwnerCheck): readonly string[] {
  for (const owner of readOwners(db)) if (isGone(owner, check)) write(db, 'DELETE FROM job_owner WHERE job = :job', { job: owner.job })
  return readAll<{ id: string }>(
    db,
    "UPDATE import SET state = 'interrupted' WHERE state = 'running' AND 'import:' || id NOT IN (SELECT job FROM job_owner) RETURNING id",
  ).map(({ id }) => id)
}

/** Is an import recorded as running, or a job as owned, whose owner is gone? Checked first, so that nothing is written where there is nothing to do. */
const isAnyGone = (db: Database, check: OwnerCheck): boolean =>
  readOwners(db).some((owner) => isGone(owner, check)) ||
  readOne(db, "SELECT 1 FROM import WHERE state = 'running' AND 'import:' || id NOT IN (SELECT job FROM job_owner) LIMIT 1") !== undefined

/** Marks imports as interrupted that were running when their owner ended. @returns their ids. */
export const markInterrupted = (db: Database, check: OwnerCheck): Result<readonly string[]> =>
  attempt(() => (isAnyGone(db, check) ? transaction(db, () => clearGone(db, check)) : []))

/**
 * Makes a program the owner of a job. One program at a time works on a data folder: the job is refused while another program that is not gone owns one. A
 * program may own several jobs at a time.
 *
 * @returns `work.window`, `work.command`, `work.elsewhere`: the other owner.
 */
export const claimJob = (db: Database, { job, owner, ...check }: { readonly job: string; readonly owner: Owner } & OwnerCheck): Result<null> =>
  attempt(() => {
    const jobs = claimsOf(db, owner)
    // Not a guarded transaction: a folder that holds nothing but a claim is removed again when its work fails.
    const claim = db.transaction(() => {
      clearGone(db, check)
      const other = readOwners(db).find(({ token }) => token !== owner.token)
      if (other !== undefined) required(failure(atWork(other, check)))
      const { token, program, processId, processStart, host } = owner
      write(
        db,
        `INSERT INTO job_owner (job, token, program, process_id, process_start, host, since, seen_at)
         VALUES (:job, :token, :program, :processId, :processStart, :host, :at, :at)`,
        { job, token, program, processId, processStart, host, at: check.at },
      )
    })
    claim.immediate()
    jobs.add(job)
    return null
  })

/** Releases a job. Does nothing where another program has taken it over. */
export const releaseJob = (db: Database, { job, owner }: { readonly job: string; readonly owner: Owner }): Result<null> => {
  stateOf(db).claims?.jobs.delete(job)
  return attempt(() => {
    write(db, 'DELETE FROM job_owner WHERE job = :job AND token = :token', { job, token: owner.token })
    return null
  })
}

/** Records a sign of life for all jobs of a program. */
export const recordSignOfLife = (db: Database, { owner, at }: { readonly owner: Owner; readonly at: string }): Result<null> =>
  attempt(() => {
    write(db, 'UPDATE job_owner SET seen_at = :at WHERE token = :token', { token: owner.token, at })
    return null
  })
