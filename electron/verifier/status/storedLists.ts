import { isObject, textOf } from '../../../shared/model/json'
import { normalForm } from '../../parser'
import { idOf } from '../../parser/members'
import type { SupportDocument } from '../../parser/parsed'
import { decodeToken } from '../../parser/token'
import { readJson } from '../../reader'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { claimedInquiriesOf, type Inquiry, inquiriesOf } from '../context/inquiry'
import { documentUrl } from './method'

/** A list, and when its own address served it, by counting evidence (RFC 3339); null where it came as a file. */
export interface StoredList {
  readonly document: SupportDocument
  readonly servedOn: string | null
}

interface Lists {
  readonly filesByAddress: ReadonlyMap<string, readonly StoredList[]>
  readonly byIssuer: ReadonlyMap<string, readonly StoredList[]>
  /** Files and served lists together, of the addresses asked for. */
  readonly byAddress: Map<string, readonly StoredList[]>
}

const listsIn = indexed(({ statusLists }): Lists => {
  const lists = statusLists.map((document): StoredList => ({ document, servedOn: null }))
  const named = (namesOf: (list: SupportDocument) => readonly (string | null)[]) => {
    const entries = lists.flatMap((list) => [...new Set(namesOf(list.document))].flatMap((name) => (name === null ? [] : [{ name, list }])))
    return new Map([...Map.groupBy(entries, ({ name }) => name)].map(([name, found]) => [name, found.map(({ list }) => list)]))
  }
  return {
    filesByAddress: named(({ id, document }) => [documentUrl(id), documentUrl(textOf(document.id))]),
    byIssuer: named((list) => (isSignedList(list) ? [idOf(list.document.issuer)] : [])),
    byAddress: new Map(),
  }
})

/** The lists stored under an address: by their own id, by the address they were imported under, or by the one they were fetched from. */
export function listsAt(context: VerifierContext, url: string): readonly StoredList[] {
  const { filesByAddress, byAddress } = listsIn(context)
  const known = byAddress.get(url)
  if (known) return known
  const served = fetched(inquiriesOf(context, url), url).map(({ document, fetchedOn }): StoredList => ({ document, servedOn: fetchedOn }))
  const claimed = fetched(claimedInquiriesOf(context, url), url).map(({ document }): StoredList => ({ document, servedOn: null }))
  const lists = [...served, ...(filesByAddress.get(url) ?? []), ...claimed]
  // The same object each time. Addresses without a list are as many as badges, and are not cached.
  if (lists.length > 0) byAddress.set(url, lists)
  return lists
}

/** A signed list of revoked badges: it can count whatever its address. */
export const isSignedList = ({ type, document, text }: SupportDocument): boolean =>
  type === 'revocationList' && (document.proof !== undefined || !text.trimStart().startsWith('{'))

/** Signed files of revoked badges that name this issuer, whatever their address. */
export const revocationListsOf = (context: VerifierContext, issuerId: string): readonly StoredList[] => listsIn(context).byIssuer.get(issuerId) ?? []

/** A fetched list as a document; of several records the newest copy. */
function fetched(inquiries: readonly Inquiry[], url: string): readonly { readonly document: SupportDocument; readonly fetchedOn: string }[] {
  const answered = inquiries.find(({ answer }) => answer === 'copy')
  if (!answered) return []
  const { text, fetchedOn } = answered
  const list = { kind: 'support' as const, source: url, type: 'statusList' as const, id: url, text }
  const reading = readJson(text)
  // An ambiguous list still revokes what it names.
  if (reading.ok && reading.problems.length === 0 && isObject(reading.value)) return [{ fetchedOn, document: { ...list, ...normalForm(reading.value) } }]
  // A list may also be a token; its content is then read from the token.
  const decoded = decodeToken(text.trim())
  if (!decoded.ok) return []
  const { token: _, ...inToken } = decoded.value
  return [{ fetchedOn, document: { ...list, ...inToken } }]
}
