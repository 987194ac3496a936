import type { Result } from '../../../../shared/model/problem'
import { dismissPending, readPending } from '../../../store'
import { addressesOf, dependenciesOf, isAffected } from '../../../verifier'
import type { Engine } from '../../handler'
import { pause } from '../pause'
import { parsedOriginal } from './parsedOriginal'
import type { ChangedDocuments } from './reverifyRequest'

const credentialsAtOnce = 50

/** Reads the credentials of a request and dismisses those the changed documents do not affect. Other calls are answered meanwhile. */
export async function dismissUnaffected(engine: Engine, request: number, { documents, within }: ChangedDocuments, signal: AbortSignal): Promise<Result<null>> {
  const addresses = new Set(documents.flatMap(addressesOf))
  let unaffected: number[] = []
  const dismiss = () => {
    const dismissed = dismissPending(engine.db, { credentialIds: unaffected, from: request, upTo: request })
    unaffected = []
    return dismissed
  }
  for (const [index, { credentialId }] of readPending(engine.db, { upTo: request }).entries()) {
    if (signal.aborted) break
    const found = parsedOriginal(engine, credentialId)
    if (!found || !isAffected(dependenciesOf(found.parsed), addresses, within)) unaffected.push(credentialId)
    if (index % credentialsAtOnce !== credentialsAtOnce - 1) continue
    const dismissed = dismiss()
    if (!dismissed.ok) return dismissed
    await pause()
  }
  return dismiss()
}
