import type { UndoState } from '../../../../shared/contract/importing'
import { pendingUndos, type Undo } from '../../../store'
import type { Engine } from '../../handler'

/** The state of an undo for the window. */
export const stateOfUndo = ({ importId, done, total }: Undo, running: boolean): UndoState => ({ importId, done, total, running })

/** The state of the pending undo; null where there is none. */
export function undoState({ db, undoing }: Pick<Engine, 'db' | 'undoing'>): UndoState | null {
  const undo = pendingUndos(db)[0]
  return undo === undefined ? null : stateOfUndo(undo, undoing.has(undo.importId))
}
