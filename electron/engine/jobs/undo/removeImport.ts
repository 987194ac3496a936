import type { UndoState } from '../../../../shared/contract/importing'
import { type Result, success } from '../../../../shared/model/problem'
import { continueUndo, leaveStep, type Undo } from '../../../store'
import { act } from '../../act'
import type { Engine } from '../../handler'
import { rebuildBeside } from '../../maintenance'
import { pause } from '../pause'
import { percentReporter } from '../percentReporter'
import { type RequestOfUndo, requestBeforeRemoval } from './requestBeforeRemoval'
import { stateOfUndo } from './undoState'

/** Called with the state of a running undo. */
export type UndoProgress = (state: UndoState) => Promise<void> | void

/** What an undo has removed. */
export interface Removal {
  readonly removed: number
  /** False where it was stopped. */
  readonly finished: boolean
  readonly request: RequestOfUndo | null
}

/** Does one part of an undo after another until it has ended or is stopped. Other calls are answered meanwhile. */
export async function removeImport(engine: Engine, begun: Undo, progress: UndoProgress, signal: AbortSignal): Promise<Result<Removal>> {
  const { importId } = begun
  const report = percentReporter()
  let [undo, request]: [Undo, RequestOfUndo | null] = [begun, null]
  for (;;) {
    await report(undo.done, undo.total, () => progress(stateOfUndo(undo, true)))
    await pause()
    if (signal.aborted) return success({ removed: undo.removed, finished: false, request })
    if (undo.step === 'documents') {
      const requested = requestBeforeRemoval(engine, importId)
      if (!requested.ok) return requested
      request = requested.value
    }
    if (undo.step === 'space') {
      const rebuilt = await rebuildBeside(engine)
      if (!rebuilt.ok) return rebuilt
      leaveStep(engine.db, { importId, step: 'space' })
    }
    const continued = continueUndo(engine.db, { importId, ...act(engine) })
    if (!continued.ok) return continued
    if (continued.value === null) return success({ removed: undo.removed, finished: true, request })
    undo = continued.value
  }
}
