import { attempt, isReadOnly, markInterrupted, readImportSummary, readOwners } from '../store'
import { jobChanged } from './changed'
import type { Engine } from './handler'
import { judgingOf } from './jobs/owned'

const watchMilliseconds = 2000

/**
 * Notifies the window of what other programs do with the data folder: the progress of their imports, and changes. An import whose program is gone is marked
 * as interrupted.
 *
 * @returns the end of it.
 */
export function watchOthers(engine: Engine): () => void {
  const { db, owner, tell } = engine
  let version = db.pragma('data_version', { simple: true })
  const look = () => {
    if (!isReadOnly(db)) markInterrupted(db, judgingOf(engine))
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
  // What cannot be read now is a problem of the next call that reads it.
  const timer = setInterval(() => void attempt(look), watchMilliseconds)
  return () => clearInterval(timer)
}
