import { failure, success } from '../../../shared/model/problem'
import { readImport, readImportItems, readImportSummary, readImports } from '../../store'
import type { Handlers } from '../handler'
import { resumeImportJob, startImportJob } from '../jobs/importJob'
import { takeBack } from '../jobs/takeBack'
import { newestList } from '../knowledge'

const notFound = (importId: string) => failure({ code: 'import.not-found', detail: importId } as const)

export const importing: Pick<
  Handlers,
  'import.start' | 'import.pause' | 'import.resume' | 'import.cancel' | 'import.list' | 'import.read' | 'import.items' | 'import.undo'
> = {
  'import.start': ({ paths }, engine) => {
    const started = startImportJob(engine, paths)
    return started.ok ? success({ importId: started.value.importId }) : started
  },
  'import.pause': ({ importId }, { jobs }) => {
    const job = jobs.get(importId)
    if (job === undefined) return notFound(importId)
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
    if (job === undefined) return notFound(importId)
    job.cancel()
    await job.ended
    return success({})
  },
  'import.list': (_input, { db }) => success({ imports: readImports(db) }),
  'import.read': ({ importId }, { db }) => readImport(db, { importId, newestList }),
  'import.items': (input, { db }) => (readImportSummary(db, input.importId) === null ? notFound(input.importId) : success(readImportItems(db, input))),
  'import.undo': async ({ importId }, engine) => {
    if (engine.jobs.has(importId)) return failure({ code: 'import.interrupted', detail: importId })
    const undone = await takeBack(engine, importId, 'undone')
    if (!undone.ok) return undone
    engine.tell('data.changed', { what: 'import' })
    return success(undone.value)
  },
}
