import type { JsonValue } from '../../../shared/model/json'
import { closingQuote, isBlank } from './scan'

/**
 * The value of a JSON text whose names may have escapes.
 *
 * V8 13.6 sometimes mistakes such a name for another: after `{"a":1,"\\":2}` it reads `{"a":1,"\u0062":2}` as if the second name were a backslash, since it
 * compares the characters of the text with the name it expects there. Here each name is parsed alone, which every engine does correctly.
 *
 * @param text JSON that `JSON.parse` accepts and whose depth is bounded.
 * @source RFC 8259, sections 2 to 7; of two members of one name the last is taken, as in ECMA-262, section 25.5.1 (JSON.parse)
 */
export const buildValue = (text: string): JsonValue => valueAt({ text, at: 0 })

/** How far a text has been read. */
interface Reading {
  readonly text: string
  at: number
}

function valueAt(reading: Reading): JsonValue {
  const first = next(reading)
  if (first === '{') return Object.fromEntries(listAt(reading, memberAt))
  if (first === '[') return listAt(reading, valueAt)
  return leafAt(reading)
}

/** The items between the next bracket and the one that closes it. */
function listAt<Item>(reading: Reading, itemAt: (reading: Reading) => Item): Item[] {
  const items: Item[] = []
  reading.at++
  for (let mark = next(reading); mark !== '}' && mark !== ']'; mark = next(reading)) {
    if (mark === ',') reading.at++
    items.push(itemAt(reading))
  }
  reading.at++
  return items
}

function memberAt(reading: Reading): [string, JsonValue] {
  next(reading)
  // A name is a string.
  const name = leafAt(reading) as string
  next(reading)
  reading.at++
  return [name, valueAt(reading)]
}

/** A string, a number, `true`, `false` or `null`, parsed alone. */
function leafAt(reading: Reading): JsonValue {
  const { text, at } = reading
  const literal = /[-+.\w]+/y
  literal.lastIndex = at
  reading.at = text.charAt(at) === '"' ? closingQuote(text, at) + 1 : at + literal.exec(text)![0].length
  // A part of what JSON.parse accepts as a whole, and a value by itself.
  return JSON.parse(text.slice(at, reading.at)) as JsonValue
}

/** The next character that is not blank. */
function next(reading: Reading): string {
  while (isBlank(reading.text.charCodeAt(reading.at))) reading.at++
  return reading.text.charAt(reading.at)
}
