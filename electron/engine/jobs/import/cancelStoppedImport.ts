import { failure, type Result } from '../../../../shared/model/problem'
import { readImportSummary } from '../../../store'
import type { Engine } from '../../handler'
import { asOwner } from '../ownership/asOwner'
import { undoImportJob } from '../undo/undoImportJob'
import { importJobName } from './importJobName'

/**
 * Cancels an import that is not running in this program: one that was left, paused by a program that has ended, or interrupted. What it has stored is removed.
 *
 * @returns as `resumeImportJob`
 */
export async function cancelStoppedImport(engine: Engine, importId: string): Promise<Result<{ readonly removed: number }>> {
  if (readImportSummary(engine.db, importId) === null) return failure({ code: 'import.not-found', detail: importId })
  return asOwner(engine, importJobName(importId), () =>
    readImportSummary(engine.db, importId)?.state === 'done'
      ? failure({ code: 'import.already-done', detail: importId })
      : undoImportJob(engine, importId, 'cancelled'),
  )
}
