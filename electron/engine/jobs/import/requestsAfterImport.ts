import { readKept, type SupportDocument } from '../../../parser'
import { unsettledSupport } from '../../../store'
import { contextDigest, type VerifierContext } from '../../../verifier'
import type { Engine } from '../../handler'
import { knowledgeOf } from '../../knowledge/knowledge'
import type { ReverifyRequest } from '../reverify/reverifyRequest'
import type { ImportWork } from './importWork'

/** Reverifications that an import causes. */
export interface RequestsAfterImport {
  readonly requests: readonly ReverifyRequest[]
  /** The imports whose documents are settled by the requests. */
  readonly importIds: readonly string[]
  /** Whether more than the credentials affected by documents are requested. */
  readonly all: boolean
}

/**
 * Which credentials to reverify after an import: those its supporting documents affect; those affected by documents of imports that ended before they could
 * request it; and all where the register or documents were changed by other work meanwhile.
 *
 * @param added Supporting documents that the import added; `'everything'` where its own verdicts are doubtful, so that all credentials are reverified.
 */
export function requestsAfterImport(
  { db }: Engine,
  { importId, verifyAt }: ImportWork,
  context: VerifierContext,
  added: readonly SupportDocument[] | 'everything',
): RequestsAfterImport {
  const unchanged = contextDigest(knowledgeOf(db, verifyAt)) === contextDigest(context)
  const all = added === 'everything' || !unchanged
  const earlier = [...unsettledSupport(db)].filter(([other]) => other !== importId)
  const own: ReverifyRequest = {
    why: 'documents',
    importId,
    ...(unchanged && added !== 'everything' ? { notFrom: importId } : {}),
    ...(all ? {} : added.length > 0 ? { affectedBy: { documents: added, within: context } } : { credentialIds: new Set<number>() }),
  }
  const ofEarlier = earlier.map(
    ([other, documents]): ReverifyRequest => ({
      why: 'documents',
      importId: other,
      notFrom: other,
      affectedBy: { documents: documents.map(readKept), within: context },
    }),
  )
  return { requests: all ? [own] : [...ofEarlier, own], importIds: [importId, ...earlier.map(([other]) => other)], all }
}
