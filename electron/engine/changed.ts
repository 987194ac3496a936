import { type CallName, callsReading, contract } from '../../shared/contract'
import { type Fact, factsInMemory, type JobName, jobs } from '../../shared/contract/change'
import { totalChanges } from '../store'
import type { Engine } from './handler'

const tell = (engine: Pick<Engine, 'tell'>, facts: readonly Fact[]): void => engine.tell('data.changed', { facts, calls: callsReading(facts) })

/** Notifies the window of the facts that work without an open call has changed. */
export const jobChanged = (engine: Pick<Engine, 'tell'>, name: JobName): void => tell(engine, jobs[name].changes)

/**
 * Does the work of a call, then notifies the window of the facts the call changes. Where nothing was written, only facts kept in memory can have changed. Work
 * that failed may have written something before.
 */
export async function tellingChanges<Value>(engine: Pick<Engine, 'db' | 'tell'>, name: CallName, work: () => Promise<Value> | Value): Promise<Value> {
  const { changes } = contract[name]
  if (changes.length === 0) return work()
  const before = totalChanges(engine.db)
  try {
    return await work()
  } finally {
    const changed = totalChanges(engine.db) !== before ? changes : changes.filter((fact) => factsInMemory.includes(fact))
    if (changed.length > 0) tell(engine, changed)
  }
}
