import contextProcessing from 'jsonld/lib/context.js'
import { isArray, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { keywordOf, type ObjectScope, type Plan, type Property } from './scope'

/**
 * Do terms that came with the type of the object around it end at this object? A bare reference keeps them.
 *
 * @param names The object's own members.
 * @returns null where stock would find a value object on the way.
 * @source JSON-LD 1.1 API, section 5.1.2, step 7
 */
export function leavesType(names: readonly string[], { active }: Property, { options }: Plan): boolean | null {
  if (active.previousContext === undefined || names.length > 2) return true
  const keywords = names.map((name) => contextProcessing.expandIri(active, name, { vocab: true }, options))
  if (keywords.includes('@value')) return null
  return !(names.length === 1 && keywords[0] === '@id')
}

/** The texts under the one name that means `@type`; null where there are several such names, or something else than texts. */
export function typesOf(value: JsonObject, names: readonly string[], scope: ObjectScope, plan: Plan): readonly string[] | null {
  let types: readonly string[] = []
  for (const name of names) {
    const keyword = keywordOf(scope, name, plan)
    if (keyword === '@value') return null
    if (keyword !== '@type') continue
    const found = value[name]
    const list: readonly (JsonValue | undefined)[] = isArray(found) ? found : [found]
    if (types.length > 0 || list.length === 0) return null
    const texts = list.filter((text) => typeof text === 'string')
    if (texts.length !== list.length) return null
    types = texts
  }
  return types
}
