import { type ActiveContext, contextProcessing, url } from '../internals'
import { noFragments } from './fragments'
import type { Member, Missing, NodeScope, ObjectScope, Plan, Property, Reading } from './parts'
import { contextAddress } from './terms'

const missing = (make: () => Promise<void>): Missing => ({ kind: 'missing', make })

/** The bound of each table of a plan: badges have some dozens of names; documents with thousands go to the fallback. */
const most = 1000
/** Longer names, and lists of names, are not cached. */
export const longestName = 2000

const { expandIri, getContextValue } = contextProcessing

function objectScope(active: ActiveContext, plan: Plan): ObjectScope {
  plan.parts += 1
  return { kind: 'object', active, keywords: new Map(), nodes: new Map(), shapes: [] }
}

/** One text for a list of names; null where a line break in a name would make two lists equal, or the list is too long. */
export function keyOf(names: readonly string[]): string | null {
  const key = names.join('\n')
  return key.length > longestName || names.some((name) => name.includes('\n')) ? null : key
}

/** The scope of a whole document with these contexts. */
export async function rootScope(active: ActiveContext, contexts: unknown, plan: Plan): Promise<ObjectScope> {
  return objectScope(await contextProcessing.process({ activeCtx: active, localCtx: contexts, options: plan.options }), plan)
}

/**
 * The scope of an object that is the value of a property: the terms of the enclosing type end, and those of the property are added.
 *
 * @param leaves Whether the terms of the enclosing object's type end here; a bare reference keeps them.
 * @source JSON-LD 1.1 API, section 5.1.2, steps 7 and 8
 */
export function enterObject(property: Property, leaves: boolean, plan: Plan): ObjectScope | Missing | null {
  const side = leaves ? 'left' : 'kept'
  const known = property.within[side]
  if (known) return known
  const scoped = getContextValue(property.active, property.name, '@context')
  if (scoped === null) return null
  const base = leaves ? property.active.revertToPreviousContext() : property.active
  if (scoped === undefined) {
    property.within[side] = objectScope(base, plan)
    return property.within[side]
  }
  return missing(async () => {
    const { options } = plan
    const inside = await contextProcessing.process({ activeCtx: base, localCtx: scoped, propagate: true, overrideProtected: true, options })
    property.within[side] = objectScope(inside, plan)
  })
}

/**
 * The scope of an object of these types: terms of each type, in the order of their names.
 *
 * @source JSON-LD 1.1 API, section 5.1.2, step 11
 */
export function enterTypes({ active, nodes }: ObjectScope, types: readonly string[], plan: Plan): NodeScope | Missing | null {
  const key = keyOf(types)
  if (key === null) return null
  const known = nodes.get(key)
  if (known) return known
  if (nodes.size >= most) return null
  const keep = (inside: ActiveContext): NodeScope => {
    const node: NodeScope = { kind: 'node', active: inside, members: new Map() }
    plan.parts += 1
    nodes.set(key, node)
    return node
  }
  // jsonld cannot read the context of a term that is mapped to null, and a null context removes all terms.
  if (types.some((type) => active.mappings.get(type) === null || getContextValue(active, type, '@context') === null)) return null
  const scoped = types
    .toSorted()
    .map((type) => getContextValue(active, type, '@context'))
    .filter((context) => context !== undefined)
  if (scoped.length === 0) return keep(active)
  return missing(async () => {
    let inside = active
    for (const localCtx of scoped) inside = await contextProcessing.process({ activeCtx: inside, localCtx, propagate: false, options: plan.options })
    keep(inside)
  })
}

/** The keyword a name stands for before types are known; otherwise its expanded form. */
export function keywordOf({ active, keywords }: ObjectScope, name: string, plan: Plan): string {
  const known = keywords.get(name)
  if (known !== undefined) return known
  const keyword = expandIri(active, name, { vocab: true }, plan.options) ?? ''
  if (keywords.size < most && name.length <= longestName) keywords.set(name, keyword)
  return keyword
}

const onlySets = (active: ActiveContext, name: string): boolean => (getContextValue(active, name, '@container') ?? []).every((one) => one === '@set')

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
/** Datatypes whose texts are converted. */
const converted = ['http://www.w3.org/2001/XMLSchema#double', `${rdf}langString`, `${rdf}JSON`, `${rdf}HTML`, `${rdf}XMLLiteral`]

function readingOf(active: ActiveContext, name: string, predicate: string): Reading | null {
  if (getContextValue(active, name, '@language') !== null || getContextValue(active, name, '@direction') !== null) return null
  const type = getContextValue(active, name, '@type')
  const text = (suffix: string, typed: boolean): Reading => ({ kind: 'text', suffix, typed, before: `${predicate}"`, after: `"${suffix} .\n` })
  if (type === null) return text('', false)
  if (type === '@id' || type === '@vocab') return { kind: 'address', vocabulary: type === '@vocab', before: `${predicate}<`, after: '> .\n' }
  const written = url.isAbsolute(type) && !converted.includes(type) ? contextAddress(type) : null
  if (written === null) return null
  return text(type === 'http://www.w3.org/2001/XMLSchema#string' ? '' : `^^${written}`, true)
}

const unusual: Member = { kind: 'unusual' }

function propertyOf(name: string, iri: string, outside: ActiveContext, active: ActiveContext, plan: Plan): Member {
  const written = contextAddress(iri)
  const predicate = ` ${written} `
  const reading = readingOf(active, name, predicate)
  const isPlain = onlySets(outside, name) && onlySets(active, name) && expandIri(active, name, { vocab: true }, plan.options) === iri
  // jsonld writes a statement given by such a property and by a type twice: it merges the values of one property only.
  if (written === null || reading === null || !isPlain || iri === `${rdf}type`) return unusual
  return {
    kind: 'property',
    name,
    predicate,
    reading,
    active,
    within: {},
    shapes: [],
    fragments: noFragments(),
    last: { value: null, tail: '', isWhole: false },
  }
}

/** Does the context define something for the name that plans do not implement: `@reverse`, `@nest`, `@index`? */
const isElaborate = (active: ActiveContext, name: string): boolean => {
  const definition = active.mappings.get(name)
  return definition != null && ('@nest' in definition || '@index' in definition || ('reverse' in definition && definition.reverse === true))
}

function keepMember(members: NodeScope['members'], name: string, member: Member, plan: Plan): Member {
  plan.parts += 1
  if (members.size < most && name.length <= longestName) members.set(name, member)
  return member
}

/**
 * The meaning of this name in an object of this scope.
 *
 * @source JSON-LD 1.1 API, section 5.1.2, step 13 (each key of element), and 5.2 (IRI expansion)
 */
export function memberOf({ active, members }: NodeScope, name: string, plan: Plan): Member | Missing {
  const known = members.get(name)
  if (known) return known
  const iri = expandIri(active, name, { vocab: true }, plan.options)
  if (iri === '@id' || iri === '@type') return keepMember(members, name, { kind: iri === '@id' ? 'id' : 'type' }, plan)
  if (iri === null || !url.isAbsolute(iri) || iri.startsWith('_:') || isElaborate(active, name)) return unusual
  const scoped = getContextValue(active, name, '@context')
  if (scoped === undefined) return keepMember(members, name, propertyOf(name, iri, active, active, plan), plan)
  if (scoped === null || members.size >= most) return unusual
  return missing(async () => {
    const { options } = plan
    const inside = await contextProcessing.process({ activeCtx: active, localCtx: scoped, propagate: true, overrideProtected: true, options })
    keepMember(members, name, isElaborate(inside, name) ? unusual : propertyOf(name, iri, active, inside, plan), plan)
  })
}
