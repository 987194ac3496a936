import type { ImportSummary } from '../../../../shared/contract/importing'
import type { Result } from '../../../../shared/model/problem'
import { pendingUndos } from '../../../store'
import type { Engine } from '../../handler'
import { undoImportJob } from '../undo/undoImportJob'
import type { ImportProgress } from './importWork'
import { startImportJob } from './startImportJob'

/** Imports everything under the paths and waits for the end. A pending undo is finished first. */
export async function runImport(engine: Engine, paths: readonly string[], { progress }: { readonly progress: ImportProgress }): Promise<Result<ImportSummary>> {
  for (const { importId, endsAs } of pendingUndos(engine.db)) {
    const finished = await undoImportJob(engine, importId, endsAs)
    if (!finished.ok) return finished
  }
  const job = startImportJob(engine, paths, progress)
  return job.ok ? job.value.ended : job
}
