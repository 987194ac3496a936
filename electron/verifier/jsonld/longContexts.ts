import { asList, isArray, isObject, type JsonValue } from '../../../shared/model/json'

/** Contexts in one list. Each new sequence costs milliseconds; there are fewer known contexts than this. */
const mostContexts = 50

/** Does the value, at any depth, name more contexts in one list than any badge does? Then it is not canonicalized. */
export function hasLongContexts(value: JsonValue): boolean {
  if (isArray(value)) return value.some(hasLongContexts)
  if (!isObject(value)) return false
  for (const [name, child] of Object.entries(value)) if (name === '@context' ? asList(child).length > mostContexts : hasLongContexts(child)) return true
  return false
}
