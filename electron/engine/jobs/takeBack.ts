import { type Result, success } from '../../../shared/model/problem'
import { undoImport } from '../../store'
import { act } from '../act'
import type { Engine } from '../handler'
import { verifyAgain } from './verifyAgain'

/** Takes an import back. Where keys and lists go with it, which may have carried other verdicts, what stays is verified again. */
export async function takeBack(engine: Engine, importId: string, as: 'undone' | 'cancelled'): Promise<Result<{ readonly removed: number }>> {
  const undone = undoImport(engine.db, { importId, as, ...act(engine) })
  if (!undone.ok) return undone
  if (undone.value.supports > 0) {
    const again = await verifyAgain(engine, {})
    if (!again.ok) return again
  }
  return success({ removed: undone.value.removed })
}
