import type { NormalDocument } from '../../../shared/model/document'
import { asList, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import type { StatusValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'
import { statusMethods } from './index'
import type { StatusMethod, StatusOutcome, StatusSubject } from './method'

/** The gravest first: one entry that revokes outweighs any that clears, and unknown outweighs clear. */
const gravity: readonly StatusValue[] = ['revoked', 'suspended', 'invalid-list', 'unknown', 'clear', 'none']

/**
 * Is the credential revoked or suspended, by the stored lists?
 *
 * @source VC Data Model 2.0, section 4.10
 */
export async function checkStatus(document: NormalDocument, subject: StatusSubject, context: VerifierContext): Promise<StatusOutcome> {
  // A null in the list names no status, and anybody may add one: the parser reports it.
  const entries = asList(document.credentialStatus).filter((entry) => entry !== null)
  if (entries.length === 0) return { finding: { value: 'none', seen: [] }, problems: [] }
  const outcomes = await Promise.all(entries.map((entry) => checkEntry(entry, subject, context)))
  // Every value has a gravity, and there is an entry.
  const gravest = gravity.flatMap((value) => outcomes.filter(({ finding }) => finding.value === value))[0]!
  return { finding: gravest.finding, problems: outcomes.flatMap(({ problems }) => problems) }
}

/** The method of an entry; null for unknown types. */
export const methodOf = (entry: JsonObject): StatusMethod | null =>
  statusMethods.find(({ types }) => asList(entry.type).some((type) => types.some((known) => known === type))) ?? null

async function checkEntry(entry: JsonValue, subject: StatusSubject, context: VerifierContext): Promise<StatusOutcome> {
  const method = isObject(entry) ? methodOf(entry) : null
  if (isObject(entry) && method) return method.check(entry, subject, context)
  const type = isObject(entry)
    ? asList(entry.type)
        .filter((one) => typeof one === 'string')
        .join(', ')
    : ''
  return {
    finding: { value: 'unknown', seen: [], at: '/credentialStatus' },
    problems: [{ code: 'status.unknown-type', at: '/credentialStatus/type', detail: type }],
  }
}
