import { createHash } from 'node:crypto'
import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { readJson } from '../reader'
import type { VerifierContext } from './context'

/** What the courier brought back from one address. */
export interface Inquiry {
  readonly url: string
  /** RFC 3339. */
  readonly fetchedAt: string
  /** HTTP status. */
  readonly status: number
  readonly text: string
  /** The body as JSON, read strictly; null where it is none. */
  readonly document: JsonValue | null
}

const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly Inquiry[]>>()

/**
 * Inquiries to an address whose record is consistent with itself: the digest is that of the body and the host that of the address.
 * The newest first. One that was redirected to another host says nothing about the address.
 */
export function inquiriesOf(context: VerifierContext, url: string | null): readonly Inquiry[] {
  let table = tables.get(context)
  if (!table) {
    const all = context.evidence.flatMap(({ document }) => entriesOf(document)).flatMap(readInquiry)
    table = Map.groupBy(all, (inquiry) => inquiry.url)
    tables.set(context, table)
  }
  const found = url === null ? [] : (table.get(url) ?? [])
  return found.toSorted((a, b) => Date.parse(b.fetchedAt) - Date.parse(a.fetchedAt))
}

const entriesOf = (document: JsonObject): readonly JsonObject[] => {
  const list = document['documents'] ?? document['results'] ?? document['entries']
  return list === undefined ? [document] : asList(list).filter(isObject)
}

function readInquiry(entry: JsonObject): readonly Inquiry[] {
  const [url, fetchedAt, host, sha256] = [textOf(entry['url']), textOf(entry['fetchedAt']), textOf(entry['host']), textOf(entry['sha256'])]
  const body = textOf(entry['body']) ?? textOf(entry['text'])
  const status = entry['status']
  if (url === null || fetchedAt === null || Number.isNaN(Date.parse(fetchedAt)) || body === null || typeof status !== 'number') return []
  const digest = createHash('sha256').update(body, 'utf8').digest('hex')
  if (sha256?.toLowerCase() !== digest || host === null || host.toLowerCase() !== hostOf(url)) return []
  const reading = readJson(body)
  return [{ url, fetchedAt, status, text: body, document: reading.ok && reading.problems.length === 0 ? reading.value : null }]
}

/** Host name and port of a web address in lower case; null for anything else. Compared whole: `a.example.evil` is not `a.example`. */
export function hostOf(url: string | null): string | null {
  const parsed = url === null || !URL.canParse(url) ? null : new URL(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host.toLowerCase() : null
}
