import { isObject, textOf } from '../../../shared/model/json'
import type { SupportDocument } from '../../parser/parsed'
import type { VerifierContext } from '../context'
import { inquiriesOf } from '../inquiry'
import { documentUrl } from './method'

interface Tables {
  /** Lists that came as files, by every address they are held under. */
  readonly files: ReadonlyMap<string, readonly SupportDocument[]>
  /** What was found under an address: a list is the same one each time it is asked for. Addresses without a list are as many as badges, and are left out. */
  readonly found: Map<string, readonly SupportDocument[]>
}

const tables = new WeakMap<VerifierContext, Tables>()

function tablesOf(context: VerifierContext): Tables {
  const known = tables.get(context)
  if (known) return known
  const named = context.statusLists.flatMap((list) =>
    [...new Set([documentUrl(list.id), documentUrl(textOf(list.document.id))])].filter((name) => name !== null).map((name) => ({ name, list })),
  )
  const files = new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ list }) => list)]))
  const made: Tables = { files, found: new Map() }
  tables.set(context, made)
  return made
}

/** The lists held under an address: by their own id, by the address they were imported under, or by the one an inquiry fetched them from. */
export function listsAt(context: VerifierContext, url: string): readonly SupportDocument[] {
  const { files, found } = tablesOf(context)
  const known = found.get(url)
  if (known) return known
  const lists = [...(files.get(url) ?? []), ...fetched(context, url)]
  if (lists.length > 0) found.set(url, lists)
  return lists
}

/** A list that came back from an inquiry, as the document it is; of several inquiries the newest that was answered. */
function fetched(context: VerifierContext, url: string): readonly SupportDocument[] {
  const answered = inquiriesOf(context, url).find(({ answer }) => answer === 'copy')
  const document = answered?.document ?? undefined
  // A list may also be given as a token; its content is then read from the token.
  if (!answered || (!isObject(document) && !answered.text.includes('.'))) return []
  return [{ kind: 'support', source: url, type: 'statusList', id: url, document: isObject(document) ? document : {}, text: answered.text, problems: [] }]
}
