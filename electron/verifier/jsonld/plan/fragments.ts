import { isArray, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { remember } from '../../remember'
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

/** The parts that came at one place, by the text of their `id`. */
export interface Fragments {
  /** What each was last time. */
  readonly known: Map<string, Fragment>
  /** Those that were met once and may never come again. */
  readonly met: Set<string>
}

/** Parts that are kept for each place. */
const mostFragments = 500

export const noFragments = (): Fragments => ({ known: new Map(), met: new Set() })

/** Was a part of that name met before? From now on it was. */
export function wasMet({ met }: Fragments, name: string): boolean {
  if (met.has(name)) return true
  // All at once: to look for the oldest each time would cost more than to meet some of them again.
  if (met.size >= mostFragments) met.clear()
  met.add(name)
  return false
}

export const keepFragment = ({ known }: Fragments, name: string, fragment: Fragment): void => remember(known, mostFragments, name, fragment)

/**
 * Are the two the same, member by member, in whatever order? Numbers are compared as they are: 0 is not −0.
 *
 * @param one Was written by a plan: there is no empty object in it, so that nothing an object has without being given it is like any of its members.
 */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return Object.is(one, other)
  if (isArray(one) || isArray(other)) return isArray(one) && isArray(other) && isSameList(one, other)
  let members = 0
  for (const name in one) {
    if (!isSame(one[name], other[name])) return false
    members += 1
  }
  // All members of the one are in the other; has the other any more?
  for (const _ in other) members -= 1
  return members === 0
}

function isSameList(one: readonly JsonValue[], other: readonly JsonValue[]): boolean {
  if (one.length !== other.length) return false
  for (let place = 0; place < one.length; place++) if (!isSame(one[place], other[place])) return false
  return true
}
