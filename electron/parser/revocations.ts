import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { comparableId } from './credentialKey'
import { idOf, isOfType } from './members'
import { namesOf } from './normalForm/spellings'

/** A plain list of revoked badges. */
export interface Revocations {
  /** Any other document clears no badge. */
  readonly isList: boolean
  /** The issuer the list names; null where it names none. */
  readonly issuerId: string | null
  readonly revokes: (names: readonly string[]) => boolean
}

const lists = new WeakMap<JsonObject, Revocations>()

/** Parsed once for each list: every badge of an issuer is looked up in it. */
export function readRevocations(list: JsonObject): Revocations {
  const known = lists.get(list)
  if (known) return known
  const revoked = new Set(namesIn(list).map(comparableId))
  const read: Revocations = {
    isList: isRevocationList(list) || isByMember(list),
    issuerId: idOf(list.issuer),
    revokes: (names) => names.some((name) => revoked.has(comparableId(name))),
  }
  lists.set(list, read)
  return read
}

/**
 * Entries by id, or by the older `uid`: as an object or as the bare id. Open Badges 1.1 has no list but one member for each badge, with the reason. An entry
 * with an ambiguous id revokes both.
 *
 * @source Open Badges 2.0, RevocationList; 1EdTech Revocation List Status Method 1.0, section 2; Open Badges 1.1, IssuerOrganization `revocationList`
 */
function namesIn(list: JsonObject): readonly string[] {
  const { revokedAssertions, revokedCredential, revokedCredentials } = list
  if ((revokedAssertions ?? revokedCredential ?? revokedCredentials ?? list.type) === undefined) {
    return Object.keys(list).filter((name) => typeof list[name] === 'string')
  }
  // 1EdTech's list may have entries that are not revoked.
  const credentials = [revokedCredential, revokedCredentials].flatMap(asList).filter((entry) => !isObject(entry) || entry.revoked !== false)
  return [...asList(revokedAssertions), ...credentials].flatMap((entry) => (isObject(entry) ? namesOf(entry) : (textOf(entry) ?? [])))
}

/** The list of Open Badges 1.1: for each badge a member of its name with the reason as text. */
const isByMember = (list: JsonObject): boolean =>
  Object.entries(list).every(([name, value]) => name === '@context' || (typeof value === 'string' && name !== 'type'))

/** Does the document say itself that it is revoked? @source Open Badges 2.0, Assertion `revoked` */
export const saysRevoked = ({ revoked }: JsonObject): boolean => asList(revoked).some(isYes)

const isYes = (value: JsonValue): boolean => value === true || (typeof value === 'string' && value.toLowerCase() === 'true')

/** Is it such a list, by its type or by its members? */
export const isRevocationList = (document: JsonObject): boolean =>
  isOfType(document, 'RevocationList', '1EdTechRevocationList') ||
  (document.credentialSubject === undefined &&
    [document.revokedAssertions, document.revokedCredential, document.revokedCredentials].some((entries) => Array.isArray(entries)))
