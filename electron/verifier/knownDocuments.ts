import type { SupportDocument } from '../parser/parsed'
import type { VerifierContext } from './context'
import { claimedDocuments, fetchedDocuments } from './inquiry'

/** One list for each context: what looks documents up keeps an index by the list. */
const lists = new WeakMap<VerifierContext, readonly SupportDocument[]>()

/** Documents that can complete what a credential only names by its address: what addresses served, then files, then copies that do not count. The first of an address is used. */
export function knownDocuments(context: VerifierContext): readonly SupportDocument[] {
  const known = lists.get(context)
  if (known) return known
  const list = [...fetchedDocuments(context), ...context.keyDocuments, ...claimedDocuments(context)]
  lists.set(context, list)
  return list
}
