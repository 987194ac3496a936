import type { Problem } from '../../../../shared/model/problem'
import { atWork, readOwners } from '../../../store'
import type { Engine } from '../../handler'
import { ownerCheckOf } from './ownerCheckOf'

/** The problem that another program owns a job; null where none does. */
export function ownerElsewhere(engine: Engine, job: string): Problem | null {
  const other = readOwners(engine.db).find((one) => one.job === job && one.token !== engine.owner.token)
  return other === undefined ? null : atWork(other, ownerCheckOf(engine))
}
