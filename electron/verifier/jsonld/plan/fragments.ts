import { isArray, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { remember } from '../../remember'
import type { Group } from './statements'

/**
 * A part of a document with an id, and its statements. Badges of one course repeat the course and the issuer word for word; no statement outside the part
 * refers to its blank nodes, so its statements are the same each time.
 */
export interface Fragment {
  readonly value: JsonObject
  readonly subject: string
  readonly groups: readonly Group[]
}

/** The parts at one place, by their `id`. */
export interface Fragments {
  /** The last value of each. */
  readonly known: Map<string, Fragment>
  /** Ids seen once. */
  readonly met: Set<string>
}

/** Cached parts of each place. */
const mostFragments = 500

export const noFragments = (): Fragments => ({ known: new Map(), met: new Set() })

/** Was a part with this id seen before? Records it. */
export function wasMet({ met }: Fragments, name: string): boolean {
  if (met.has(name)) return true
  // Dropping all at once: finding the oldest each time would cost more than seeing some of them twice again.
  if (met.size >= mostFragments) met.clear()
  met.add(name)
  return false
}

export const keepFragment = ({ known }: Fragments, name: string, fragment: Fragment): void => remember(known, mostFragments, name, fragment)

/**
 * Are the two equal, member by member, in any order? 0 and −0 differ.
 *
 * @param one Written by a plan: it has no empty object, so that no inherited member can equal any of its members.
 */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return Object.is(one, other)
  if (isArray(one) || isArray(other)) return isArray(one) && isArray(other) && isSameList(one, other)
  let members = 0
  for (const name in one) {
    if (!isSame(one[name], other[name])) return false
    members += 1
  }
  // All members of the one are in the other; has the other more?
  for (const _ in other) members -= 1
  return members === 0
}

function isSameList(one: readonly JsonValue[], other: readonly JsonValue[]): boolean {
  if (one.length !== other.length) return false
  for (let place = 0; place < one.length; place++) if (!isSame(one[place], other[place])) return false
  return true
}
