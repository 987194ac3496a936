import type { PeopleFound } from '../../../../shared/contract/verification'
import { type Result, success } from '../../../../shared/model/problem'
import { saveRematched, type WhichUnmatched } from '../../../store'
import type { Engine } from '../../handler'
import { reverify } from '../reverify/reverify'
import { searchUnmatched } from './searchUnmatched'

/**
 * Rematches unmatched credentials, and reverifies credentials of which a conflict between people has arisen or ended. Where it is stopped, the next rematch
 * continues with the rest.
 *
 * @param which Whether credentials whose search was put off are included.
 */
export async function rematch(engine: Engine, signal?: AbortSignal, which?: WhichUnmatched): Promise<Result<PeopleFound>> {
  const searched = await searchUnmatched(engine, { signal, ...(which === undefined ? {} : { which }) })
  if (!searched.ok) return searched
  const { looked, found, disputed, rematched } = searched.value
  if (disputed.size > 0) {
    const reverified = await reverify(engine, { why: 'roster', credentialIds: disputed, ...(signal === undefined ? {} : { signal }) })
    if (!reverified.ok) return reverified
    if (signal?.aborted) return success({ looked, found })
  }
  // Saved last, so that an interrupted rematch is done again.
  const saved = rematched.upTo === 0 ? success(null) : saveRematched(engine.db, rematched)
  return saved.ok ? success({ looked, found }) : saved
}
