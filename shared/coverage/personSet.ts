/** A set of people, one bit for each, by their place in a list. */
export type PersonSet = Uint32Array

export const personSet = (people: number): PersonSet => new Uint32Array((people + 31) >>> 5)

export function add(set: PersonSet, person: number): void {
  const word = person >>> 5
  set[word] = (set[word] ?? 0) | (1 << (person & 31))
}

export const has = (set: PersonSet, person: number): boolean => ((set[person >>> 5] ?? 0) & (1 << (person & 31))) !== 0

/** Puts everybody of `from` into `into` as well. Both are sets over the same list. */
export function addAll(into: PersonSet, from: PersonSet): void {
  for (let word = 0; word < into.length; word += 1) into[word]! |= from[word]!
}

/** @source Bit counting by halves: Warren, "Hacker's Delight", section 5-1 */
function bits(word: number): number {
  let value = word - ((word >>> 1) & 0x5555_5555)
  value = (value & 0x3333_3333) + ((value >>> 2) & 0x3333_3333)
  return Math.imul((value + (value >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

export function size(set: PersonSet): number {
  let total = 0
  for (let word = 0; word < set.length; word += 1) total += bits(set[word]!)
  return total
}

/** How many are in both. */
export function sizeOfBoth(one: PersonSet, other: PersonSet): number {
  let total = 0
  for (let word = 0; word < one.length; word += 1) total += bits(one[word]! & other[word]!)
  return total
}

/** How many are in `one` and in `other`, but not in `without`. */
export function sizeOfBothWithout(one: PersonSet, other: PersonSet, without: PersonSet): number {
  let total = 0
  for (let word = 0; word < one.length; word += 1) total += bits(one[word]! & other[word]! & ~without[word]!)
  return total
}
