import { type Result, success } from '../../../shared/model/problem'
import { saveMismatches } from '../../store'
import type { Mismatch } from '../../verifier'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine } from '../handler'

/**
 * Disables canonicalization plans after a mismatch with a cross-check, for good: in this engine, in workers opened later, and whenever the data folder is opened
 * again. The mismatches are written into the audit log, and every screen shows a notice.
 *
 * @returns whether there was a mismatch: then earlier verdicts are doubtful.
 */
export function disablePlans(engine: Engine, mismatches: readonly Mismatch[]): Result<boolean> {
  if (mismatches.length === 0) return success(false)
  engine.crossCheck.disablePlans()
  const saved = saveMismatches(engine.db, { mismatches: mismatches.map((mismatch) => ({ ...mismatch })), ...act(engine) })
  if (!saved.ok) return saved
  jobChanged(engine, 'difference')
  return success(true)
}
