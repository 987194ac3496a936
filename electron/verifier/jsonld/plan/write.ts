import contextProcessing from 'jsonld/lib/context.js'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { remember } from '../../keys/remember'
import { isSame } from './fragments'
import { leavesType, typesOf } from './object'
import { enterObject, enterTypes, keywordOf, memberOf, type NodeScope, type ObjectScope, type Plan, type Property } from './scope'
import { type Block, type Group, newBlock, newGroup, type Origin, state, type Term } from './statements'
import { address, contextAddress, literal } from './terms'

/** A document on its way to statements. */
interface Draft {
  readonly plan: Plan
  /** The group under way. */
  readonly group: Group
  /** Groups of repeated parts that were written out before. */
  readonly repeated: Group[]
  /** The plan lacks something; the document is begun again when it is there. */
  lacks: boolean
}

const { expandIri } = contextProcessing

/** Repeated parts that are kept for each property. */
const mostFragments = 500

const type = ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> '
const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** Complete already, whatever prefixes the contexts define. @source JSON-LD 1.1 API, section 5.2.2, step 6.2 */
const complete = /^[A-Za-z]+:\/\//

/** The address a text stands for; null where it stands for none, or only stock may say. */
function readAddress(text: string, { active, reading }: Property, { group, plan }: Draft): string | null {
  const vocabulary = reading.kind === 'address' && reading.vocabulary
  if (!vocabulary && complete.test(text)) return address(text, group)
  const expanded = expandIri(active, text, vocabulary ? { base: true, vocab: true } : { base: true }, plan.options)
  return expanded === null ? null : address(expanded, group)
}

function readId(text: JsonValue | undefined, { active }: NodeScope, { group, plan }: Draft): string | null {
  if (typeof text !== 'string') return null
  const expanded = complete.test(text) ? text : expandIri(active, text, { base: true }, plan.options)
  return expanded === null ? null : address(expanded, group)
}

function readType(name: string, { before, types }: NodeScope, { group, plan }: Draft): string | null {
  const known = types.get(name)
  if (known !== undefined) return known
  const expanded = expandIri(before, name, { base: true, vocab: true }, plan.options)
  const written = expanded === null ? null : contextAddress(expanded)
  if (written !== null) remember(types, mostFragments, name, written)
  return written ?? (expanded === null ? null : address(expanded, group))
}

/**
 * A boolean or an integer as a literal. Fractions, and −0, have forms of their own and are left to stock.
 *
 * @source JSON-LD 1.1 API, section 8.2.2 (object to RDF conversion), steps 8 to 11
 */
function native(value: boolean | number, { reading }: Property): string | null {
  if (reading.kind === 'address') return null
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0))) return null
  const suffix = reading.typed ? reading.suffix : `^^<${xsd}${typeof value === 'number' ? 'integer' : 'boolean'}>`
  return `"${value}"${suffix}`
}

function writeScalar(value: string | number | boolean, property: Property, draft: Draft): string | null {
  if (typeof value !== 'string') return native(value, property)
  const { reading } = property
  return reading.kind === 'address' ? readAddress(value, property, draft) : literal(value, draft.group) + reading.suffix
}

function originOf(value: JsonValue, { reading }: Property): Origin {
  if (typeof value === 'number' || typeof value === 'boolean') return 'native'
  return reading.kind === 'text' && reading.typed && reading.suffix === '' ? 'typed' : 'plain'
}

/** What an object is spoken of by: a part that was written out before is taken from there. */
function writeObject(value: JsonObject, property: Property, draft: Draft): Term | null {
  const name = value.id
  const known = typeof name === 'string' ? property.fragments.get(name) : undefined
  if (known && isSame(known.value, value)) {
    draft.repeated.push(...known.groups)
    return known.subject
  }
  if (known === undefined) {
    if (typeof name === 'string') remember(property.fragments, mostFragments, name, null)
    return writeNode(value, property, draft)
  }
  return writeFragment(value, String(name), property, draft)
}

