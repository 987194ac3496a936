import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { isSame, keepFragment, wasMet } from './fragments'
import { addShape, knownShape, layoutOf } from './layout'
import { leavesType, typesOf } from './object'
import type { Layout, ObjectScope, Plan, Property, Shape } from './parts'
import { makeReady } from './ready'
import { readAddress, writeScalar } from './scalar'
import { enterObject, longestName } from './scope'
import { addStatement, type Block, type Group, lengthOf, newBlock, newGroup, type Term } from './statements'

/** A document while its statements are written. */
interface Draft {
  readonly plan: Plan
  /** The group being written. */
  readonly group: Group
  /** Groups of repeated parts that are cached. */
  readonly repeated: Group[]
  /** The plan lacks a part; the document is written again once it is there. */
  lacks: boolean
}

/** The subject of an object: that of the cached part where it is repeated. */
function writeObject(value: JsonObject, property: Property, draft: Draft): Term | null {
  const name = value.id
  if (typeof name !== 'string' || name.length > longestName) return writeNode(value, property, draft)
  const known = property.fragments.known.get(name)
  if (known && isSame(known.value, value)) {
    draft.repeated.push(...known.groups)
    return known.subject
  }
  return known || wasMet(property.fragments, name) ? writeFragment(value, name, property, draft) : writeNode(value, property, draft)
}

/** Writes a part that came a second time as a group of its own, and caches it. */
function writeFragment(value: JsonObject, name: string, property: Property, draft: Draft): Term | null {
  const part: Draft = { plan: draft.plan, group: newGroup(), repeated: [], lacks: false }
  const subject = writeNode(value, property, part)
  draft.lacks ||= part.lacks
  if (subject === null) return null
  if (typeof subject !== 'string') return writeNode(value, property, draft)
  makeReady(part.group)
  const groups = [part.group, ...part.repeated]
  keepFragment(property.fragments, name, { value, subject, groups })
  draft.plan.cachedCharacters += lengthOf([part.group])
  draft.repeated.push(...groups)
  return subject
}

function writeNode(value: JsonObject, property: Property, draft: Draft): Term | null {
  const names = Object.keys(value)
  const shape = knownShape(property.shapes, names) ?? enter(names, property, draft)
  return shape && writeMembers(value, shape, draft)
}

/** The shape of an object that is new at this place; null where the plan lacks it or the object is unusual. */
function enter(names: readonly string[], property: Property, draft: Draft): Shape | null {
  const leaves = names.length === 0 ? null : leavesType(names, property, draft.plan)
  const scope = leaves === null ? null : enterObject(property, leaves, draft.plan)
  draft.lacks ||= scope?.kind === 'missing'
  return scope?.kind === 'object' ? addShape(property.shapes, names, scope, draft.plan) : null
}

/** Writes the statements of an object's members. @returns the object's id, or the number of its blank node; null where they cannot all be written. */
function writeMembers(value: JsonObject, shape: Shape, draft: Draft): Term | null {
  const types = typesOf(value, shape.typeNames)
  const layout = types && layoutOf(shape, types, draft.plan)
  draft.lacks ||= layout?.kind === 'missing'
  if (layout?.kind !== 'layout') return null
  const subject = subjectOf(value, layout, draft)
  if (subject === null) return null
  const block = newBlock(draft.group, subject, layout.inOrder)
  for (const entry of layout.entries) {
    if (entry.kind === 'types') block.tails.push(...entry.tails)
    else if (!writeAll(value[entry.name], block, entry, draft)) return null
  }
  return subject
}

function subjectOf(value: JsonObject, { id, active }: Layout, draft: Draft): Term | null {
  if (id === null) return draft.group.blanks++
  const name = value[id]
  return typeof name === 'string' ? readAddress(name, active, draft.group, draft.plan) : null
}

/** Writes the values of a property, one or several. @returns whether they could all be written. */
function writeAll(value: JsonValue | undefined, block: Block, property: Property, draft: Draft): boolean {
  if (!isArray(value)) return write(value, block, property, draft)
  block.inOrder &&= value.length < 2
  return value.length > 0 && value.every((one) => write(one, block, property, draft))
}

function write(value: JsonValue | undefined, block: Block, property: Property, draft: Draft): boolean {
  if (value === null || value === undefined || isArray(value)) return false
  if (!isObject(value)) return writeScalar(value, block, property, draft.group, draft.plan)
  const object = writeObject(value, property, draft)
  if (object !== null) addStatement(block, property.predicate, object)
  return object !== null
}

/** The result for a document. */
export interface Written {
  /** Null where a part is unusual, or the plan lacks one. */
  readonly groups: readonly Group[] | null
  readonly lacks: boolean
}

const hasStatements = ({ blocks }: Group): boolean => blocks.some(({ tails, open }) => tails.length + open.length > 0)

/**
 * Writes the statements of a document by its plan.
 *
 * @param names The document's members without its contexts; `scope` is that of the contexts.
 */
export function writeDocument(document: JsonObject, names: readonly string[], scope: ObjectScope, plan: Plan): Written {
  const draft: Draft = { plan, group: newGroup(), repeated: [], lacks: false }
  const shape = knownShape(scope.shapes, names) ?? addShape(scope.shapes, names, scope, plan)
  const subject = shape && writeMembers(document, shape, draft)
  const groups = [draft.group, ...draft.repeated]
  return { groups: subject === null || !groups.some(hasStatements) ? null : groups, lacks: draft.lacks }
}
