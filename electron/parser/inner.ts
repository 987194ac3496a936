import type { JsonValue } from '../../shared/model/json'
import { limits } from '../reader'
import { unreadable } from '../reader/envelope'
import { childPointer } from '../reader/json/pointer'
import type { Parsed } from './parsed'
import type { Carried, ParseInner } from './standard'

/**
 * Each credential inside an envelope as a document of its own, labelled `#1`, `#2`, … An envelope with none is unreadable, so that every file has an answer.
 */
export function parseMembers(
  carried: Carried,
  members: readonly { readonly value: JsonValue; readonly pointer: string }[],
  parseInner: ParseInner,
): readonly Parsed[] {
  if (members.length === 0) return [unreadable(carried.source, { code: 'envelope.no-credential' })]
  if (members.length > limits.documents) return [unreadable(carried.source, { code: 'envelope.too-many', detail: String(members.length) })]
  return members.flatMap(({ value, pointer }, index) => parseInner(carried, value, pointer, index + 1))
}

/** One value or several at a pointer, each with its own pointer. */
export function placed(value: JsonValue | undefined, pointer: string): readonly { readonly value: JsonValue; readonly pointer: string }[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return [{ value, pointer }]
  return value.map((item: JsonValue, index) => ({ value: item, pointer: childPointer(pointer, String(index)) }))
}
