import type { ProblemCode } from '../../../model/problem'
import type { Explanation } from '../../explanation'
import { application } from './application'
import { parser } from './parser'
import { reader } from './reader'
import { requirement } from './requirement'
import { roster } from './roster'
import { verifier } from './verifier'

/** Every problem code in words; the compiler names the ones that are missing. */
export const problems: Record<ProblemCode, Explanation> = { ...reader, ...parser, ...verifier, ...roster, ...requirement, ...application }
