import type { VerifiedAgain } from '../../../../shared/contract/verification'
import { type Result, success } from '../../../../shared/model/problem'
import type { Engine } from '../../handler'
import { enqueue } from '../queue/enqueue'
import { reportProgress } from '../queue/reportProgress'
import { dismissUnaffected } from './dismissUnaffected'
import type { ReverifyRequest } from './reverifyRequest'
import { verifyPending } from './verifyPending'

/** Reverifies what a request concerns, when earlier work has ended. What is stopped stays pending, and the next reverification includes it. */
export const performRequest = (
  engine: Engine,
  request: number,
  { affectedBy, signal }: Pick<ReverifyRequest, 'affectedBy' | 'signal'> = {},
): Promise<Result<VerifiedAgain>> =>
  enqueue(engine, signal, async (stop) => {
    // Which badges are affected is not known yet: 0 of 0.
    reportProgress(engine, { what: 'verdicts', done: 0, total: 0 })
    const dismissed = affectedBy === undefined ? success(null) : await dismissUnaffected(engine, request, affectedBy, stop)
    return dismissed.ok ? verifyPending(engine, request, stop) : dismissed
  })
