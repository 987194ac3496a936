import { failure, type Problem, type Result } from '../../../shared/model/problem'
import { attempt, required } from './databaseProblem'
import { type Owner, type Presence, presenceOf } from './ownerProcess'
import { type Database, guardTransactions, readAll, readOne, transaction, write } from './statement'

/** An owner at work on a job: `import:ID`, `undo:ID`, `roster`, `register`, `verification`, `sample`. Instants are RFC 3339, UTC. */
export interface JobOwner extends Owner {
  readonly job: string
  readonly since: string
  readonly seenAt: string
}

/** How an owner is judged: by this instant, and whether a person has confirmed that an owner on another PC has ended. */
export interface Judging {
  readonly at: string
  readonly confirmed?: boolean
  /** Only tests give another. */
  readonly presence?: (owner: Owner) => Presence
}

/** An owner gives a sign of life every ten seconds; without one for this long it has ended, where the system cannot say. */
const staleMilliseconds = 120_000

/** Has the owner given no sign of life for long? One from the future is none: a clock was set back. */
const isSilent = ({ seenAt }: Pick<JobOwner, 'seenAt'>, at: string): boolean => Math.abs(Date.parse(at) - Date.parse(seenAt)) > staleMilliseconds

/** May another program take over what this owner was at work on? */
export function isGone(owner: Owner & { readonly seenAt: string }, { at, confirmed = false, presence = presenceOf }: Judging): boolean {
  const found = presence(owner)
  if (found === 'present' || found === 'gone') return found === 'gone'
  return isSilent(owner, at) && (found === 'unknown' || confirmed)
}

/** Who is at work, in a problem: the kind of program, and its place, process and job. */
export function atWork(owner: JobOwner, { at, presence = presenceOf }: Judging): Problem {
  const detail = `${owner.host}, ${owner.processId}, ${owner.job}, ${owner.since}`
  if (presence(owner) === 'elsewhere' && isSilent(owner, at)) return { code: 'work.elsewhere', detail }
  return { code: owner.program === 'window' ? 'work.window' : 'work.command', detail }
}

/** Everybody at work, or who ended without saying so. */
export const readOwners = (db: Database): readonly JobOwner[] =>
  readAll<JobOwner>(
    db,
    `SELECT job, token, program, process_id AS processId, process_start AS processStart, host, since, seen_at AS seenAt
     FROM job_owner ORDER BY since, job`,
  )

/** The jobs a connection has claimed. */
const claimed = new WeakMap<Database, { readonly token: string; readonly jobs: Set<string> }>()

/** Each transaction of a connection with claims asks whether they are still its own: after a take-over nothing more is written, and nothing done twice. */
function claimsOf(db: Database, { token }: Owner): Set<string> {
  const known = claimed.get(db)
  if (known !== undefined) return known.jobs
  const jobs = new Set<string>()
  claimed.set(db, { token, jobs })
  guardTransactions(db, {
    check: () => {
      if (jobs.size === 0) return
      const { count } = readOne<{ count: number }>(db, 'SELECT COUNT(*) AS count FROM job_owner WHERE token = :token', { token })! // A count gives one row.
      if (count < jobs.size) required(failure({ code: 'work.lost', detail: [...jobs].join(', ') }))
    },
  })
  return jobs
}

/** Inside a transaction: ends what owners that are gone have left. @returns the imports that are interrupted now. */
function clearGone(db: Database, judging: Judging): readonly string[] {
  for (const owner of readOwners(db)) if (isGone(owner, judging)) write(db, 'DELETE FROM job_owner WHERE job = :job', { job: owner.job })
  return readAll<{ id: string }>(
    db,
    "UPDATE import SET state = 'interrupted' WHERE state = 'running' AND 'import:' || id NOT IN (SELECT job FROM job_owner) RETURNING id",
  ).map(({ id }) => id)
}

/** Is an import recorded as running, or a job as owned, whose owner is gone? Asked first, so that nothing is written where there is nothing to do. */
const isAnyGone = (db: Database, judging: Judging): boolean =>
  readOwners(db).some((owner) => isGone(owner, judging)) ||
  readOne(db, "SELECT 1 FROM import WHERE state = 'running' AND 'import:' || id NOT IN (SELECT job FROM job_owner) LIMIT 1") !== undefined

/** Marks every import as interrupted that was under way when its owner ended. @returns their ids. */
export const markInterrupted = (db: Database, judging: Judging): Result<readonly string[]> =>
  attempt(() => (isAnyGone(db, judging) ? transaction(db, () => clearGone(db, judging)) : []))

/**
 * Makes a program the owner of a job. One program at a time works on a data folder: a job of another program that is not gone is the reason to refuse this
 * one. A program may own several jobs at a time.
 *
 * @returns `work.window`, `work.command`, `work.elsewhere`: who is at work.
 */
export const claimJob = (db: Database, { job, owner, ...judging }: { readonly job: string; readonly owner: Owner } & Judging): Result<null> =>
  attempt(() => {
    const jobs = claimsOf(db, owner)
    // Not a guarded transaction: a claim is no work, and a folder begun for work of which nothing comes is removed with it.
    const claim = db.transaction(() => {
      clearGone(db, judging)
      const other = readOwners(db).find(({ token }) => token !== owner.token)
      if (other !== undefined) required(failure(atWork(other, judging)))
      const { token, program, processId, processStart, host } = owner
      write(
        db,
        `INSERT INTO job_owner (job, token, program, process_id, process_start, host, since, seen_at)
         VALUES (:job, :token, :program, :processId, :processStart, :host, :at, :at)`,
        { job, token, program, processId, processStart, host, at: judging.at },
      )
    })
    claim.immediate()
    jobs.add(job)
    return null
  })

/** Ends the ownership of a job; of one that was taken over meanwhile, nothing. */
export const releaseJob = (db: Database, { job, owner }: { readonly job: string; readonly owner: Owner }): Result<null> => {
  claimed.get(db)?.jobs.delete(job)
  return attempt(() => {
    write(db, 'DELETE FROM job_owner WHERE job = :job AND token = :token', { job, token: owner.token })
    return null
  })
}

/** A sign of life for all jobs of a program. */
export const giveSignOfLife = (db: Database, { owner, at }: { readonly owner: Owner; readonly at: string }): Result<null> =>
  attempt(() => {
    write(db, 'UPDATE job_owner SET seen_at = :at WHERE token = :token', { token: owner.token, at })
    return null
  })
