import { isArray, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { failure, type Result, success } from '../../shared/model/problem'
import { readFile } from '../reader'
import { unreadable } from '../reader/envelope'
import { readInstant } from './instant'
import type { DocumentStandard } from './standard'
import { support } from './support'

/** One record of the courier: an address and its answer. */
export interface FetchedDocument {
  readonly url: string
  /** The address at which redirects ended; the address itself where there were none. */
  readonly finalUrl: string
  readonly host: string | null
  /** HTTP status. */
  readonly status: number
  /** RFC 3339 instant. */
  readonly fetchedOn: string
  /** Of the body, hex; null where the courier could not compute it. */
  readonly sha256: string | null
  /** Null where nothing was received, or no text. */
  readonly body: string | null
  /** A body that is no text, such as a picture with a badge in it. */
  readonly bytes?: Uint8Array
  /** Every address a redirect named, in order. */
  readonly redirects?: readonly string[]
  /** Why there is no answer, as the courier names it: `time-out`, `too-large`. */
  readonly error?: string
}

/** The records of a courier inquiry (持出し照会). `evidence.shape` with the place that is wrong. */
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
      ...(typeof item.bodyBase64 === 'string' ? { bytes: Buffer.from(item.bodyBase64, 'base64') } : {}),
      ...(isArray(item.redirects) ? { redirects: item.redirects.map(addressOf) } : {}),
      ...(typeof item.error === 'string' ? { error: item.error } : {}),
    })
  }
  return success(fetched)
}

/** The list that the evidence says it answers; null where it names none. */
export const answeredList = (document: JsonObject): string | null => textOf(document.list)

/** A redirect that is no text has no host. */
const addressOf = (value: JsonValue): string => textOf(value) ?? ''

/**
 * The JSON an address served: the body itself, or the one baked into the served picture; null where there is neither.
 * @source Open Badges Baking Specification 2.0
 */
export function fetchedText({ url, body, bytes }: FetchedDocument): string | null {
  if (body !== null && !/^\s*</.test(body)) return body
  const picture = bytes ?? (body === null ? null : Buffer.from(body, 'utf8'))
  const baked = picture === null ? [] : readFile(url, picture).filter((read) => read.kind === 'envelope')
  const [text] = baked.flatMap(({ payload }) => (payload.kind === 'json' ? [payload.text] : []))
  return text ?? null
}

/** The result file of a courier inquiry. */
export const evidence: DocumentStandard = {
  id: 'evidence',
  source: 'Tekizai evidence bundle, version 1',
  recognises: (document) => document.kind === 'tekizai-evidence',
  parse(carried) {
    const read = readEvidence(carried.document)
    return [read.ok ? support(carried, 'evidence') : unreadable(carried.source, read.problem)]
  },
}
