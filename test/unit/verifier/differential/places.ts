import { isArray, isObject, type JsonValue } from '../../../../shared/model/json'

/** Names and indexes from the document to a place in it. */
export type Path = readonly (string | number)[]

/** A source of numbers that are the same for the same seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  roll(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32: small, and good enough to choose mutations. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[roll(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return { roll, pick }
}

/** Every place in a document, the document itself first. */
export function* places(value: JsonValue, path: Path = []): Generator<{ readonly path: Path; readonly value: JsonValue }> {
  yield { path, value }
  if (isArray(value)) for (const [index, element] of value.entries()) yield* places(element, [...path, index])
  else if (isObject(value)) for (const [name, child] of Object.entries(value)) yield* places(child, [...path, name])
}

/** The document with the value at a place changed; undefined removes the place. */
export function changeAt(value: JsonValue, path: Path, change: (before: JsonValue) => JsonValue | undefined): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return change(value) ?? null
  if (isArray(value)) {
    return value.flatMap((element, index): readonly JsonValue[] => {
      if (index !== step) return [element]
      const changed = rest.length === 0 ? change(element) : changeAt(element, rest, change)
      // A list in place of an element stays one element.
      return changed === undefined ? [] : [changed]
    })
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([name, child]): readonly (readonly [string, JsonValue])[] => {
    if (name !== step) return [[name, child]]
    const changed = rest.length === 0 ? change(child) : changeAt(child, rest, change)
    return changed === undefined ? [] : [[name, changed]]
  })
  return Object.fromEntries(entries)
}
