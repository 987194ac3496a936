import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'

/** The pointer of a member or element below `parent`. @source RFC 6901, section 3 */
export const below = (parent: string, name: string | number): string => `${parent}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** A member of a document with its pointer. */
export interface Member {
  readonly at: string
  readonly name: string
  readonly value: JsonValue
}

/** Every member at every depth, in the order of the document. */
export function* members(value: JsonValue, at = ''): Generator<Member> {
  if (isArray(value)) {
    for (const [index, element] of value.entries()) yield* members(element, below(at, index))
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) {
      yield { at: below(at, name), name, value: child }
      yield* members(child, below(at, name))
    }
  }
}

/** The document without the members at these pointers. */
export function without(document: JsonObject, pointers: ReadonlySet<string>): JsonObject {
  const prune = (value: JsonValue, at: string): JsonValue => {
    if (isArray(value)) return value.map((element, index) => prune(element, below(at, index)))
    return isObject(value) ? pruneObject(value, at) : value
  }
  const pruneObject = (value: JsonObject, at: string): JsonObject => {
    const remaining = Object.entries(value).filter(([name]) => !pointers.has(below(at, name)))
    return Object.fromEntries(remaining.map(([name, child]) => [name, prune(child, below(at, name))]))
  }
  return pruneObject(document, '')
}
