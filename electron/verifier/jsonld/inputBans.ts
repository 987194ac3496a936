import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { isAliasedMember, isAliasedType } from './aliases'
import { type ContextTable, credentialContexts, isBadgeContext, pinnedContexts } from './contextTable'
import { type Place, pointerTo } from './pointer'

export type Ban = Problem<VerifierProblemCode>

/** Members whose values are credentials of their own, with a context of their own. */
const innerCredentials = new Map<string, (value: JsonObject) => boolean>([
  ['verifiableCredential', () => true],
  // An endorsement is a complete credential inside the one it speaks of, and part of what that one's signature covers. @source Open Badges 3.0, EndorsementCredential
  ['endorsement', ({ type }) => asList(type).includes('EndorsementCredential')],
])

const below = (parent: Place | null, name: string | number): Place => ({ parent, name })

/** Why the contexts of a credential are refused; null where they are in order. Which addresses are known is asked elsewhere. */
function contextBan(context: JsonValue | undefined, place: Place, table: ContextTable): Ban | null {
  if (context === undefined) return { code: 'context.order', at: pointerTo(place) }
  const list = isArray(context) ? context : [context]
  for (const [index, entry] of list.entries()) {
    if (typeof entry !== 'string') return { code: 'context.inline', at: pointerTo(isArray(context) ? below(place, index) : place) }
  }
  const urls = list.filter((entry) => typeof entry === 'string')
  if (!credentialContexts.includes(urls[0] ?? '')) return { code: 'context.order', at: pointerTo(place), ...(urls[0] ? { detail: urls[0] } : {}) }
  // An address not known may be anything, also an older badge context: it is found unknown later, not misplaced here.
  const extension = urls.findIndex((url) => table.newer.has(url) && !credentialContexts.includes(url) && !isBadgeContext(url))
  const late = extension < 0 ? undefined : urls.slice(extension).find(isBadgeContext)
  return late ? { code: 'context.order', at: pointerTo(place), detail: late } : null
}

/** A proof may repeat the contexts of its document from the first on; JCS suites do. @source Data Integrity EdDSA Cryptosuites 1.0, section 3.3 */
export function isPrefixOf(proofContext: JsonValue, documentContext: JsonValue | undefined): boolean {
  const longer = asList(documentContext)
  return asList(proofContext).every((entry, index) => typeof entry === 'string' && entry === longer[index])
}

function withoutRepeatedContext(proof: JsonValue, documentContext: JsonValue | undefined): JsonValue {
  if (!isObject(proof) || proof['@context'] === undefined || !isPrefixOf(proof['@context'], documentContext)) return proof
  const { '@context': _repeated, ...rest } = proof
  return rest
}

function* walk(value: JsonValue, place: Place | null, table: ContextTable): Generator<Ban> {
  if (isArray(value)) {
    for (const [index, element] of value.entries()) yield* walk(element, below(place, index), table)
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) yield* memberBans(name, child, below(place, name), table)
  }
}

function* memberBans(name: string, value: JsonValue, place: Place | null, table: ContextTable): Generator<Ban> {
  if (name === '@context') yield { code: 'context.nested', at: pointerTo(place) }
  else if (name.startsWith('@')) yield { code: 'context.keyword', at: pointerTo(place), detail: name }
  else if (isAliasedMember(name, table)) yield { code: 'context.alias', at: pointerTo(place), detail: name }
  const isInner = innerCredentials.get(name)
  for (const [index, element] of asList(value).entries()) {
    const here = isArray(value) ? below(place, index) : place
    if (name === 'type' && typeof element === 'string') yield* typeBans(element, here, table)
    if (isObject(element) && element['@context'] !== undefined && isInner?.(element)) yield* credentialBans(element, here, table)
    else yield* walk(element, here, table)
  }
}

function* typeBans(type: string, place: Place | null, table: ContextTable): Generator<Ban> {
  if (type.startsWith('@')) yield { code: 'context.keyword', at: pointerTo(place), detail: type }
  if (isAliasedType(type, table)) yield { code: 'context.alias', at: pointerTo(place), detail: type }
}

function* credentialBans(document: JsonObject, place: Place | null, table: ContextTable): Generator<Ban> {
  const { '@context': context, proof, ...rest } = document
  const ban = contextBan(context, below(place, '@context'), table)
  if (ban) yield ban
  yield* walk(rest, place, table)
  for (const [index, element] of asList(proof).entries()) {
    const here = isArray(proof) ? below(below(place, 'proof'), index) : below(place, 'proof')
    yield* walk(withoutRepeatedContext(element, context), here, table)
  }
}

/**
 * Is anything in the credential that could give a signed value another name, or hide it, while the signature still holds?
 * Asked before any proof is looked at. The first fault found is named; null where there is none.
 *
 * - contexts: addresses only, the data model's first, then the badge's own (`context.inline`, `context.order`);
 * - no context below the top, except that of a credential inside (`context.nested`);
 * - no JSON-LD keyword but `@context`, no keyword as a type (`context.keyword`);
 * - no second spelling of a name the contexts already name (`context.alias`).
 *
 * @source VC Data Model 2.0, on contexts; VC Data Integrity 1.0, section 2.4.1 (validating contexts); Open Badges 3.0, OpenBadgeCredential; JSON-LD 1.1, section 9 (grammar)
 */
export function findBan(document: JsonObject, table: ContextTable = pinnedContexts): Ban | null {
  for (const ban of credentialBans(document, null, table)) return ban
  return null
}
