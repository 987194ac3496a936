import { isArray, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import type { Group } from './statements'

/**
 * A part of a document with a name of its own, and the statements it makes. Badges of one course repeat the course and the issuer word for word; nothing
 * outside of the part speaks of its blank nodes, so that its statements are the same each time.
 */
export interface Fragment {
  readonly value: JsonObject
  readonly subject: string
  readonly groups: readonly Group[]
}

/** By the text of the part's `id`: what it was last time, or null where it was met once and may never come again. */
export type Fragments = Map<string, Fragment | null>

/** Are the two the same, member by member in the same order? Numbers are compared as they are: 0 is not −0. */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return Object.is(one, other)
  if (isArray(one) || isArray(other)) {
    return isArray(one) && isArray(other) && one.length === other.length && one.every((element, index) => isSame(element, other[index]))
  }
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return names.length === others.length && names.every((name, index) => name === others[index] && isSame(one[name], other[name]))
}
