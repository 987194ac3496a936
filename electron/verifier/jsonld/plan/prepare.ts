import { asList, isObject, type JsonObject } from '../../../../shared/model/json'
import { leavesType, typeNames, typesOf } from './object'
import type { Missing, ObjectScope, Plan } from './parts'
import { enterObject, enterTypes, memberOf } from './scope'

/** Makes what is missing, then asks again. */
async function made<Part extends { readonly kind: string }>(find: () => Part | Missing | null): Promise<Part | Missing | null> {
  const found = find()
  if (found?.kind !== 'missing') return found
  await (found as Missing).make() // Told by its kind.
  return find()
}

/**
 * Finds out whatever the plan lacks to write this object, and the objects in it. What is unusual is passed over: the document will be left to stock.
 *
 * @param names The object's members, its contexts left out.
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
