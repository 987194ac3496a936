import { type Result, success } from '../../../../shared/model/problem'
import type { SupportDocument } from '../../../parser'
import { countPending, inOneTransaction, settleSupport } from '../../../store'
import type { VerifierContext } from '../../../verifier'
import type { Engine } from '../../handler'
import { rematch } from '../rematch/rematch'
import { performRequest } from '../reverify/performRequest'
import { requestReverification } from '../reverify/requestReverification'
import type { ReverifyRequest } from '../reverify/reverifyRequest'
import type { ImportWork } from './importWork'
import { requestsAfterImport } from './requestsAfterImport'

/** Stores all requests and settles the documents they are for, in one transaction. @returns each request with its number. */
const storeRequests = (
  engine: Engine,
  requests: readonly ReverifyRequest[],
  importIds: readonly string[],
): Result<readonly (readonly [request: ReverifyRequest, number: number])[]> =>
  inOneTransaction(engine.db, () => {
    const stored: (readonly [ReverifyRequest, number])[] = []
    for (const request of requests) {
      const number = requestReverification(engine, request)
      if (!number.ok) return number
      stored.push([request, number.value])
    }
    settleSupport(engine.db, importIds)
    return success(stored)
  })

/**
 * Reverifies the credentials an import affects, and rematches unmatched ones, since a roster may have been imported meanwhile.
 *
 * @param added as for `requestsAfterImport`
 */
export async function reverifyAfterImport(
  engine: Engine,
  work: ImportWork,
  context: VerifierContext,
  added: readonly SupportDocument[] | 'everything',
  signal: AbortSignal,
): Promise<Result<null>> {
  const { requests, importIds, all } = requestsAfterImport(engine, work, context, added)
  const stored = storeRequests(engine, requests, importIds)
  if (!stored.ok) return stored
  // Pending reverifications of earlier, stopped work are included.
  if (all || countPending(engine.db) > 0) {
    for (const [{ affectedBy }, number] of stored.value) {
      const reverified = await performRequest(engine, number, { signal, ...(affectedBy === undefined ? {} : { affectedBy }) })
      if (!reverified.ok) return reverified
    }
  }
  const rematched = await rematch(engine, signal)
  return rematched.ok ? success(null) : rematched
}
