import { createHash } from 'node:crypto'
import { isObject, type JsonValue } from '../../shared/model/json'
import { type FetchedDocument, readEvidence } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { readJson } from '../reader'
import type { VerifierContext } from './context'

/** What the courier brought back from one address. */
export interface Inquiry {
  readonly url: string
  /** RFC 3339. */
  readonly fetchedOn: string
  /** HTTP status. */
  readonly status: number
  readonly text: string
  /** The body as JSON, read strictly; null where it is none, or says things in more than one way. */
  readonly document: JsonValue | null
}

const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly Inquiry[]>>()

/**
 * Inquiries to an address whose record is consistent with itself: the digest is that of the body, and the host that of the address, redirects included.
 * The newest first.
 */
export const inquiriesOf = (context: VerifierContext, url: string | null): readonly Inquiry[] => (url === null ? [] : (tableOf(context).get(url) ?? []))

function tableOf(context: VerifierContext): ReadonlyMap<string, readonly Inquiry[]> {
  const known = tables.get(context)
  if (known) return known
  const all = context.evidence.flatMap(({ document }) => {
    const read = readEvidence(document)
    return read.ok ? read.value.flatMap(consistent) : []
  })
  const newestFirst = all.toSorted((a, b) => Date.parse(b.fetchedOn) - Date.parse(a.fetchedOn))
  const table = Map.groupBy(newestFirst, ({ url }) => url)
  tables.set(context, table)
  return table
}

function consistent({ url, finalUrl, host, status, fetchedOn, sha256, body }: FetchedDocument): readonly Inquiry[] {
  const text = body ?? ''
  const origin = hostOf(url)
  if (origin === null || host === null || !isHost(host, url) || hostOf(finalUrl) !== origin) return []
  if (status === 200 && (body === null || sha256 !== createHash('sha256').update(text, 'utf8').digest('hex'))) return []
  const reading = readJson(text)
  return [{ url, fetchedOn, status, text, document: reading.ok && reading.problems.length === 0 ? reading.value : null }]
}

/** The host of the record, with its port or without, is that of the address. */
const isHost = (host: string, url: string): boolean => [new URL(url).host, new URL(url).hostname].includes(host.toLowerCase())

/** Documents that were fetched with success, as if they had been imported as files; the newest of each address. They resolve, they prove nothing. */
export function fetchedDocuments(context: VerifierContext): readonly SupportDocument[] {
  return [...tableOf(context)].flatMap(([url, inquiries]) => {
    const newest = inquiries.find(({ status }) => status === 200)
    if (!newest || newest.document === null || !isObject(newest.document)) return []
    const type = newest.document.keys === undefined ? ('keyDocument' as const) : ('jwks' as const)
    return [{ kind: 'support' as const, source: url, type, id: url, document: newest.document, text: newest.text, problems: [] }]
  })
}

/** Host name and port of a web address in lower case; null for anything else. Compared whole: `a.example.evil` is not `a.example`. */
export function hostOf(url: string | null): string | null {
  const parsed = url === null || !URL.canParse(url) ? null : new URL(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host.toLowerCase() : null
}
