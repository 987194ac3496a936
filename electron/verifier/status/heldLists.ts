import { isObject, textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context'
import { claimedInquiriesOf, type Inquiry, inquiriesOf } from '../inquiry'
import { idOf } from '../openBadges2'
import { documentUrl } from './method'

/** A list, and when its own address served it, as counting evidence says (RFC 3339); null where it only lay among the files. */
export interface HeldList {
  readonly document: SupportDocument
  readonly servedOn: string | null
}

interface Table {
  readonly files: ReadonlyMap<string, readonly HeldList[]>
  readonly byIssuer: ReadonlyMap<string, readonly HeldList[]>
  readonly at: Map<string, readonly HeldList[]>
}

const tables = new WeakMap<VerifierContext, Table>()

function tableOf(context: VerifierContext): Table {
  const known = tables.get(context)
  if (known) return known
  const lists = context.statusLists.map((document): HeldList => ({ document, servedOn: null }))
  const named = (namesOf: (list: SupportDocument) => readonly (string | null)[]) => {
    const entries = lists.flatMap((list) => [...new Set(namesOf(list.document))].flatMap((name) => (name === null ? [] : [{ name, list }])))
    return new Map([...Map.groupBy(entries, ({ name }) => name)].map(([name, found]) => [name, found.map(({ list }) => list)]))
  }
  const table: Table = {
    files: named(({ id, document }) => [documentUrl(id), documentUrl(textOf(document.id))]),
    byIssuer: named((list) => (isSignedList(list) ? [idOf(list.document.issuer)] : [])),
    at: new Map(),
  }
  tables.set(context, table)
  return table
}

/** The lists held under an address: by their own id, by the address they were imported under, or by the one an inquiry fetched them from. */
export function listsAt(context: VerifierContext, url: string): readonly HeldList[] {
  const table = tableOf(context)
  const known = table.at.get(url)
  if (known) return known
  const served = fetched(inquiriesOf(context, url), url).map(({ document, fetchedOn }): HeldList => ({ document, servedOn: fetchedOn }))
  const claimed = fetched(claimedInquiriesOf(context, url), url).map(({ document }): HeldList => ({ document, servedOn: null }))
  const lists = [...served, ...(table.files.get(url) ?? []), ...claimed]
  table.at.set(url, lists)
  return lists
}

/** A list of revoked badges that carries a signature: it can count whatever its address is. */
export const isSignedList = ({ type, document, text }: SupportDocument): boolean =>
  type === 'revocationList' && (document.proof !== undefined || !text.trimStart().startsWith('{'))

/** Files of revoked badges that carry a signature and say they are an issuer's, whatever their address. */
export const revocationListsOf = (context: VerifierContext, issuerId: string): readonly HeldList[] => tableOf(context).byIssuer.get(issuerId) ?? []

/** A list that came back from an inquiry, as the document it is; of several inquiries the newest that was answered. */
function fetched(inquiries: readonly Inquiry[], url: string): readonly { readonly document: SupportDocument; readonly fetchedOn: string }[] {
  const answered = inquiries.find(({ answer }) => answer === 'copy')
  const document = answered?.document ?? undefined
  // A list may also be given as a token; its content is then read from the token.
  if (!answered || (!isObject(document) && !answered.text.includes('.'))) return []
  const { text, fetchedOn } = answered
  return [
    { fetchedOn, document: { kind: 'support', source: url, type: 'statusList', id: url, document: isObject(document) ? document : {}, text, problems: [] } },
  ]
}
