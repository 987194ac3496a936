import type { Problem } from '../../../../shared/model/problem'
import { atWork, isGone, isReadOnly, readOwners } from '../../../store'
import type { Engine } from '../../handler'
import { ownerCheckOf } from './ownerCheckOf'

/** Why this program may not begin work on the data folder now: it is read-only, or another program works on it. Null where it may. */
export function refusal(engine: Engine): Problem | null {
  if (isReadOnly(engine.db)) return { code: 'folder.read-only', detail: engine.dataFolder }
  const check = ownerCheckOf(engine)
  const other = readOwners(engine.db).find((one) => one.token !== engine.owner.token && !isGone(one, check))
  return other === undefined ? null : atWork(other, check)
}
