import type { NormalDocument } from '../../../shared/model/document'
import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { plainType } from '../../parser/members'
import { childPointer } from '../../reader/json/pointer'
import type { VerifierContext } from '../context/context'
import { servedAt } from '../context/inquiry'
import { isSameJson } from '../context/sameJson'

/**
 * Where does a hosted badge in a file differ from the copy its own address served?
 *
 * Badge class and issuer may be whole in one and an address in the other: they are equal where the address is theirs and, if the file has more than the copy,
 * the document served at the address is equal. `revoked` in the copy is no difference.
 *
 * @returns JSON Pointer into the file to the first difference; null where both are equal.
 * @source Open Badges 2.0, Assertion `badge`, BadgeClass `issuer` (an address or the document itself)
 */
export function differsAt(file: NormalDocument, copy: NormalDocument, context: VerifierContext): string | null {
  const { revoked: _, revocationReason: _reason, ...content } = copy
  return differingMember(withVerification(file), withVerification(file.revoked === undefined ? content : copy), '', context)
}

/** Open Badges 1.1 calls it `verify`. */
function withVerification(document: JsonObject): JsonObject {
  const { verify, ...rest } = document
  return verify === undefined || document.verification !== undefined ? document : { ...rest, verification: verify }
}

const givenByAddress = new Set(['badge', 'issuer'])

function differingMember(file: JsonObject, copy: JsonObject, pointer: string, context: VerifierContext): string | null {
  for (const name of new Set([...Object.keys(file), ...Object.keys(copy)])) {
    const [one, other, at] = [file[name], copy[name], childPointer(pointer, name)]
    if (one === undefined || other === undefined) return at
    const difference = givenByAddress.has(name) ? differingDocument(one, other, at, context) : isSame(name, one, other) ? null : at
    if (difference !== null) return difference
  }
  return null
}

function differingDocument(file: JsonValue, copy: JsonValue, at: string, context: VerifierContext): string | null {
  if (typeof file === 'string' && isObject(copy)) return copy.id === file ? null : at
  const served = typeof copy === 'string' && isObject(file) && file.id === copy ? (servedAt(context, copy) ?? copy) : copy
  if (isObject(file) && isObject(served)) return differingMember(withoutContext(file), withoutContext(served), at, context)
  return isSameJson(file, served) ? null : at
}

const isSame = (name: string, one: JsonValue, other: JsonValue): boolean => isSameJson(comparable(name, one), comparable(name, other))

/** One value alone and in a list are equal, and so are types with and without their vocabulary. @source JSON-LD 1.1, section 4.3 (value ordering) */
function comparable(name: string, value: JsonValue): JsonValue {
  if (name === 'type') return asList(value).map((type) => (typeof type === 'string' ? plainType(type) : type))
  if (isArray(value)) return value.length === 1 ? comparable(name, value[0]!) : value.map((item) => comparable(name, item))
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, comparable(member, inner)])) : value
}

/** A document on its own names its context; inside another it has that of the other. A context written out is content, and stays. */
function withoutContext(document: JsonObject): JsonObject {
  const { '@context': context, ...rest } = document
  return asList(context).every((one) => typeof one === 'string') ? rest : document
}
