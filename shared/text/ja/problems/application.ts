import type { ApplicationProblemCode } from '../../../model/problems/application'
import type { Explanation } from '../../explanation'

export const application = {} as Record<ApplicationProblemCode, Explanation>
