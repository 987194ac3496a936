import type { JsonValue } from '../../../shared/model/json'
import type { PlacedProblem, Problem } from '../../../shared/model/problem'
import { limits } from '../limits'
import { buildValue } from './buildValue'
import { inspectMembers } from './inspectMembers'
import { isPlain } from './isPlain'
import { scan } from './scan'

/** JSON as values with the problems of its text, or the one reason it is no JSON. */
export type JsonReading =
  | { readonly ok: true; readonly value: JsonValue; readonly problems: readonly PlacedProblem[] }
  | { readonly ok: false; readonly problem: Problem }

/**
 * A text is never deeper than it is long. One this short is parsed at little cost; a longer one could cost some hundred bytes of memory for each of its levels.
 */
const shortText = 65_536

const tooDeep: JsonReading = { ok: false, problem: { code: 'json.too-deep' } }
const isTooDeep = (text: string): boolean => scan(text).depth > limits.jsonDepth

/**
 * Parses a JSON text, with problems where it is ambiguous.
 *
 * Problems: repeated member names, `__proto__`, lone surrogates, numbers that lose digits. Programs read such a document differently, so the verifier accepts
 * no signature over it. A leading byte order mark is skipped.
 *
 * @param isWellFormed Where it is known already: text read from UTF-8 has no half of a surrogate pair.
 * @returns `json.syntax` where it is no JSON, `json.too-deep` beyond 64 levels, whether or not it is JSON. The value is always that of `JSON.parse`.
 * @source RFC 8259, sections 4, 6, 8.2, 8.3; RFC 7493 (I-JSON), section 2
 */
export function readJson(text: string, isWellFormed = text.isWellFormed()): JsonReading {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (body.length > shortText && isTooDeep(body)) return tooDeep
  let value: JsonValue
  try {
    // JSON.parse returns only JSON values.
    value = JSON.parse(body) as JsonValue
  } catch {
    // JSON.parse throws only syntax errors for text; their wording differs by engine and is not reported.
    return isTooDeep(body) ? tooDeep : { ok: false, problem: { code: 'json.syntax' } }
  }
  if (isPlain(body, value, isWellFormed)) return { ok: true, value, problems: [] }
  return isTooDeep(body) ? tooDeep : { ok: true, value: buildValue(body), problems: inspectMembers(body) }
}
