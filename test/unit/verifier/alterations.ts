import { below } from '../../../electron/verifier/jsonld/pointer'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'

/** A document that differs from another in one place. */
export interface Alteration {
  readonly what: 'value' | 'name' | 'removal' | 'order'
  readonly at: string
  readonly document: JsonObject
}

const tampered = (leaf: JsonValue): JsonValue => (typeof leaf === 'boolean' ? !leaf : typeof leaf === 'number' ? leaf + 1 : `${leaf ?? ''}x`)

type Put = (changed: JsonValue) => JsonValue

function* within(value: JsonValue, at: string, put: Put): Generator<{ readonly what: Alteration['what']; readonly at: string; readonly document: JsonValue }> {
  if (isArray(value)) {
    for (const [index, element] of value.entries()) {
      const here = below(at, index)
      if (index > 0) yield { what: 'order', at: here, document: put(value.with(index, value[index - 1] ?? null).with(index - 1, element)) }
      yield { what: 'removal', at: here, document: put(value.toSpliced(index, 1)) }
      yield* within(element, here, (changed) => put(value.with(index, changed)))
    }
  } else if (isObject(value)) {
    const entries = Object.entries(value)
    for (const [index, [name, child]] of entries.entries()) {
      const here = below(at, name)
      yield { what: 'name', at: here, document: put(Object.fromEntries(entries.with(index, [`${name}x`, child]))) }
      yield { what: 'removal', at: here, document: put(Object.fromEntries(entries.toSpliced(index, 1))) }
      yield* within(child, here, (changed) => put(Object.fromEntries(entries.with(index, [name, changed]))))
    }
  } else {
    yield { what: 'value', at, document: put(tampered(value)) }
  }
}

/** The document altered at every leaf, name, member, element and pair of neighbours, one at a time. */
export function* alterations(document: JsonObject): Generator<Alteration> {
  // Only members of the document are changed, so that it stays an object.
  for (const one of within(document, '', (changed) => changed)) yield { ...one, document: one.document as JsonObject }
}
