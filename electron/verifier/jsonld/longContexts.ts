import { asList, isArray, isObject, type JsonValue } from '../../../shared/model/json'

/** Contexts in one list. Each costs milliseconds where it follows others for the first time; there are not as many that could be named. */
const mostContexts = 50

/** Does the value, at whatever depth, name more contexts in one list than any badge does? Then it is not worth reading. */
export function hasLongContexts(value: JsonValue): boolean {
  if (isArray(value)) return value.some(hasLongContexts)
  if (!isObject(value)) return false
  for (const [name, child] of Object.entries(value)) if (name === '@context' ? asList(child).length > mostContexts : hasLongContexts(child)) return true
  return false
}
