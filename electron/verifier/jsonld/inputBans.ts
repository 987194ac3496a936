import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { PlacedProblem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { isAliasedMember, isAliasedType } from './aliases'
import { type ContextTable, credentialContexts, isBadgeContext, pinnedContexts } from './contextTable'
import { below } from './pointer'

export type Ban = PlacedProblem<VerifierProblemCode>

/** Members whose values are credentials of their own, with a context of their own. */
const innerCredentials = new Map<string, (value: JsonObject) => boolean>([
  ['verifiableCredential', () => true],
  // An endorsement is a complete credential inside the one it is about, and covered by that one's signature. @source Open Badges 3.0, EndorsementCredential
  ['endorsement', ({ type }) => asList(type).includes('EndorsementCredential')],
])

/** The ban with its pointer one step longer: pointers are built only on the way back from a ban, since most walks find none. */
const under = (name: string | number, ban: Ban): Ban => ({ ...ban, at: below('', name) + ban.at })

/** Why the contexts of a credential are refused; null where they are in order. Unknown addresses are found later. */
function contextBan(context: JsonValue | undefined, table: ContextTable): Ban | null {
  if (context === undefined) return { code: 'context.order', at: '' }
  const list = isArray(context) ? context : [context]
  const inline = list.findIndex((entry) => typeof entry !== 'string')
  if (inline >= 0) return { code: 'context.inline', at: isArray(context) ? below('', inline) : '' }
  const urls = list.filter((entry) => typeof entry === 'string')
  if (!credentialContexts.includes(urls[0] ?? '')) return { code: 'context.order', at: '', ...(urls[0] ? { detail: urls[0] } : {}) }
  // An unknown address may be an older badge context: it is reported as unknown later, not as misplaced here.
  const extension = urls.findIndex((url) => table.newer.has(url) && !credentialContexts.includes(url) && !isBadgeContext(url))
  const late = extension < 0 ? undefined : urls.slice(extension).find(isBadgeContext)
  return late ? { code: 'context.order', at: '', detail: late } : null
}

/** A proof may repeat the first contexts of its document; JCS suites do. @source Data Integrity EdDSA Cryptosuites 1.0, section 3.3 */
export function isPrefixOf(proofContext: JsonValue, documentContext: JsonValue | undefined): boolean {
  const longer = asList(documentContext)
  return asList(proofContext).every((entry, index) => typeof entry === 'string' && entry === longer[index])
}

function withoutRepeatedContext(proof: JsonValue, documentContext: JsonValue | undefined): JsonValue {
  if (!isObject(proof) || proof['@context'] === undefined || !isPrefixOf(proof['@context'], documentContext)) return proof
  const { '@context': _repeated, ...rest } = proof
  return rest
}

/** Names and types without a fault under these contexts, cached: most badges use the same few. */
interface Harmless {
  readonly table: ContextTable
  readonly names: Set<string>
  readonly types: Set<string>
}

const harmless = new WeakMap<ContextTable, Harmless>()
/** Names and types beyond these limits are checked each time. */
const mostHarmless = 1000
const longestHarmless = 100

function harmlessOf(table: ContextTable): Harmless {
  const known = harmless.get(table) ?? { table, names: new Set(), types: new Set() }
  harmless.set(table, known)
  return known
}

function note(text: string, among: Set<string>): null {
  if (among.size < mostHarmless && text.length <= longestHarmless) among.add(text)
  return null
}

function nameBan(name: string, { table, names }: Harmless): Ban | null {
  if (names.has(name)) return null
  if (name === '@context') return { code: 'context.nested', at: '' }
  if (name.startsWith('@')) return { code: 'context.keyword', at: '', detail: name }
  return isAliasedMember(name, table) ? { code: 'context.alias', at: '', detail: name } : note(name, names)
}

function typeBan(type: string, { table, types }: Harmless): Ban | null {
  if (types.has(type)) return null
  if (type.startsWith('@')) return { code: 'context.keyword', at: '', detail: type }
  return isAliasedType(type, table) ? { code: 'context.alias', at: '', detail: type } : note(type, types)
}

function walk(value: JsonValue, known: Harmless): Ban | null {
  if (isArray(value)) return inList('', value, known)
  if (!isObject(value)) return null
  for (const name in value) {
    const ban = memberBan(name, value[name]!, known)
    if (ban) return under(name, ban)
  }
  return null
}

const memberBan = (name: string, value: JsonValue, known: Harmless): Ban | null =>
  nameBan(name, known) ?? (isArray(value) ? inList(name, value, known) : elementBan(name, value, known))

/** @param name The member the list is the value of; empty for a list in a list. */
function inList(name: string, list: readonly JsonValue[], known: Harmless): Ban | null {
  for (let index = 0; index < list.length; index++) {
    const ban = elementBan(name, list[index]!, known)
    if (ban) return under(index, ban)
  }
  return null
}

/** A value of a member, alone or in its list. */
function elementBan(name: string, element: JsonValue, known: Harmless): Ban | null {
  if (typeof element === 'string') return name === 'type' ? typeBan(element, known) : null
  const isCredential = isObject(element) && element['@context'] !== undefined && innerCredentials.get(name)?.(element)
  return isCredential ? credentialBan(element, known) : walk(element, known)
}

function credentialBan(document: JsonObject, known: Harmless): Ban | null {
  const { '@context': context, proof = null } = document
  const ofContext = contextBan(context, known.table)
  if (ofContext) return under('@context', ofContext)
  for (const name in document) {
    const ban = name === '@context' || name === 'proof' ? null : memberBan(name, document[name]!, known)
    if (ban) return under(name, ban)
  }
  const proofs = isArray(proof) ? proof : [proof]
  for (const [index, one] of proofs.entries()) {
    const ban = walk(withoutRepeatedContext(one, context), known)
    if (ban) return under('proof', isArray(proof) ? under(index, ban) : ban)
  }
  return null
}

/**
 * The first part of the credential that could give a signed value another name, or hide it, while the signature still holds; null where there is none. Checked
 * before any proof is verified.
 *
 * - contexts: addresses only, the data model's first, then the badge's own (`context.inline`, `context.order`);
 * - no context below the top, except that of a credential inside (`context.nested`);
 * - no JSON-LD keyword but `@context`, no keyword as a type (`context.keyword`);
 * - no second spelling of a name the contexts already name (`context.alias`).
 *
 * @source VC Data Model 2.0, on contexts; VC Data Integrity 1.0, section 2.4.1 (validating contexts); Open Badges 3.0, OpenBadgeCredential; JSON-LD 1.1,
 * section 9 (grammar)
 */
export const findBan = (document: JsonObject, table: ContextTable = pinnedContexts): Ban | null => credentialBan(document, harmlessOf(table))
