import { attempt, isReadOnly, markInterrupted, readImportSummary, readOwners } from '../store'
import { jobChanged } from './changed'
import type { Engine } from './handler'
import { ownerCheckOf } from './jobs/ownership/ownerCheckOf'

const watchMilliseconds = 2000

/**
 * Notifies the window of the progress of other programs' imports and of their changes. An import whose program is gone is marked as interrupted.
 *
 * @returns a function that ends the watching.
 */
export function watchOthers(engine: Engine): () => void {
  const { db, owner, tell } = engine
  let version = db.pragma('data_version', { simple: true })
  const check = () => {
    if (!isReadOnly(db)) markInterrupted(db, ownerCheckOf(engine))
    const now = db.pragma('data_version', { simple: true })
    const others = readOwners(db).filter(({ token }) => token !== owner.token)
    if (now === version) return
    for (const { job } of others) {
      const summary = job.startsWith('import:') ? readImportSummary(db, job.slice('import:'.length)) : null
      if (summary !== null) tell('import.progress', summary)
    }
    if (others.length > 0) return
    version = now
    jobChanged(engine, 'otherProgram')
  }
  // A problem of the database is reported by the next call that reads it.
  const timer = setInterval(() => void attempt(check), watchMilliseconds)
  return () => clearInterval(timer)
}
