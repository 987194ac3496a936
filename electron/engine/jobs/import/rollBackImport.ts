import type { ImportSummary } from '../../../../shared/contract/importing'
import { type Result, success } from '../../../../shared/model/problem'
import { readImportSummary, setImportState } from '../../../store'
import { act } from '../../act'
import type { Engine } from '../../handler'
import { undoImportJob } from '../undo/undoImportJob'

/** Removes what a cancelled or failed import has saved. Where the rollback fails, the import is marked as interrupted. */
export async function rollBackImport(engine: Engine, importId: string): Promise<Result<ImportSummary>> {
  const undone = await undoImportJob(engine, importId, 'cancelled')
  if (undone.ok) return success(readImportSummary(engine.db, importId)!)
  setImportState(engine.db, { importId, state: 'interrupted', ...act(engine) })
  return undone
}
