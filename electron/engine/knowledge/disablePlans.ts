import { type Result, success } from '../../../shared/model/problem'
import { saveMismatches } from '../../store'
import { allowPlans, type Difference } from '../../verifier'
import { act } from '../act'
import type { Engine } from '../handler'

/**
 * Disables canonicalization plans after a mismatch with a cross-check: in this thread, in workers opened later, and whenever the data folder is opened again. The
 * mismatches are written into the audit log, and every screen shows a notice.
 *
 * @returns whether there was a mismatch: then earlier verdicts are doubtful.
 */
export function disablePlans(engine: Engine, mismatches: readonly Difference[]): Result<boolean> {
  if (mismatches.length === 0) return success(false)
  allowPlans(false)
  const saved = saveMismatches(engine.db, { mismatches: mismatches.map((mismatch) => ({ ...mismatch })), ...act(engine) })
  if (!saved.ok) return saved
  engine.tell('data.changed', { what: 'settings' })
  return success(true)
}
