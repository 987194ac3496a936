import type { RosterProblemCode } from '../../../model/problems/roster'
import type { Explanation } from '../../explanation'

export const roster = {} as Record<RosterProblemCode, Explanation>
