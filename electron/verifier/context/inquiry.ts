import { createHash } from 'node:crypto'
import type { NormalDocument } from '../../../shared/model/document'
import { isObject } from '../../../shared/model/json'
import { addressesIn, answeredList, type EvidenceFile, type FetchedDocument, fetchedText, normalForm, type ReadDocument, recordsAbout } from '../../parser'
import type { SupportDocument } from '../../parser/parsed'
import { saysRevoked } from '../../parser/revocations'
import { readJson } from '../../reader'
import { partition } from '../partition'
import type { VerifierContext } from './context'
import { indexed } from './contextIndex'

/**
 * The answer of an address about its document, by the HTTP status of its own host:
 * `copy` the document (200) · `absent` no document (404) · `gone` a document that was revoked (410)
 * · `none` anything else: no connection, a server error (5xx), no access (401, 403, 429), an answer of another host. It neither confirms nor revokes.
 */
export type Answer = 'copy' | 'absent' | 'gone' | 'none'

/**
 * Why the record of an address counts, or why it does not:
 * `asked` it answers a list of this program that has this address · `accepted` a user accepted its file
 * · `unsolicited` it answers no list and may have been made by its sender · `misdated` it is older than the list it answers, or from the future.
 */
export type Standing = 'asked' | 'accepted' | 'unsolicited' | 'misdated'

/** One record of the courier. */
export interface Inquiry {
  readonly url: string
  /** RFC 3339. */
  readonly fetchedOn: string
  readonly answer: Answer
  readonly standing: Standing
  /** Why there is no answer, shown to users: `HTTP 503`, `time-out`, the other host. */
  readonly reason: string
  /** Every step was over TLS, so that no third party could change it. */
  readonly encrypted: boolean
  /** The text that was served; empty where the answer is `none`. */
  readonly text: string
  /** The text as a document, read strictly; null where it is none, or is ambiguous. */
  readonly read: ReadDocument | null
  /** The document says itself that it is revoked. */
  readonly saysRevoked: boolean
}

/** The records of an address, those that count and those that do not, each the newest first. */
interface Inquiries {
  readonly counting: readonly Inquiry[]
  readonly claimed: readonly Inquiry[]
}

const nothing: Inquiries = { counting: [], claimed: [] }

/** The records of one context, opened when their addresses are asked for: badges of one issuer ask for the same addresses. */
interface Opened {
  readonly standing: (file: EvidenceFile, fetched: FetchedDocument) => Standing
  readonly byAddress: Map<string, Inquiries>
}

const openedIn = indexed((context): Opened => ({ standing: standings(context), byAddress: new Map() }))
const retainedAddresses = 500

/** The records of an address that count, the newest first; those dated after `context.now` last. */
export const inquiriesOf = (context: VerifierContext, url: string | null): readonly Inquiry[] => at(context, url).counting

/** The records of an address that do not count, the newest first: their content is a claim of their sender. */
export const claimedInquiriesOf = (context: VerifierContext, url: string | null): readonly Inquiry[] => at(context, url).claimed

function at(context: VerifierContext, url: string | null): Inquiries {
  if (url === null) return nothing
  const { standing, byAddress } = openedIn(context)
  const known = byAddress.get(url)
  if (known) return known
  const inquiries = recordsAbout(context.evidence, url)
    .filter(({ fetched }) => fetched.url === url)
    .map(({ fetched, file }) => readRecord(fetched, standing(file, fetched)))
    .sort(newestFirst(context))
  const [counting, claimed] = partition(inquiries, counts)
  if (byAddress.size >= retainedAddresses) byAddress.clear()
  byAddress.set(url, { counting, claimed })
  return { counting, claimed }
}

const counts = ({ standing }: Inquiry): boolean => standing === 'asked' || standing === 'accepted'

/** An accepted record from the future comes from a wrong clock: it comes after all past ones, so that a revocation among those still counts. */
const newestFirst = (context: VerifierContext) => (one: Inquiry, other: Inquiry) =>
  Number(isAhead(one.fetchedOn, context)) - Number(isAhead(other.fetchedOn, context)) || Date.parse(other.fetchedOn) - Date.parse(one.fetchedOn)

const isAhead = (fetchedOn: string, { now, clockSkewSeconds }: VerifierContext): boolean => Date.parse(fetchedOn) > now.getTime() + clockSkewSeconds * 1000

/**
 * Decides which records count: those that answer a list of this program, for an address of that list, fetched after the list was written (within the clock
 * skew) and not in the future; and all records of a file that a user accepted.
 *
 * Limit: whoever has seen a list can forge the answers to its addresses. The list's name is no secret; it only tells asked-for evidence from unsolicited
 * evidence.
 */
function standings(context: VerifierContext): Opened['standing'] {
  const lists = new Map(context.askedLists.map(({ id, writtenAt, addresses }) => [id, { since: Date.parse(writtenAt), addresses: new Set(addresses) }]))
  const accepted = new Set(context.acceptedEvidence)
  const earliest = (since: number) => since - context.clockSkewSeconds * 1000
  return ({ digest, head }, { url, fetchedOn }) => {
    if (accepted.has(digest)) return 'accepted'
    const list = lists.get(answeredList(head) ?? '')
    if (!list?.addresses.has(url)) return 'unsolicited'
    return Date.parse(fetchedOn) >= earliest(list.since) && !isAhead(fetchedOn, context) ? 'asked' : 'misdated'
  }
}

const answers: Readonly<Record<number, Answer>> = { 200: 'copy', 404: 'absent', 410: 'gone' }

/**
 * Reads one record. The host of the record and every step of a redirect must be the address's own host, no step may leave TLS again, and the digest must be
 * that of the bytes. A redirect target on another host cannot speak for the issuer.
 *
 * @source Open Badges 2.0, sections "Hosted verification" and "Revoking badges" (410 Gone)
 */
