import type { OwnerCheck } from '../../../store'
import type { Engine } from '../../handler'

/** How this engine decides whether the owner of a job has ended. */
export const ownerCheckOf = ({ now, takeOver }: Engine): OwnerCheck => ({ at: now().toISOString(), confirmed: takeOver })
