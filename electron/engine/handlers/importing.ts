import type { ImportSummary } from '../../../shared/contract/importing'
import { failure, success } from '../../../shared/model/problem'
import { countRemovable, isGone, type Owner, readImport, readImportItems, readImportSummary, readImports, readOwners } from '../../store'
import type { Engine, Handlers } from '../handler'
import { cancelStoppedImport } from '../jobs/import/cancelStoppedImport'
import { importJobName } from '../jobs/import/importJobName'
import { resumeImportJob } from '../jobs/import/resumeImportJob'
import { startImportJob } from '../jobs/import/startImportJob'
import { asOwner } from '../jobs/ownership/asOwner'
import { ownerCheckOf } from '../jobs/ownership/ownerCheckOf'
import { ownerElsewhere } from '../jobs/ownership/ownerElsewhere'
import { stopUndos } from '../jobs/undo/stopUndos'
import { undoImportJob } from '../jobs/undo/undoImportJob'
import { undoState } from '../jobs/undo/undoState'
import { newestList } from '../knowledge/knowledge'

const notFound = (importId: string) => failure({ code: 'import.not-found', detail: importId } as const)

/** All imports, those whose owner is gone as interrupted: in a folder that may not be written, too. */
export function listImports(engine: Engine): readonly ImportSummary[] {
  const { db } = engine
  const check = ownerCheckOf(engine)
  const owners = readOwners(db).filter((owner) => !isGone(owner, check))
  return readImports(db).map((summary) =>
    summary.state === 'running' && !owners.some(({ job }) => job === importJobName(summary.importId)) ? { ...summary, state: 'interrupted' as const } : summary,
  )
}

/** The program at work on an import; null where there is none. */
export function importOwner(engine: Engine, importId: string): Pick<Owner, 'program' | 'host' | 'processId'> | null {
  const found = readOwners(engine.db).find((one) => one.job === importJobName(importId) && !isGone(one, ownerCheckOf(engine)))
  return found === undefined ? null : { program: found.program, host: found.host, processId: found.processId }
}

/** Undoes an import as the owner of that work; what is not there is said without writing anything. */
export async function undoAsOwner(engine: Engine, importId: string, progress?: Parameters<typeof undoImportJob>[3]): ReturnType<typeof undoImportJob> {
  if (readImportSummary(engine.db, importId) === null) return notFound(importId)
  return asOwner(engine, `undo:${importId}`, () => undoImportJob(engine, importId, 'undone', progress))
}

export const importing: Pick<
  Handlers,
  | 'import.start'
  | 'import.pause'
  | 'import.resume'
  | 'import.cancel'
  | 'import.list'
  | 'import.read'
  | 'import.items'
  | 'import.undo'
  | 'import.undoPreview'
  | 'import.undoState'
  | 'import.stopUndo'
> = {
  'import.start': ({ paths }, engine) => {
    const started = startImportJob(engine, paths)
    return started.ok ? success({ importId: started.value.importId }) : started
  },
  'import.pause': ({ importId }, engine) => {
    const job = engine.jobs.get(importId)
    if (job === undefined) return failure(ownerElsewhere(engine, importJobName(importId)) ?? { code: 'import.not-found', detail: importId })
    job.pause()
    return success({})
  },
  'import.resume': ({ importId }, engine) => {
    const job = engine.jobs.get(importId)
    if (job === undefined) {
      const resumed = resumeImportJob(engine, importId)
      return resumed.ok ? success({}) : resumed
    }
    job.resume()
    return success({})
  },
  'import.cancel': async ({ importId }, engine) => {
    const job = engine.jobs.get(importId)
    if (job === undefined) {
      const cancelled = await cancelStoppedImport(engine, importId)
      return cancelled.ok ? success({}) : cancelled
    }
    job.cancel()
    await job.ended
    return success({})
  },
  'import.list': (_input, engine) => success({ imports: [...listImports(engine)] }),
  'import.read': ({ importId }, { db }) => readImport(db, { importId, newestList }),
  'import.items': (input, { db }) => (readImportSummary(db, input.importId) === null ? notFound(input.importId) : success(readImportItems(db, input))),
  'import.undo': async ({ importId }, engine) => {
    if (engine.jobs.has(importId)) return failure({ code: 'import.interrupted', detail: importId })
    return undoAsOwner(engine, importId)
  },
  'import.undoPreview': ({ importId }, { db }) => (readImportSummary(db, importId) === null ? notFound(importId) : success(countRemovable(db, importId))),
  'import.undoState': (_input, engine) => success({ undo: undoState(engine) }),
  'import.stopUndo': async (_input, engine) => {
    await stopUndos(engine)
    return success({})
  },
}
