import { isArray, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { contextProcessing } from '../internals'
import type { ObjectScope, Plan, Property } from './parts'
import { keywordOf } from './scope'

/**
 * Do the terms of the enclosing object's type end at this object? A bare reference keeps them.
 *
 * @param names The object's own members.
 * @returns null where jsonld would find a value object on the way.
 * @source JSON-LD 1.1 API, section 5.1.2, step 7
 */
export function leavesType(names: readonly string[], { active }: Property, { options }: Plan): boolean | null {
  if (active.previousContext === undefined || names.length > 2) return true
  const keywords = names.map((name) => contextProcessing.expandIri(active, name, { vocab: true }, options))
  if (keywords.includes('@value')) return null
  return !(names.length === 1 && keywords[0] === '@id')
}

/** The names that mean `@type`; null for a value object, and where there are several: those go to the fallback. */
export function typeNames(names: readonly string[], scope: ObjectScope, plan: Plan): readonly string[] | null {
  const keywords = names.map((name) => keywordOf(scope, name, plan))
  const found = names.filter((_, place) => keywords[place] === '@type')
  return keywords.includes('@value') || found.length > 1 ? null : found
}

const none: readonly string[] = []

/** The texts under the name that means `@type`; null where they are not texts, or empty. */
export function typesOf(value: JsonObject, [name]: readonly string[]): readonly string[] | null {
  if (name === undefined) return none
  const found = value[name]
  const list: readonly (JsonValue | undefined)[] = isArray(found) ? found : [found]
  return list.length > 0 && list.every((text) => typeof text === 'string' && text !== '') ? (list as readonly string[]) : null // Each is a text.
}
