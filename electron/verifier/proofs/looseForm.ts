import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { PlacedProblem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { below } from '../jsonld/pointer'

export type LooseForm = PlacedProblem<VerifierProblemCode>

/** Read as one text each: in a list the signature would hold, and no program would find the end of the badge. */
const dates = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate']

/** The members that identify a status. */
const statusMembers = ['id', 'statusPurpose', 'statusListIndex', 'statusListCredential', 'statusSize']

/** The members that identify a person. */
const identityMembers = ['identityHash', 'identityType', 'hashed', 'salt']

/** Members that are read from the credential itself, and would be missed in another object with its id. */
const ownMembers = [...dates, 'credentialStatus', 'credentialSubject', 'issuer']

const isSingle = (value: JsonValue | undefined): boolean => typeof value !== 'object' || value === null

const form = (at: string, detail: string): LooseForm => ({ code: 'context.form', at, detail })

/** The fault with its pointer one step longer: pointers are built only on the way back from a fault, since most walks find none. */
const under = (name: string | number, fault: LooseForm): LooseForm => ({ ...fault, at: below('', name) + fault.at })

/** The first faulty member of the credential itself. */
function ownFault(document: JsonObject): LooseForm | null {
  const listed = dates.find((name) => !isSingle(document[name]))
  if (listed !== undefined) return form(below('', listed), listed)
  return (
    faultAmong(document, 'credentialStatus', (entry) => notSingle(entry, statusMembers)) ??
    faultAmong(document, 'credentialSubject', (subject) => faultAmong(subject, 'identifier', (identifier) => notSingle(identifier, identityMembers)))
  )
}

const notSingle = (object: JsonObject, names: readonly string[]): LooseForm | null => {
  const wrong = names.find((name) => !isSingle(object[name]))
  return wrong === undefined ? null : form(below('', wrong), wrong)
}

/** The first fault of the objects in a member, one or several. */
function faultAmong(owner: JsonObject, name: string, faultOf: (value: JsonObject) => LooseForm | null): LooseForm | null {
  const value = owner[name]
  for (const [index, element] of asList(value).entries()) {
    const fault = isObject(element) ? faultOf(element) : null
    if (fault) return under(name, isArray(value) ? under(index, fault) : fault)
  }
  return null
}

/** Ids whose members must be in one object. */
interface Ids {
  readonly own: JsonValue | undefined
  /** For status entries, whether an object with the id was found. */
  readonly status: Map<JsonValue | undefined, boolean>
}

const idsOf = ({ id, credentialStatus }: JsonObject): Ids => ({
  own: id,
  status: new Map(asList(credentialStatus).flatMap((entry) => (isObject(entry) && entry.id !== undefined ? [[entry.id, false]] : []))),
})

/** The first fault inside a value, at any depth. */
function faultWithin(value: JsonValue, ids: Ids): LooseForm | null {
  if (typeof value === 'string') return value.startsWith('_:') ? { code: 'context.data-loss', at: '', detail: value } : null
  if (isArray(value)) return faultInList(value, ids)
  if (!isObject(value)) return null
  const moved = typeof ids.own === 'string' && value.id === ids.own ? ownMembers.find((name) => value[name] !== undefined) : undefined
  return moved === undefined ? faultInObject(value, ids) : form(below('', moved), moved)
}

function faultInList(list: readonly JsonValue[], ids: Ids): LooseForm | null {
  for (let index = 0; index < list.length; index++) {
    const element = list[index]!
    const fault = isArray(element) ? form('', '[[]]') : faultWithin(element, ids)
    if (fault) return under(index, fault)
  }
  return null
}

function faultInObject(object: JsonObject, ids: Ids): LooseForm | null {
  if (ids.status.size > 0) {
    if (ids.status.get(object.id)) return form('/id', 'id')
    if (ids.status.has(object.id)) ids.status.set(object.id, true)
  }
  for (const name in object) {
    const fault = faultWithin(object[name]!, ids)
    if (fault) return under(name, fault)
  }
  return null
}

/**
 * The first place where the document, whose statements a signature covers, has a form that programs overlook or misread. The statements stay the same when
 *
 * - a single value is put into a list, or a list into a list: dates, and the members that identify a status or a person, must be single (`context.form`);
 * - members move to another object with the same id: those a credential is read by must be in the credential itself (`context.form`);
 * - a status entry is split into several objects with its id, of which none is complete (`context.form`);
 * - a blank node is given a name (`_:a`): no signature covers such a name (`context.data-loss`).
 *
 * Called only for a document whose signature over its statements holds; a signature over the text covers its form. Null where there is no fault.
 *
 * @source JSON-LD 1.1 API, sections 5.1 (expansion: lists in lists become one) and 8.1 (deserialise JSON-LD to RDF); VC Data Model 2.0, sections 4.3
 * (identifiers) and 4.9
 */
export const findLooseForm = (document: JsonObject): LooseForm | null => ownFault(document) ?? faultInObject(document, idsOf(document))
