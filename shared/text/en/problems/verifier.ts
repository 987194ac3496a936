import type { VerifierProblemCode } from '../../../model/problems/verifier'
import type { Explanation } from '../../explanation'

export const verifier = {} as Record<VerifierProblemCode, Explanation>
