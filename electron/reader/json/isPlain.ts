import type { JsonObject, JsonValue } from '../../../shared/model/json'
import { limits } from '../limits'
import { isBlank } from './scan'

/**
 * Is this JSON text unambiguous, and no deeper than allowed? A quick check: it may call a plain text odd, never an odd one plain.
 *
 * @param isWellFormed The text has no half of a surrogate pair, as text read from UTF-8 never has.
 */
export function isPlain(text: string, value: JsonValue, isWellFormed: boolean): boolean {
  // An escape may be half of a surrogate pair.
  if (!isWellFormed || (text.includes('\\u') && /\\u[dD][89a-fA-F]/.test(text))) return false
  const seen: Seen = { members: 0, odd: false }
  look(value, 1, seen)
  // A repeated name is in the text twice and in the value once.
  return !seen.odd && seen.members === countNames(text)
}

interface Seen {
  /** Members of all objects. */
  members: number
  /** A forbidden name, a number that loses digits, or more levels than allowed. */
  odd: boolean
}

function look(value: JsonValue, depth: number, seen: Seen): void {
  if (typeof value === 'number') {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) seen.odd = true
  } else if (typeof value === 'object' && value !== null) {
    if (depth > limits.jsonDepth) seen.odd = true
    else if (Array.isArray(value)) for (const item of value) look(item, depth + 1, seen)
    else lookAtMembers(value as JsonObject, depth, seen) // Array.isArray does not narrow away readonly arrays; the line before handled them.
  }
}

function lookAtMembers(object: JsonObject, depth: number, seen: Seen): void {
  for (const name in object) {
    seen.members++
    if (name === '__proto__') seen.odd = true
    look(object[name]!, depth + 1, seen)
  }
}

/**
 * Quotation marks before a colon, with blanks allowed between: at least as many as there are names, and more only where they occur inside strings. NaN where a
 * name may have an escape, which only parsing can tell.
 */
function countNames(text: string): number {
  const hasEscapes = text.includes('\\')
  let names = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let end = at - 1
    while (isBlank(text.charCodeAt(end))) end--
    if (text.charCodeAt(end) !== quote) continue
    if (hasEscapes && text.slice(text.lastIndexOf('"', end - 1) - 1, end).includes('\\')) return Number.NaN
    names++
  }
  return names
}

const quote = 0x22
