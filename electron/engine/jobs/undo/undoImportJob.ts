import type { Output } from '../../../../shared/contract'
import { failure, type Result, success } from '../../../../shared/model/problem'
import { beginUndo, countPending, pendingUndos, type Undo } from '../../../store'
import { jobChanged } from '../../changed'
import type { Engine } from '../../handler'
import { enqueue } from '../queue/enqueue'
import { performRequest } from '../reverify/performRequest'
import { reverify } from '../reverify/reverify'
import { removeImport, type UndoProgress } from './removeImport'
import type { RequestOfUndo } from './requestBeforeRemoval'

type Undone = Output<'import.undo'>

/** Reverifies what the removed documents affect; after an undo that was killed, everything that is pending. */
async function reverifyAfterUndo(engine: Engine, request: RequestOfUndo | null): Promise<Result<unknown>> {
  if (request !== null) return performRequest(engine, request.number, { affectedBy: request.affectedBy })
  if (countPending(engine.db) === 0) return success(null)
  return reverify(engine, { why: 'undo', credentialIds: new Set() })
}

function begin(engine: Engine, undo: Undo, resumed: boolean, progress: UndoProgress): Promise<Result<Undone>> {
  const { importId } = undo
  const { undoing } = engine
  const stop = new AbortController()
  const run = async (): Promise<Result<Undone>> => {
    // Enqueued with reverifications: a badge must not be removed while it is verified.
    const removal = await enqueue(engine, stop.signal, (signal) => removeImport(engine, undo, progress, signal))
    if (!removal.ok) return removal
    const { removed, finished, request } = removal.value
    const reverified = finished && (request !== null || resumed) ? await reverifyAfterUndo(engine, request) : success(null)
    return reverified.ok ? success({ removed, finished }) : reverified
  }
  const ended = run().finally(() => {
    undoing.delete(importId)
    jobChanged(engine, 'undo')
  })
  undoing.set(importId, { importId, stop: () => stop.abort(), ended })
  return ended
}

/**
 * Undoes an import, or continues an undo that was stopped or killed. Credentials that the removed supporting documents affect are reverified. Badges that a later
 * import contained too belong to that import afterwards.
 *
 * @returns how many credentials were removed, those before a stop included; `import.not-found`, `import.already-undone`, and `import.running` while another
 * import of this program is running.
 */
export async function undoImportJob(
  engine: Engine,
  importId: string,
  as: 'undone' | 'cancelled' = 'undone',
  progress: UndoProgress = (state) => engine.tell('undo.progress', state),
): Promise<Result<Undone>> {
  const running = engine.undoing.get(importId)
  if (running !== undefined) return running.ended
  const other = [...engine.jobs.keys()].find((id) => id !== importId)
  if (other !== undefined && as === 'undone') return failure({ code: 'import.running', detail: other })
  const resumed = pendingUndos(engine.db).some((undo) => undo.importId === importId)
  const begun = beginUndo(engine.db, { importId, as })
  return begun.ok ? begin(engine, begun.value, resumed, progress) : begun
}
