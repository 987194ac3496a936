import { remember } from '../../remember'
import { compareUnits } from '../canonicalOrder'
import { contextProcessing } from '../internals'
import { typeNames } from './object'
import type { Layout, Missing, ObjectScope, Plan, Property, Shape, TypeStatements } from './parts'
import { enterTypes, keyOf, longestName, memberOf } from './scope'
import { contextAddress } from './terms'

/** Cached shapes of one place, and layouts of one shape: badges have a few. Longer lists of names are not cached. */
const mostShapes = 16
const mostLayouts = 100

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false
  return true
}

export const knownShape = (shapes: readonly Shape[], names: readonly string[]): Shape | undefined => shapes.find((shape) => isSameList(shape.names, names))

/** The shape of objects with these names in this scope, cached for its place; null where only the fallback can decide. */
export function addShape(shapes: Shape[], names: readonly string[], scope: ObjectScope, plan: Plan): Shape | null {
  const found = typeNames(names, scope, plan)
  if (found === null) return null
  const shape: Shape = { names, scope, typeNames: found, layouts: new Map() }
  if (names.join('').length > longestName) return shape
  if (shapes.length >= mostShapes) shapes.shift()
  shapes.push(shape)
  return shape
}

const type = ' <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> '

/** Null where a type is not an absolute address. */
function typeStatements(types: readonly string[], { active }: ObjectScope, { options }: Plan): TypeStatements | null {
  const tails: string[] = []
  for (const name of types) {
    const expanded = contextProcessing.expandIri(active, name, { base: true, vocab: true }, options)
    const written = expanded === null ? null : contextAddress(expanded)
    if (written === null) return null
    tails.push(`${type}${written} .\n`)
  }
  return { kind: 'types', predicate: type, tails: tails.sort() }
}

const isDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length

function makeLayout({ names, scope, typeNames }: Shape, types: readonly string[], plan: Plan): Layout | Missing | null {
  const node = enterTypes(scope, types, plan)
  if (node?.kind !== 'node') return node
  const ids: string[] = []
  const entries: (Property | TypeStatements)[] = []
  for (const name of names) {
    const member = memberOf(node, name, plan)
    if (member.kind === 'missing') return member
    // A type may have a context in which a name that was `@type` is not, or the other way round.
    if (member.kind === 'unusual' || (member.kind === 'type') !== typeNames.includes(name)) return null
    if (member.kind === 'id') ids.push(name)
    if (member.kind === 'property') entries.push(member)
  }
  const ofTypes = typeStatements(types, scope, plan)
  if (ofTypes === null || ids.length > 1) return null
  if (ofTypes.tails.length > 0) entries.push(ofTypes)
  const predicates = entries.map(({ predicate }) => predicate)
  return {
    kind: 'layout',
    active: node.active,
    id: ids[0] ?? null,
    entries: entries.sort((one, other) => compareUnits(one.predicate, other.predicate)),
    inOrder: isDistinct(predicates) && isDistinct(ofTypes.tails),
  }
}

/** How an object of this shape with these types is written; null where only the fallback can decide. */
export function layoutOf(shape: Shape, types: readonly string[], plan: Plan): Layout | Missing | null {
  const key = keyOf(types)
  const known = key === null ? undefined : shape.layouts.get(key)
  if (key === null || known) return known ?? null
  const made = makeLayout(shape, types, plan)
  if (made?.kind === 'layout') remember(shape.layouts, mostLayouts, key, made)
  return made
}
