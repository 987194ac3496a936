import type { ImportSummary } from '../../../../shared/contract/importing'
import { failure, type Result } from '../../../../shared/model/problem'
import { openIntake } from '../../../intake'
import { finishImport, mismatchAt, readImportSummary, setImportState } from '../../../store'
import { act } from '../../act'
import { jobChanged } from '../../changed'
import type { Engine, ImportJob } from '../../handler'
import { release } from '../ownership/release'
import { makeGate } from './gate'
import { importJobName } from './importJobName'
import { importUnits } from './importUnits'
import { type ImportProgress, type ImportWork, notifyOfImport } from './importWork'
import { rollBackImport } from './rollBackImport'

/** Runs an import that is claimed and recorded, and adds it to the engine's jobs. */
export function beginImport(engine: Engine, work: ImportWork, progress: ImportProgress): ImportJob {
  const gate = makeGate()
  const stop = new AbortController()
  let leaving = false
  const { importId } = work
  const { db } = engine
  const setState = (state: ImportSummary['state']) => setImportState(db, { importId, state, ...act(engine) })
  const notify = () => notifyOfImport(engine)(readImportSummary(db, importId)!)

  const run = async (): Promise<Result<ImportSummary>> => {
    const intake = openIntake({ workerFile: engine.workerFile, signal: stop.signal, plans: mismatchAt(db) === null })
    const worked = await importUnits(engine, work, { intake, gate, signal: stop.signal, progress }).finally(intake.close)
    if (leaving) {
      // A paused import stays paused: somebody paused it.
      if (readImportSummary(db, importId)?.state === 'running') setState('interrupted')
      return failure({ code: 'import.interrupted', detail: importId })
    }
    if (worked.ok && !stop.signal.aborted) return finishImport(db, { importId, ...act(engine) })
    const rolledBack = await rollBackImport(engine, importId)
    return worked.ok ? rolledBack : worked
  }
  const conclude = async (): Promise<Result<ImportSummary>> => {
    try {
      const concluded = await run().finally(() => release(engine, importJobName(importId)))
      engine.jobs.delete(importId)
      if (!leaving) {
        notify()
        jobChanged(engine, 'import')
      }
      return concluded
    } catch (error) {
      // The call that began the import was answered long ago, so that an unexpected error cannot reach the contract's door: it is caught here.
      engine.jobs.delete(importId)
      return failure({ code: 'call.failed', detail: error instanceof Error ? error.message : String(error) })
    }
  }

  const ended = conclude()
  const job: ImportJob = {
    importId,
    pause: () => {
      gate.close()
      setState('paused')
      notify()
    },
    resume: () => {
      setState('running')
      gate.open()
      notify()
    },
    cancel: () => {
      stop.abort()
      gate.open()
    },
    leave: () => {
      leaving = true
      stop.abort()
      gate.open()
    },
    ended,
  }
  engine.jobs.set(importId, job)
  return job
}
