import type { RecipientIdentity } from '../../shared/model/credential'
import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'

/** Both names are used for an e-mail address. */
const emailTypes = new Set(['email', 'emailAddress'])

/**
 * The recipient of an identity: a hash with its algorithm, or the plain value. A missing salt and an empty one differ: `null` and `''`.
 * @source Open Badges 2.0, IdentityObject and IdentityHash; Open Badges 3.0, section B.1.10
 */
function readIdentity(identity: string, type: string, hashed: boolean | null, salt: string | null): RecipientIdentity {
  const [, algorithm, hash] = /^(sha256|md5)\$([0-9a-f]+)$/i.exec(identity.trim()) ?? []
  if (hashed !== false && algorithm && hash)
    return {
      kind: 'hash',
      algorithm: algorithm.toLowerCase() === 'md5' ? 'md5' : 'sha256',
      hash: hash.toLowerCase(),
      salt,
      type: emailTypes.has(type) ? 'email' : type,
    }
  // Hashed by an unknown algorithm: no address.
  if (hashed === true) return { kind: 'other', type, value: identity }
  if (/^mailto:/i.test(identity)) return { kind: 'email', email: identity.slice('mailto:'.length) }
  if (identity.startsWith('did:')) return { kind: 'did', did: identity }
  return emailTypes.has(type) ? { kind: 'email', email: identity } : { kind: 'other', type, value: identity }
}

const flag = (value: JsonValue | undefined): boolean | null => (typeof value === 'boolean' ? value : null)

/** The recipient of an assertion: an identity object, several, or (before 1.0) plain text with the salt beside it. */
export function assertionRecipients(document: JsonObject): readonly RecipientIdentity[] {
  return asList(document.recipient).flatMap((recipient): readonly RecipientIdentity[] => {
    if (typeof recipient === 'string') return recipient === '' ? [] : [readIdentity(recipient, 'email', null, textOf(document.salt))]
    if (!isObject(recipient)) return []
    // A type may be given as a list: `["email"]`.
    const type = asList(recipient.type).find((each) => typeof each === 'string') ?? 'email'
    const identities = asList(recipient.identity).filter((identity) => typeof identity === 'string' && identity !== '')
    return identities.map((identity) => readIdentity(String(identity), String(type), flag(recipient.hashed), textOf(recipient.salt)))
  })
}

/**
 * Every identity of the subject of a verifiable credential: its id, then its identifiers.
 * @source Open Badges 3.0, sections B.1.3 (AchievementSubject), B.1.10 (IdentityObject)
 */
export function subjectRecipients(subject: JsonObject): readonly RecipientIdentity[] {
  const id = textOf(subject.id)
  const identifiers = asList(subject.identifier).flatMap((identifier): readonly RecipientIdentity[] => {
    if (!isObject(identifier)) return []
    const value = textOf(identifier.identityHash) ?? textOf(identifier.identifier)
    const type = textOf(identifier.identityType) ?? textOf(identifier.identifierType) ?? 'identifier'
    return value === null || value === '' ? [] : [readIdentity(value, type, flag(identifier.hashed), textOf(identifier.salt))]
  })
  return id === null || id === '' ? identifiers : [readIdentity(id, 'id', false, null), ...identifiers]
}
