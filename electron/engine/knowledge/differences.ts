import { type Result, success } from '../../../shared/model/problem'
import { saveDifferences } from '../../store'
import { allowPlans, type Difference } from '../../verifier'
import { act } from '../act'
import { jobChanged } from '../changed'
import type { Engine } from '../handler'

/**
 * Where a second look found the fast way of verifying to differ, it is put out of use for good: here, in workers from now on, and whenever the data folder is
 * opened again. The log keeps what differed, and every screen says so.
 *
 * @returns whether anything differed: then what was judged before cannot be relied on.
 */
export function heedDifferences(engine: Engine, differences: readonly Difference[]): Result<boolean> {
  if (differences.length === 0) return success(false)
  allowPlans(false)
  const saved = saveDifferences(engine.db, { differences: differences.map((difference) => ({ ...difference })), ...act(engine) })
  if (!saved.ok) return saved
  jobChanged(engine, 'difference')
  return success(true)
}
