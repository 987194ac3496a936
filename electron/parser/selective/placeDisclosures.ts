import { isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { limits } from '../../reader'
import { childPointer } from '../../reader/json/pointer'
import type { Disclosure } from './readDisclosure'

/** What the walk through a payload came upon. */
interface Walk {
  readonly byDigest: ReadonlyMap<string, Disclosure>
  /** Digests that were met: each may be there once. */
  readonly met: Set<string>
  /** The first fault; the walk ends with it. */
  fault: Problem | null
  used: number
  /** Places where digests are left that no disclosure belongs to. */
  readonly hidden: Set<string>
}

type Claim = readonly [name: string, value: JsonValue]

/** A payload with what is shown in the places of its digests, and without its marks of disclosure. */
export interface Placed {
  readonly payload: JsonObject
  /** The objects and lists, by pointer, in which digests are left that no disclosure belongs to: hidden claims, or decoys. */
  readonly hidden: readonly string[]
}

/**
 * The payload with each disclosure in the place of its digest, those inside other disclosures too.
 *
 * @returns `jwt.disclosure` where a disclosure belongs to no digest or would replace a claim, a digest is there twice, or a mark is in the wrong place.
 * @source RFC 9901, section 7.1, steps 3.c to 5
 */
export function placeDisclosures(payload: JsonObject, byDigest: ReadonlyMap<string, Disclosure>): Result<Placed> {
  const walk: Walk = { byDigest, met: new Set(), fault: null, used: 0, hidden: new Set() }
  const placed = placeInObject(walk, payload, '', 0)
  if (walk.fault === null && walk.used !== byDigest.size) broken(walk, '')
  return walk.fault === null ? success({ payload: placed, hidden: [...walk.hidden] }) : failure(walk.fault)
}

/** Notes the first fault. The walk goes on with nothing in that place. */
function broken(walk: Walk, at: string): readonly never[] {
  walk.fault ??= { code: 'jwt.disclosure', at }
  return []
}

function placeIn(walk: Walk, value: JsonValue, at: string, depth: number): JsonValue {
  if (depth > limits.jsonDepth) walk.fault ??= { code: 'json.too-deep', at: '' }
  if (walk.fault !== null) return null
  if (Array.isArray(value)) return value.flatMap((item: JsonValue, index) => placeElement(walk, item, childPointer(at, String(index)), depth + 1))
  return isObject(value) ? placeInObject(walk, value, at, depth) : value
}

function placeInObject(walk: Walk, { _sd: digests, ...members }: JsonObject, at: string, depth: number): JsonObject {
  if (members['...'] !== undefined) broken(walk, at)
  const open = Object.entries(members).map(([name, member]): Claim => [name, placeIn(walk, member, childPointer(at, name), depth + 1)])
  const shown = digests === undefined ? [] : shownClaims(walk, digests, at, depth)
  const claims = [...open, ...shown]
  if (new Set(claims.map(([name]) => name)).size !== claims.length) broken(walk, at)
  return Object.fromEntries(claims)
}

/** The claims that are shown in the places of an object's digests. @param owner The place of the object. */
function shownClaims(walk: Walk, digests: JsonValue, owner: string, depth: number): readonly Claim[] {
  const at = childPointer(owner, '_sd')
  if (!Array.isArray(digests)) return broken(walk, at)
  return digests.flatMap((digest: JsonValue): readonly Claim[] => {
    const disclosure = disclosureOf(walk, digest, at)
    if (disclosure === undefined) return []
    return disclosure.name === null ? broken(walk, at) : [[disclosure.name, placeIn(walk, disclosure.value, childPointer(owner, disclosure.name), depth + 1)]]
  })
}

/** An element of a list: itself, what is shown in its place, or nothing where that is hidden. */
function placeElement(walk: Walk, item: JsonValue, at: string, depth: number): readonly JsonValue[] {
  if (!isObject(item) || item['...'] === undefined) return [placeIn(walk, item, at, depth)]
  if (Object.keys(item).length !== 1) return broken(walk, at)
  const disclosure = disclosureOf(walk, item['...'], at)
  if (disclosure === undefined) return []
  return disclosure.name === null ? [placeIn(walk, disclosure.value, at, depth + 1)] : broken(walk, at)
}

/** The disclosure a digest belongs to; undefined where it is hidden, or a decoy. */
function disclosureOf(walk: Walk, digest: JsonValue, at: string): Disclosure | undefined {
  if (typeof digest !== 'string' || walk.met.has(digest)) {
    broken(walk, at)
    return undefined
  }
  walk.met.add(digest)
  const disclosure = walk.byDigest.get(digest)
  // A list of digests is a member of the object that hides, and an element is one of the list that hides.
  if (disclosure === undefined) walk.hidden.add(at.slice(0, at.lastIndexOf('/')))
  else walk.used += 1
  return disclosure
}
