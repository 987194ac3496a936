import { asList, isObject, type JsonObject } from '../../../../shared/model/json'
import { leavesType, typeNames, typesOf } from './object'
import type { Missing, ObjectScope, Plan } from './parts'
import { enterObject, enterTypes, memberOf } from './scope'

/** Makes the missing part, then reads it again. */
async function made<Part extends { readonly kind: string }>(find: () => Part | Missing | null): Promise<Part | Missing | null> {
  const found = find()
  if (found?.kind !== 'missing') return found
  await (found as Missing).make() // Its kind says so.
  return find()
}

/**
 * Adds whatever the plan lacks to write this object, and the objects in it. Unusual parts are skipped: the document will go to the fallback.
 *
 * @param names The object's members without its contexts.
 */
export async function prepare(value: JsonObject, names: readonly string[], scope: ObjectScope, plan: Plan): Promise<void> {
  const named = typeNames(names, scope, plan)
  const types = named && typesOf(value, named)
  const node = await made(() => types && enterTypes(scope, types, plan))
  if (node?.kind !== 'node') return
  for (const name of names) {
    const member = await made(() => memberOf(node, name, plan))
    if (member?.kind !== 'property') continue
    for (const one of asList(value[name])) {
      const inner = isObject(one) ? Object.keys(one) : []
      const leaves = inner.length === 0 ? null : leavesType(inner, member, plan)
      const entered = leaves === null ? null : await made(() => enterObject(member, leaves, plan))
      if (isObject(one) && entered?.kind === 'object') await prepare(one, inner, entered, plan)
    }
  }
}
