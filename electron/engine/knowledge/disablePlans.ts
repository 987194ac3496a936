import { type Result, success } from '../../../shared/model/problem'
import { saveDifferences } from '../../store'
import type { Mismatch } from '../../verifier'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine } from '../handler'

/**
 * Disables canonicalization plans after a mismatch, for good: in this engine, in workers from now on, and whenever the data folder is opened again. The audit log
 * keeps the mismatches, and every screen shows that there were any.
 *
 * @returns whether there was a mismatch: then earlier verdicts cannot be relied on.
 */
export function disablePlans(engine: Engine, mismatches: readonly Mismatch[]): Result<boolean> {
  if (mismatches.length === 0) return success(false)
  engine.crossCheck.disablePlans()
  const saved = saveDifferences(engine.db, { differences: mismatches.map((mismatch) => ({ ...mismatch })), ...act(engine) })
  if (!saved.ok) return saved
  jobChanged(engine, 'difference')
  return success(true)
}