/** Writes a part that has come a second time as a group of its own, and keeps it. */
function writeFragment(value: JsonObject, name: string, property: Property, draft: Draft): Term | null {
  const part: Draft = { plan: draft.plan, group: newGroup(), repeated: [], lacks: false }
  const subject = writeNode(value, property, part)
  draft.lacks ||= part.lacks
  if (subject === null) return null
  if (typeof subject !== 'string') return writeNode(value, property, draft)
  for (const block of part.group.blocks) {
    block.said.sort()
    block.sorted = true
  }
  const groups = [part.group, ...part.repeated]
  remember(property.fragments, mostFragments, name, { value, subject, groups })
  draft.repeated.push(...groups)
  return subject
}

function writeNode(value: JsonObject, property: Property, draft: Draft): Term | null {
  const names = Object.keys(value)
  const leaves = names.length === 0 ? null : leavesType(names, property, draft.plan)
  const scope = leaves === null ? null : enterObject(property, leaves, draft.plan)
  draft.lacks ||= scope?.kind === 'missing'
  return scope?.kind === 'object' ? writeMembers(value, names, scope, draft) : null
}

/** The statements of an object's members. @returns the object's name, or the number of the blank node it is; null where they are not all in hand. */
function writeMembers(value: JsonObject, names: readonly string[], scope: ObjectScope, draft: Draft): Term | null {
  const types = typesOf(value, names, scope, draft.plan)
  const node = types && enterTypes(scope, types, draft.plan)
  draft.lacks ||= node?.kind === 'missing'
  if (types === null || node?.kind !== 'node') return null
  const subject = subjectOf(value, names, scope, node, draft)
  if (subject === null) return null
  const block = newBlock(draft.group, subject)
  for (const name of types) {
    const object = readType(name, node, draft)
    if (object === null) return null
    state(block, type, object)
  }
  for (const name of names) {
    const member = memberOf(node, name, draft.plan)
    if (member.kind !== 'property') continue // Looked at with the subject.
    const found = value[name]
    if (!(isArray(found) ? found.length > 0 && found.every((one) => write(one, block, member, draft)) : write(found, block, member, draft))) return null
  }
  return subject
}

/** Who is spoken of? Asks on the way whether every name means something that can be written. */
function subjectOf(value: JsonObject, names: readonly string[], scope: ObjectScope, node: NodeScope, draft: Draft): Term | null {
  let id: string | null = null
  for (const name of names) {
    const member = memberOf(node, name, draft.plan)
    draft.lacks ||= member.kind === 'missing'
    if (member.kind === 'missing') return null
    // A type may bring a context in which what was `@type` is so no more, or the other way round.
    const isType = keywordOf(scope, name, draft.plan) === '@type'
    if (member.kind === 'unusual' || (member.kind === 'type') !== isType) return null
    if (member.kind !== 'id') continue
    if (id !== null) return null
    id = readId(value[name], node, draft)
    if (id === null) return null
  }
  return id ?? draft.group.blanks++
}

/** Writes one value of a property. @returns whether it could be written. */
function write(value: JsonValue | undefined, block: Block, property: Property, draft: Draft): boolean {
  if (value === null || value === undefined || isArray(value)) return false
  const object = isObject(value) ? writeObject(value, property, draft) : writeScalar(value, property, draft)
  if (object === null) return false
  state(block, property.predicate, object, originOf(value, property))
  return true
}

/** What became of a document. */
export interface Written {
  /** Null where anything is unusual, or the plan lacks something. */
  readonly groups: readonly Group[] | null
  readonly lacks: boolean
}

const saysAnything = ({ blocks }: Group): boolean => blocks.some(({ said, open }) => said.length + open.length > 0)

/**
 * The statements a document makes, by its plan.
 *
 * @param names The document's members without its contexts; `scope` is theirs.
 */
export function writeDocument(document: JsonObject, names: readonly string[], scope: ObjectScope, plan: Plan): Written {
  const draft: Draft = { plan, group: newGroup(), repeated: [], lacks: false }
  const subject = writeMembers(document, names, scope, draft)
  const groups = [draft.group, ...draft.repeated]
  return { groups: subject === null || !groups.some(saysAnything) ? null : groups, lacks: draft.lacks }
}
