import { textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
import { decodeToken } from '../../parser/token'
import type { VerifierContext } from '../context'
import { inquiriesOf } from '../inquiry'
import { documentUrl } from './method'

const tables = new WeakMap<VerifierContext, Map<string, readonly SupportDocument[]>>()

/** The lists held under an address: by their own id, by the address they were imported under, or by the one an inquiry fetched them from. */
export function listsAt(context: VerifierContext, url: string): readonly SupportDocument[] {
  let table = tables.get(context)
  if (!table) {
    table = new Map()
    tables.set(context, table)
  }
  const known = table.get(url)
  if (known) return known
  const own = context.statusLists.filter(({ id, document }) => documentUrl(id) === url || documentUrl(textOf(document.id)) === url)
  const lists = [...own, ...fetched(context, url)]
  table.set(url, lists)
  return lists
}

/** A list that came back from an inquiry, as the document it is; of several inquiries the newest that was answered. */
function fetched(context: VerifierContext, url: string): readonly SupportDocument[] {
  const answered = inquiriesOf(context, url).find(({ answer }) => answer === 'copy')
  if (!answered) return []
  if (answered.read) return [{ kind: 'support', source: url, type: 'statusList', id: url, text: answered.text, ...answered.read }]
  // A list may also be given as a token; its content is then read from the token.
  const decoded = decodeToken(answered.text.trim())
  if (!decoded.ok) return []
  const { token: _, ...read } = decoded.value
  return [{ kind: 'support', source: url, type: 'statusList', id: url, text: answered.text, ...read }]
}
