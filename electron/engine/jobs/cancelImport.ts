import { failure, type Result } from '../../../shared/model/problem'
import { readImportSummary } from '../../store'
import type { Engine } from '../handler'
import { jobOf } from './importJob'
import { owned } from './owned'
import { takeBack } from './takeBack'

/**
 * Takes back what an import has stored that is not under way in this program: one that was left, paused by a program that has ended, or interrupted.
 *
 * @returns as `resumeImportJob`
 */
export async function cancelStoppedImport(engine: Engine, importId: string): Promise<Result<{ readonly removed: number }>> {
  if (readImportSummary(engine.db, importId) === null) return failure({ code: 'import.not-found', detail: importId })
  return owned(engine, jobOf(importId), () =>
    readImportSummary(engine.db, importId)?.state === 'done'
      ? failure({ code: 'import.already-done', detail: importId })
      : takeBack(engine, importId, 'cancelled'),
  )
}
