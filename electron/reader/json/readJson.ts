import type { JsonObject, JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import { limits } from '../limits'
import { inspectMembers, type PlacedProblem } from './inspectMembers'
import { scan } from './scan'

/** JSON as values with what is odd about its text, or the one reason it is no JSON. */
export type JsonReading =
  | { readonly ok: true; readonly value: JsonValue; readonly problems: readonly PlacedProblem[] }
  | { readonly ok: false; readonly problem: Problem }

/**
 * What does this JSON text say, and does it say it in one way only?
 *
 * Stands beside the value as problems: member names given twice, `__proto__`, lone surrogates, numbers that lose digits. A document with these means
 * different things to different programs, so no signature over it is believed; it is the verifier that says so. A leading byte order mark is passed over.
 *
 * @returns `json.syntax` where it is no JSON, `json.too-deep` beyond 64 levels. The value is always exactly that of `JSON.parse`.
 * @source RFC 8259, sections 4, 6, 8.2, 8.3; RFC 7493 (I-JSON), section 2
 */
export function readJson(text: string): JsonReading {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const scanned = scan(body)
  if (scanned.depth > limits.jsonDepth) return { ok: false, problem: { code: 'json.too-deep' } }
  let value: JsonValue
  try {
    // JSON.parse gives nothing but JSON values.
    value = JSON.parse(body) as JsonValue
  } catch {
    // The one thing JSON.parse throws for text is a syntax error; its wording differs by engine and is not kept.
    return { ok: false, problem: { code: 'json.syntax' } }
  }
  const plain = !scanned.unusual && countMembers(value) === scanned.members
  return { ok: true, value, problems: plain ? [] : inspectMembers(body) }
}

/** Members of all objects in the value. Fewer than the text has colons: a name was given twice. */
function countMembers(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item)
    return count
  }
  // Array.isArray does not narrow away readonly arrays; the line before has dealt with them.
  const object = value as JsonObject
  for (const name in object) count += 1 + countMembers(object[name] ?? null)
  return count
}
