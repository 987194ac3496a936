import { createHash } from 'node:crypto'
import { isObject, type JsonObject, type JsonValue } from '../../shared/model/json'
import { addressesIn, answeredList, type FetchedDocument, fetchedText, recordsAbout } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { readJson } from '../reader'
import type { VerifierContext } from './context'

/**
 * What the place itself said about the document. Only its own host speaks for it, and only by these:
 * `copy` here it is (200) · `absent` there is none (404) · `gone` there was one and it was taken back (410).
 * `silent` is everything else: no connection, a server's trouble (5xx), a door that was shut (401, 403, 429), an answer from another host.
 * It neither confirms nor takes back what was known before.
 */
export type Answer = 'copy' | 'absent' | 'gone' | 'silent'

/** What the courier brought back from one address. */
export interface Inquiry {
  readonly url: string
  /** RFC 3339. */
  readonly fetchedOn: string
  readonly answer: Answer
  /** It answers a list that was written here; what nobody here asked for may have been made by whoever sent it. */
  readonly asked: boolean
  /** Why a silent one is silent, for people: `HTTP 503`, `time-out`, the other host. */
  readonly heard: string
  /** Nobody on the way could change it: every step was over TLS, or led there on the same host. */
  readonly encrypted: boolean
  /** What was served; empty where it was not the place itself that served it. */
  readonly text: string
  /** The same as JSON, read strictly; null where it is none, or says things in more than one way. */
  readonly document: JsonValue | null
}

/** Answers of the addresses that were asked for last: badges of one issuer ask for the same ones. */
const remembered = new WeakMap<VerifierContext, Map<string, readonly Inquiry[]>>()
const rememberedAddresses = 500

/** Every inquiry to an address: those that were asked for from here before all others, the newest first; those dated after `context.now` last. */
export function inquiriesOf(context: VerifierContext, url: string | null): readonly Inquiry[] {
  if (url === null) return []
  const known = remembered.get(context) ?? new Map<string, readonly Inquiry[]>()
  remembered.set(context, known)
  const before = known.get(url)
  if (before !== undefined) return before
  const found = recordsAbout(context.evidence, url)
    .filter(({ fetched }) => fetched.url === url)
    .map(({ fetched, head }) => judgeFetched(fetched, context.askedLists.includes(answeredList(head) ?? '')))
    .sort(foremost(context))
  if (known.size >= rememberedAddresses) known.clear()
  known.set(url, found)
  return found
}

/** A record from the future comes from a clock that is wrong: it outranks none that is past, and a revocation among those stays heard. */
function foremost({ now, clockSkewSeconds }: VerifierContext): (one: Inquiry, other: Inquiry) => number {
  const isAhead = ({ fetchedOn }: Inquiry) => Date.parse(fetchedOn) > now.getTime() + clockSkewSeconds * 1000
  const rank = (inquiry: Inquiry) => (inquiry.asked ? 0 : 2) + Number(isAhead(inquiry))
  return (one, other) => rank(one) - rank(other) || Date.parse(other.fetchedOn) - Date.parse(one.fetchedOn)
}

const answers: Readonly<Record<number, Answer>> = { 200: 'copy', 404: 'absent', 410: 'gone' }

/**
 * Did the place itself answer, and is the record whole? The host of the record and every step of a redirect must be the address's own host, and no step may
 * leave TLS again; the digest must be that of the bytes. A host that was led to is another's word, whatever it serves.
 *
 * @source Open Badges 2.0, sections "Hosted verification" and "Revoking badges" (410 Gone)
 */
