import type { Result } from '../../../../shared/model/problem'
import type { Engine } from '../../handler'
import { claim } from './claim'
import { release } from './release'

/** Does work as the owner of a job. */
export async function asOwner<Value>(engine: Engine, job: string, work: () => Promise<Result<Value>> | Result<Value>): Promise<Result<Value>> {
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
