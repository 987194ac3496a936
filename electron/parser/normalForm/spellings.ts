import { asList, asText, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { childPointer } from '../../reader/json/pointer'
import { plainType } from '../members'
import { isSameJson } from '../sameJson'

/**
 * Alternative names and the plain name of each. @source JSON-LD 1.1, section 4.1.4 (aliasing keywords); Open Badges 2.0, context; Open Badges 0.5, `issued_on`
 */
const plainNames: ReadonlyMap<string, string> = new Map([
  ['@id', 'id'],
  ['@type', 'type'],
  ['issued_on', 'issuedOn'],
])

/** Prefixes of the plain names of Open Badges 2.0. @source Open Badges 2.0, context (`obi`) */
const vocabulary = ['obi:', 'https://w3id.org/openbadges#']

/** Members whose content is not changed: documents of their own, contexts, and proofs, in which no keyword is allowed. */
export const leftAlone: ReadonlySet<string> = new Set(['verifiableCredential', 'endorsement', '@context', 'proof'])

/** The plain name of a member. Called for every member of every document: the first letter decides nearly all. */
function plainName(name: string): string {
  const first = name.charCodeAt(0)
  if (first === 0x40 || first === 0x69) return plainNames.get(name) ?? name
  if (first !== 0x6f && first !== 0x68) return name
  const prefix = vocabulary.find((beginning) => name.startsWith(beginning))
  return prefix === undefined ? name : name.slice(prefix.length)
}

/** A text with its language or type, not a thing with an id. @source JSON-LD 1.1, section 9.5 (value objects) */
const isValueObject = (object: JsonObject): boolean => object['@value'] !== undefined

/** Has any member of the value, at any depth, another name than the plain one? */
export function hasOtherSpelling(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isArray(value)) return value.some(hasOtherSpelling)
  for (const name in value) {
    if (plainName(name) !== name && !isValueObject(value)) return true
    const member = value[name]!
    if (typeof member === 'object' && member !== null && !leftAlone.has(name) && hasOtherSpelling(member)) return true
  }
  return false
}

/**
 * The value with every member under its plain name. A member with two names keeps both, so that nothing is lost; where their values differ the meaning is
 * unknown: `document.ambiguous` with its place.
 */
export function plainlySpelled(value: JsonValue, pointer: string, problems: Problem[]): JsonValue {
  if (isArray(value)) return value.map((item, index) => plainlySpelled(item, childPointer(pointer, String(index)), problems))
  if (!isObject(value)) return value
  const members = new Map<string, JsonValue>()
  const keepsNames = isValueObject(value)
  // Plain names first: of two spellings theirs is read.
  const entries = Object.entries(value).map(([written, member]) => ({ written, member, name: keepsNames ? written : plainName(written) }))
  for (const { written, name, member } of [...entries.filter((one) => one.written === one.name), ...entries.filter((one) => one.written !== one.name)]) {
    const at = childPointer(pointer, written)
    const plain = leftAlone.has(name) ? member : plainlySpelled(member, at, problems)
    const known = members.get(name)
    if (known === undefined) members.set(name, plain)
    else {
      members.set(written, plain)
      if (!isSameValue(name, known, plain)) problems.push({ code: 'document.ambiguous', at })
    }
  }
  return Object.fromEntries(members)
}

/** Types are equal in any order, with or without a vocabulary before them. */
function isSameValue(name: string, one: JsonValue, other: JsonValue): boolean {
  if (name !== 'type') return isSameJson(one, other)
  const [types, others] = [one, other].map((value) => asList(value).map((type) => plainType(asText(type))))
  return types!.every((type) => others!.includes(type)) && others!.every((type) => types!.includes(type))
}

/** Every name of a badge, or of an entry of a list: its id and the `uid` of Open Badges 1. Of an ambiguous id, both. */
export const namesOf = (document: JsonObject): readonly string[] =>
  [document.id, document['@id'], document.uid].flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []))