function readRecord(fetched: FetchedDocument, standing: Standing): Inquiry {
  const { url, finalUrl, host, status, fetchedOn, sha256, body, bytes, redirects = [], error } = fetched
  const origin = hostOf(url)
  const steps = [...redirects, finalUrl]
  const otherHost = steps.find((step) => hostOf(step) !== origin) ?? (origin !== null && host !== null && isHost(host, url) ? undefined : (host ?? ''))
  const plain = [url, ...steps].map(isPlain)
  const noAnswer = { url, fetchedOn, standing, answer: 'none' as const, encrypted: !plain.at(-1), text: '', read: null, saysRevoked: false }
  if (status === 0) return { ...noAnswer, reason: error ?? '' }
  if (otherHost !== undefined) return { ...noAnswer, reason: otherHost }
  if (plain.some((isNow, step) => isNow && plain[step - 1] === false)) return { ...noAnswer, reason: finalUrl }
  const received = bytes ?? (body === null ? null : Buffer.from(body, 'utf8'))
  // With text and bytes both, the digest covers only one of them.
  const isTwofold = bytes !== undefined && body !== null
  const isWhole = isTwofold ? false : received === null ? status !== 200 : sha256 === createHash('sha256').update(received).digest('hex')
  if (!isWhole) return { ...noAnswer, reason: error ?? 'SHA-256' }
  const text = fetchedText(fetched) ?? ''
  const reading = readJson(text)
  const found = reading.ok && reading.problems.length === 0 && isObject(reading.value) ? normalForm(reading.value) : null
  const read = found?.problems.length === 0 ? found : null
  return {
    ...noAnswer,
    answer: answers[status] ?? 'none',
    reason: error ?? `HTTP ${status}`,
    text,
    read,
    saysRevoked: found !== null && saysRevoked(found.document),
  }
}

const isPlain = (address: string): boolean => /^http:/i.test(address)

/** Is the host of the record, with or without its port, that of the address? */
const isHost = (host: string, url: string): boolean => [new URL(url).host, new URL(url).hostname].includes(host.toLowerCase())

/** Does the address say that the badge was revoked? @source Open Badges 2.0, section "Revoking badges": 410 Gone, or `revoked: true` in the document */
export const isRevocation = ({ answer, saysRevoked }: Inquiry): boolean => answer === 'gone' || saysRevoked

/** A served copy, parsed. */
interface Copy {
  readonly read: ReadDocument
  readonly text: string
}

const newestCopy = (inquiries: readonly Inquiry[]): Copy | null => {
  const newest = inquiries.find(({ answer }) => answer === 'copy')
  return newest?.read ? { read: newest.read, text: newest.text } : null
}

/** The newest copy of an address, counting copies before claimed ones: only for display. Null where there is none that is an object. */
export const copyAt = (context: VerifierContext, url: string | null): Copy | null =>
  newestCopy(inquiriesOf(context, url)) ?? newestCopy(claimedInquiriesOf(context, url))

/** The newest document that an address served, by counting evidence; null where it served none. */
export const servedAt = (context: VerifierContext, url: string | null): NormalDocument | null => newestCopy(inquiriesOf(context, url))?.read.document ?? null

const asSupport = (url: string, { read, text }: Copy): SupportDocument => ({
  ...{ kind: 'support', source: url, type: read.document.keys === undefined ? 'keyDocument' : 'jwks', id: url, text },
  ...read,
})

/** The documents in the records of an inquiry, whether or not they count. */
export const copiesIn = (fetched: readonly FetchedDocument[]): readonly SupportDocument[] =>
  [...Map.groupBy(fetched, ({ url }) => url)].flatMap(([url, records]) => {
    const copy = newestCopy(records.map((one) => readRecord(one, 'unsolicited')))
    return copy ? [asSupport(url, copy)] : []
  })

/** Copies that count, or copies that are only claimed, like files that anybody can write. */
export type Copies = 'counting' | 'claimed'

/** The document an address served, in the form of an imported file; null where it served none. */
export function fetchedDocument(context: VerifierContext, url: string, copies: Copies = 'counting'): SupportDocument | null {
  const copy = newestCopy(at(context, url)[copies])
  return copy ? asSupport(url, copy) : null
}

/** The newest document of each address; with `with-keys` only those that may hold keys. */
export function* fetchedDocuments(context: VerifierContext, which: 'all' | 'with-keys' = 'all', copies: Copies = 'counting'): Generator<SupportDocument> {
  for (const url of addressesIn(context.evidence, which)) {
    const document = fetchedDocument(context, url, copies)
    if (document !== null) yield document
  }
}

/** The documents that other addresses served under an id, the newest answer first. */
export function fetchedUnder(context: VerifierContext, id: string, copies: Copies = 'counting'): readonly SupportDocument[] {
  const urls = new Set(recordsAbout(context.evidence, id).map(({ fetched }) => fetched.url))
  urls.delete(id)
  const compare = newestFirst(context)
  return [...urls]
    .flatMap((url) =>
      at(context, url)
        [copies].slice(0, 1)
        .map((first) => ({ first, document: fetchedDocument(context, url, copies) })),
    )
    .sort((one, other) => compare(one.first, other.first))
    .flatMap(({ document }) => (document !== null && document.document.id === id ? [document] : []))
}

/** Host name and port of a web address in lower case; null for anything else. Compared whole: `a.example.evil` is not `a.example`. */
export function hostOf(url: string | null): string | null {
  // Not canParse and then new URL: for a host with thousands of capital letters canParse is true and new URL throws.
  const parsed = url === null ? null : URL.parse(url)
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.host.toLowerCase() : null
}
