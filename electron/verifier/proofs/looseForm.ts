import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { Problem } from '../../../shared/model/problem'
import type { VerifierProblemCode } from '../../../shared/model/problems/verifier'
import { below } from '../jsonld/pointer'

export type LooseForm = Problem<VerifierProblemCode> & { readonly at: string }

/** Read as one text each: in a list the signature would hold, and nobody would see when the badge ends. */
const dates = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate']

/** What a status is looked up by. */
const statusMembers = ['id', 'statusPurpose', 'statusListIndex', 'statusListCredential', 'statusSize']

/** What is read of a credential itself, and would be missed in another object that bears its id. */
const ownMembers = [...dates, 'credentialStatus', 'credentialSubject', 'issuer']

const isSingle = (value: JsonValue | undefined): boolean => typeof value !== 'object' || value === null

const form = (at: string, detail: string): LooseForm => ({ code: 'context.form', at, detail })

/** Faults of the credential's own members. */
function* ownFaults(document: JsonObject): Generator<LooseForm> {
  for (const name of dates) if (!isSingle(document[name])) yield form(below('', name), name)
  const entries = document.credentialStatus
  for (const [index, entry] of asList(entries).entries()) {
    const at = isArray(entries) ? below('/credentialStatus', index) : '/credentialStatus'
    const wrong = isObject(entry) ? statusMembers.find((name) => !isSingle(entry[name])) : undefined
    if (wrong !== undefined) yield form(below(at, wrong), wrong)
  }
}

/** Whose members may stand in one object only. */
interface Ids {
  readonly own: JsonValue | undefined
  /** Of status entries, and whether an object with it was met. */
  readonly status: Map<JsonValue | undefined, boolean>
}

const idsOf = ({ id, credentialStatus }: JsonObject): Ids => ({
  own: id,
  status: new Map(asList(credentialStatus).flatMap((entry) => (isObject(entry) && entry.id !== undefined ? [[entry.id, false]] : []))),
})

/** Faults at any depth. */
function* faultsWithin(value: JsonValue, at: string, ids: Ids): Generator<LooseForm> {
  if (typeof value === 'string' && value.startsWith('_:')) yield { code: 'context.data-loss', at, detail: value }
  if (isArray(value)) {
    for (const [index, element] of value.entries()) {
      if (isArray(element)) yield form(below(at, index), '[[]]')
      yield* faultsWithin(element, below(at, index), ids)
    }
  } else if (isObject(value)) {
    const moved = at !== '' && typeof ids.own === 'string' && value.id === ids.own ? ownMembers.find((name) => value[name] !== undefined) : undefined
    if (moved !== undefined) yield form(below(at, moved), moved)
    if (ids.status.get(value.id)) yield form(below(at, 'id'), 'id')
    if (ids.status.has(value.id)) ids.status.set(value.id, true)
    for (const [name, child] of Object.entries(value)) yield* faultsWithin(child, below(at, name), ids)
  }
}

/**
 * Was the document, whose statements a signature covers, brought into a form in which readers overlook or misread some of them? The statements stay the
 * same when
 *
 * - a single value is put into a list, or a list into a list: dates and the members a status is looked up by must be single (`context.form`);
 * - members move to another object with the same id: those a credential is read by must stand in the credential itself (`context.form`);
 * - a status entry is split into several objects with its id, of which none says enough to be looked up (`context.form`);
 * - a name is given to what had none (`_:a`): no signature covers such a name (`context.data-loss`).
 *
 * Asked only of a document whose signature over its statements holds; a signature over the text covers its form. Null where nothing is wrong.
 *
 * @source JSON-LD 1.1 API, sections 5.1 (expansion: lists in lists become one) and 8.1 (deserialise JSON-LD to RDF); VC Data Model 2.0, sections 4.3 (identifiers) and 4.9
 */
export function findLooseForm(document: JsonObject): LooseForm | null {
  for (const fault of ownFaults(document)) return fault
  for (const fault of faultsWithin(document, '', idsOf(document))) return fault
  return null
}
