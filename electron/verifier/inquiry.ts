import { createHash } from 'node:crypto'
import type { NormalDocument } from '../../shared/model/document'
import { isObject } from '../../shared/model/json'
import { answeredList, type FetchedDocument, fetchedText, normalForm, type ReadDocument, readEvidence } from '../parser'
import type { SupportDocument } from '../parser/parsed'
import { saysRevoked } from '../parser/revocations'
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
  /** The same as a document, read strictly; null where it is none, or says things in more than one way. */
  readonly read: ReadDocument | null
  /** The document says of itself that it was taken back, in whichever way it says so. */
  readonly saysRevoked: boolean
}

const tables = new WeakMap<VerifierContext, ReadonlyMap<string, readonly Inquiry[]>>()

/** Every inquiry to an address: those that were asked for from here before all others, the newest first; those dated after `context.now` last. */
export const inquiriesOf = (context: VerifierContext, url: string | null): readonly Inquiry[] => (url === null ? [] : (tableOf(context).get(url) ?? []))

function tableOf(context: VerifierContext): ReadonlyMap<string, readonly Inquiry[]> {
  const known = tables.get(context)
  if (known) return known
  const all = context.evidence.flatMap(({ document }) => {
    const read = readEvidence(document)
    const asked = context.askedLists.includes(answeredList(document) ?? '')
    return read.ok ? read.value.map((fetched) => judgeFetched(fetched, asked)) : []
  })
  // A record from the future comes from a clock that is wrong: it outranks none that is past, and a revocation among those stays heard.
  const isAhead = ({ fetchedOn }: Inquiry) => Date.parse(fetchedOn) > context.now.getTime() + context.clockSkewSeconds * 1000
  const rank = (inquiry: Inquiry) => (inquiry.asked ? 0 : 2) + Number(isAhead(inquiry))
  const newestFirst = all.toSorted((a, b) => rank(a) - rank(b) || Date.parse(b.fetchedOn) - Date.parse(a.fetchedOn))
  const table = Map.groupBy(newestFirst, ({ url }) => url)
  tables.set(context, table)
  return table
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
  const silent = { url, fetchedOn, asked, answer: 'silent' as const, encrypted: !plain.at(-1), text: '', read: null, saysRevoked: false }
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
  const found = reading.ok && reading.problems.length === 0 && isObject(reading.value) ? normalForm(reading.value) : null
  const read = found?.problems.length === 0 ? found : null
  return {
    ...silent,
    answer: answers[status] ?? 'silent',
    heard: error ?? `HTTP ${status}`,
    text,
    read,
    saysRevoked: found !== null && saysRevoked(found.document),
  }
}

const isPlain = (address: string): boolean => /^http:/i.test(address)

/** The host of the record, with its port or without, is that of the address. */
const isHost = (host: string, url: string): boolean => [new URL(url).host, new URL(url).hostname].includes(host.toLowerCase())

/** Does the place say that the badge was taken back? @source Open Badges 2.0, section "Revoking badges": 410 Gone, or `revoked: true` in what is served */
export const isRevocation = ({ answer, saysRevoked }: Inquiry): boolean => answer === 'gone' || saysRevoked

/** The newest copy that an address itself served; null where it served none, or none that is an object. */
export function copyAt(context: VerifierContext, url: string | null): { readonly read: ReadDocument; readonly text: string } | null {
  const newest = inquiriesOf(context, url).find(({ answer }) => answer === 'copy')
  return newest?.read ? { read: newest.read, text: newest.text } : null
}

/** The same, as the document alone. */
export const servedAt = (context: VerifierContext, url: string | null): NormalDocument | null => copyAt(context, url)?.read.document ?? null

/** Documents that were fetched with success, as if they had been imported as files; the newest of each address. They resolve, they prove nothing. */
export function fetchedDocuments(context: VerifierContext): readonly SupportDocument[] {
  return [...tableOf(context).keys()].flatMap((url) => {
    const copy = copyAt(context, url)
    if (!copy) return []
    const type = copy.read.document.keys === undefined ? ('keyDocument' as const) : ('jwks' as const)
    return [{ kind: 'support' as const, source: url, type, id: url, text: copy.text, ...copy.read }]
  })
}

/** Host name and port of a web address in lower case; null for anything else. Compared whole: `a.example.evil` is not `a.example`. */
export function hostOf(url: string | null): string | null {
  // Not canParse and then new URL: of a host with thousands of capital letters the engine says that it can, and then throws.
  const parsed = url === null ? null : URL.parse(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host.toLowerCase() : null
}