function judgeFetched(fetched: FetchedDocument, asked: boolean): Inquiry {
  const { url, finalUrl, host, status, fetchedOn, sha256, body, bytes, redirects = [], error } = fetched
  const origin = hostOf(url)
  const steps = [...redirects, finalUrl]
  const stranger = steps.find((step) => hostOf(step) !== origin) ?? (origin !== null && host !== null && isHost(host, url) ? undefined : (host ?? ''))
  const plain = [url, ...steps].map(isPlain)
  const silent = { url, fetchedOn, asked, answer: 'silent' as const, encrypted: !plain.at(-1), text: '', document: null }
  if (status === 0) return { ...silent, heard: error ?? '' }
  if (stranger !== undefined) return { ...silent, heard: stranger }
  if (plain.some((isNow, step) => isNow && plain[step - 1] === false)) return { ...silent, heard: finalUrl }
  const received = bytes ?? (body === null ? null : Buffer.from(body, 'utf8'))
  // Text and bytes both: the digest is of one of them only.
  const isTwofold = bytes !== undefined && body !== null
  const isWhole = isTwofold ? false : received === null ? status !== 200 : sha256 === createHash('sha256').update(received).digest('hex')
  if (!isWhole) return { ...silent, heard: error ?? 'SHA-256' }
  const text = fetchedText(fetched) ?? ''
  const reading = readJson(text)
  const document = reading.ok && reading.problems.length === 0 ? reading.value : null
  return { ...silent, answer: answers[status] ?? 'silent', heard: error ?? `HTTP ${status}`, text, document }
}

const isPlain = (address: string): boolean => /^http:/i.test(address)

/** The host of the record, with its port or without, is that of the address. */
const isHost = (host: string, url: string): boolean => [new URL(url).host, new URL(url).hostname].includes(host.toLowerCase())

/** Does the place say that the badge was taken back? @source Open Badges 2.0, section "Revoking badges": 410 Gone, or `revoked: true` in what is served */
export const isRevocation = ({ answer, document }: Inquiry): boolean =>
  answer === 'gone' || (document !== null && isObject(document) && document.revoked === true)

/** The newest copy that an address itself served; null where it served none, or none that is an object. */
export function copyAt(context: VerifierContext, url: string | null): { readonly document: JsonObject; readonly text: string } | null {
  const newest = inquiriesOf(context, url).find(({ answer }) => answer === 'copy')
  return newest && isObject(newest.document) ? { document: newest.document, text: newest.text } : null
}

/** The same, as the document alone. */
export const servedAt = (context: VerifierContext, url: string | null): JsonObject | null => copyAt(context, url)?.document ?? null

/** What an address served, as if it had been imported as a file; null where it served nothing of use. It resolves, it proves nothing. */
export function fetchedDocument(context: VerifierContext, url: string): SupportDocument | null {
  const copy = copyAt(context, url)
  if (!copy) return null
  const type = copy.document.keys === undefined ? ('keyDocument' as const) : ('jwks' as const)
  return { kind: 'support' as const, source: url, type, id: url, ...copy, problems: [] }
}

/** Documents that were fetched with success, the newest of each address; only those that keys may stand in where these are wanted. */
export function* fetchedDocuments(context: VerifierContext, which: 'all' | 'with-keys' = 'all'): Generator<SupportDocument> {
  for (const url of addressesIn(context.evidence, which)) {
    const document = fetchedDocument(context, url)
    if (document !== null) yield document
  }
}

/** What other addresses served under an id, that of the foremost answer first. */
export function fetchedUnder(context: VerifierContext, id: string): readonly SupportDocument[] {
  const urls = new Set(recordsAbout(context.evidence, id).map(({ fetched }) => fetched.url))
  urls.delete(id)
  const compare = foremost(context)
  return [...urls]
    .map((url) => ({ first: inquiriesOf(context, url)[0]!, document: fetchedDocument(context, url) })) // Each of them has the record it was found by.
    .sort((one, other) => compare(one.first, other.first))
    .flatMap(({ document }) => (document !== null && document.document.id === id ? [document] : []))
}

/** Host name and port of a web address in lower case; null for anything else. Compared whole: `a.example.evil` is not `a.example`. */
export function hostOf(url: string | null): string | null {
  // Not canParse and then new URL: of a host with thousands of capital letters the engine says that it can, and then throws.
  const parsed = url === null ? null : URL.parse(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host.toLowerCase() : null
}
