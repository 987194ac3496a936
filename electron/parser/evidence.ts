import { isArray, isObject, type JsonObject, textOf } from '../../shared/model/json'
import { failure, type Result, success } from '../../shared/model/problem'
import { unreadable } from '../reader/envelope'
import { readInstant } from './instant'
import type { DocumentStandard } from './standard'
import { support } from './support'

/** One address as the courier found it. */
export interface FetchedDocument {
  readonly url: string
  /** Where redirects ended; the address itself where there were none. */
  readonly finalUrl: string
  readonly host: string | null
  /** HTTP status. */
  readonly status: number
  /** RFC 3339 instant. */
  readonly fetchedOn: string
  /** Of the body, hex; null where the courier could not tell. */
  readonly sha256: string | null
  /** Null where nothing was received. */
  readonly body: string | null
}

/** What did a courier's inquiry (持出し照会) bring back? `evidence.shape` with the place that is not as it should be. */
export function readEvidence(document: JsonObject): Result<readonly FetchedDocument[]> {
  if (document.version !== 1) return failure({ code: 'evidence.shape', at: '/version' })
  if (!isArray(document.fetched)) return failure({ code: 'evidence.shape', at: '/fetched' })
  const fetched: FetchedDocument[] = []
  for (const [index, item] of document.fetched.entries()) {
    const url = isObject(item) ? textOf(item.url) : null
    const fetchedOn = isObject(item) ? textOf(item.fetchedOn) : null
    if (!isObject(item) || url === null || fetchedOn === null || !readInstant(fetchedOn)) return failure({ code: 'evidence.shape', at: `/fetched/${index}` })
    fetched.push({
      url,
      finalUrl: textOf(item.finalUrl) ?? url,
      host: textOf(item.host),
      status: typeof item.status === 'number' ? item.status : 0,
      fetchedOn,
      sha256: textOf(item.sha256)?.toLowerCase() ?? null,
      body: textOf(item.body),
    })
  }
  return success(fetched)
}

/** The result file of a courier's inquiry. */
export const evidence: DocumentStandard = {
  id: 'evidence',
  source: 'Tekizai evidence bundle, version 1',
  recognises: (document) => document.kind === 'tekizai-evidence',
  parse(carried) {
    const read = readEvidence(carried.document)
    return [read.ok ? support(carried, 'evidence') : unreadable(carried.source, read.problem)]
  },
}
