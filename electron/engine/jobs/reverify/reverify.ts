import type { VerifiedAgain } from '../../../../shared/contract/verification'
import type { Result } from '../../../../shared/model/problem'
import type { Engine } from '../../handler'
import { performRequest } from './performRequest'
import { requestReverification } from './requestReverification'
import type { ReverifyRequest } from './reverifyRequest'

/** Reverifies stored credentials from their original bytes, with the current register and documents. @returns what changed. */
export async function reverify(engine: Engine, request: ReverifyRequest): Promise<Result<VerifiedAgain>> {
  const requested = requestReverification(engine, request)
  return requested.ok ? performRequest(engine, requested.value, request) : requested
}
