import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { childPointer } from '../../reader/json/pointer'
import { isSameJson } from '../sameJson'
import { leftAlone } from './spellings'

/**
 * Members of Open Badges 1 and 2 that have one value. @source Open Badges 2.0, sections Assertion, BadgeClass, Profile, VerificationObject and CryptographicKey
 */
const single: ReadonlySet<string> = new Set([
  'id',
  'uid',
  'badge',
  'issuer',
  'verification',
  'verify',
  'creator',
  'owner',
  'revocationList',
  'issuedOn',
  'expires',
  'revoked',
])

/** Members of Open Badges 2 that may have several addresses. */
const several: ReadonlySet<string> = new Set(['publicKey'])

/** An object with only an address. */
function isReference(value: JsonObject): boolean {
  if (typeof value.id !== 'string') return false
  for (const name in value) if (name !== 'id' && name !== 'type' && name !== '@context') return false
  return true
}

const isValue = (value: JsonObject): boolean => value['@value'] !== undefined && Object.keys(value).every((name) => name.startsWith('@'))

const isWrapped = (value: JsonValue): boolean => isObject(value) && (isValue(value) || isReference(value))

/** Is a member in a long form: a list of one, a value object, an object with only an address? */
export function hasLongForm(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isArray(value)) return value.some(hasLongForm)
  for (const name in value) {
    const member = value[name]!
    if (typeof member !== 'object' || member === null || leftAlone.has(name)) continue
    if (single.has(name) && (isArray(member) || isWrapped(member))) return true
    if (several.has(name) && asList(member).some(isWrapped)) return true
    if (hasLongForm(member)) return true
  }
  return false
}

/** The value with its single members in the short form. One with several values is left as it is: `document.ambiguous` with its place. */
export function shortened(value: JsonValue, pointer: string, problems: Problem[]): JsonValue {
  if (isArray(value)) return value.map((item, index) => shortened(item, childPointer(pointer, String(index)), problems))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([name, member]): [string, JsonValue] => {
    if (leftAlone.has(name)) return [name, member]
    const at = childPointer(pointer, name)
    const inner = shortened(member, at, problems)
    if (single.has(name)) return [name, onlyOf(inner, at, problems)]
    return [name, several.has(name) ? (isArray(inner) ? inner.map(unwrapped) : unwrapped(inner)) : inner]
  })
  return Object.fromEntries(members)
}

function unwrapped(value: JsonValue): JsonValue {
  if (!isObject(value)) return value
  if (isValue(value)) return value['@value']!
  return isReference(value) ? value.id! : value
}

function onlyOf(value: JsonValue, at: string, problems: Problem[]): JsonValue {
  if (!isArray(value)) return unwrapped(value)
  const [first, ...others] = value.filter((item) => item !== null).map(unwrapped)
  if (first === undefined) return value
  if (others.every((other) => isSameJson(first, other))) return first
  problems.push({ code: 'document.ambiguous', at })
  return value
}
