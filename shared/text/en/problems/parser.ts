import type { ParserProblemCode } from '../../../model/problems/parser'
import type { Explanation } from '../../explanation'

export const parser = {} as Record<ParserProblemCode, Explanation>
