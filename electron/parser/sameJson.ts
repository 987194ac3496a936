import { isArray, isObject, type JsonValue } from '../../shared/model/json'

/** JSON in one spelling: members sorted by name, no blanks. For comparing and digests; never for what a signature covers. */
export function steadyJson(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(steadyJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${steadyJson(member)}`).join(',')}}`
}

/** Are two documents equal, whatever the order of their members? */
export const isSameJson = (one: JsonValue, other: JsonValue): boolean => steadyJson(one) === steadyJson(other)
