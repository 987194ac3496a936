import type { ReaderProblemCode } from '../../../model/problems/reader'
import type { Explanation } from '../../explanation'

export const reader = {} as Record<ReaderProblemCode, Explanation>
