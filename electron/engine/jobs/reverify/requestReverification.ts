import type { Result } from '../../../../shared/model/problem'
import { addPending, idsToReverify } from '../../../store'
import type { Engine } from '../../handler'
import { possiblyAffected } from './possiblyAffected'
import type { ReverifyRequest } from './reverifyRequest'

/**
 * Stores which credentials a request concerns as pending, so that nothing is lost where the work is stopped or the program ends. To be called in one transaction
 * with the change that is the reason.
 *
 * @returns the number of the request, for `performRequest`.
 */
export function requestReverification(
  engine: Engine,
  { credentialIds, why, importId, affectedBy, signal: _signal, ...scope }: ReverifyRequest,
): Result<number> {
  const chosen = affectedBy === undefined ? idsToReverify(engine.db, scope) : possiblyAffected(engine.db, affectedBy, scope)
  const ids = chosen.filter((id) => credentialIds?.has(id) !== false)
  const request = addPending(engine.db, { credentialIds: ids, why, importId: importId ?? null, above: engine.verifying.lastRequest })
  if (request.ok) engine.verifying.lastRequest = request.value
  return request
}
