import type { Achievement, Credential, Standard } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import { instantOf } from '../../shared/model/instant'
import type { JsonObject, JsonValue } from '../../shared/model/json'
import { isObject, textOf } from '../../shared/model/json'
import { countEndorsements, noAchievement, readAchievement, readEvidenceClaims, readIssuer } from './achievement'
import { writtenDate } from './instant'
import { objectsOf, wordsOf } from './members'
import { subjectRecipients } from './recipient'
import type { Token } from './standard'

/**
 * A verifiable credential of either data model in one shape. Claims of a token alone (`iss`, `sub`, `nbf`, `exp`, `jti`) are used where the document leaves
 * them out. Of several subjects only the one whose achievement is read has it: their order is not even signed.
 *
 * @source VC Data Model 1.1, sections 4, 6.3.1; VC Data Model 2.0, section 4; Open Badges 3.0, section B.1.2
 */
export function readClaims(document: NormalDocument, standard: Standard, token: Token | null): Credential {
  const subjects = objectsOf(document.credentialSubject)
  const payload = token?.payload ?? {}
  const achievements = subjects.flatMap(achievementsOf)
  const [achievement] = achievements
  const issuer = readIssuer(document.issuer)
  const holders = achievement && subjects.length > 1 ? subjects.filter((subject) => achievementsOf(subject).includes(achievement)) : subjects
  const recipients = holders.flatMap(subjectRecipients)
  const subjectClaim = textOf(payload.sub)
  return {
    standard,
    id: textOf(document.id) ?? textOf(payload.jti),
    name: wordsOf(document.name) ?? wordsOf(achievement?.name),
    issuer: { ...issuer, id: issuer.id ?? textOf(payload.iss) },
    achievement: achievement ? readAchievement(achievement) : namedAchievement(subjects),
    recipients: recipients.length === 0 && subjectClaim !== null ? subjectRecipients({ id: subjectClaim }) : recipients,
    recipientName: holders.map(readName).find((name) => name !== null) ?? null,
    validFrom: writtenDate(decisiveDate([document.validFrom, document.issuanceDate, payload.nbf], 'start')),
    validUntil: writtenDate(decisiveDate([document.validUntil, document.expirationDate, payload.exp], 'end')),
    evidence: readEvidenceClaims(document.evidence),
    endorsements: countEndorsements(document, document.issuer, ...achievements),
  }
}

/** The first achievement that is given by its address, where none is given whole. */
function namedAchievement(subjects: readonly JsonObject[]): Achievement {
  const named = subjects.map((subject) => textOf(subject.achievement)).find((id) => id !== null)
  return named ? readAchievement(named) : noAchievement
}

const achievementsOf = ({ achievement, hasCredential }: JsonObject): readonly JsonObject[] => objectsOf(achievement).concat(objectsOf(hasCredential))

/**
 * The date that decides, of those both data models and the token give, which need not agree: the last of several beginnings, the first of several ends. One
 * that cannot be read decides, since the period is then unknown.
 *
 * @source VC Data Model 1.1, section 4.6; VC Data Model 2.0, section 4.9; RFC 7519, sections 4.1.4 and 4.1.5
 */
function decisiveDate(written: readonly (JsonValue | undefined)[], edge: 'start' | 'end'): JsonValue | undefined {
  const dates = written.filter((date) => date !== undefined && date !== null)
  if (dates.length < 2) return dates[0]
  const instants = dates.map((date) => instantOf(String(writtenDate(date)), edge)?.getTime() ?? Number.NaN)
  const unreadable = instants.findIndex(Number.isNaN)
  return dates[unreadable >= 0 ? unreadable : instants.indexOf(edge === 'start' ? Math.max(...instants) : Math.min(...instants))]
}

/** The name the subject is given: whole, in parts, or among its identifiers. Never matched by itself. */
function readName(subject: JsonObject): string | null {
  const whole = wordsOf(subject.name)
  if (whole !== null) return whole
  const parts = [wordsOf(subject.familyName), wordsOf(subject.givenName)].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(' ')
  const identifier = objectsOf(subject.identifier).find((each) => isObject(each) && each.identityType === 'name' && each.hashed !== true)
  return identifier ? textOf(identifier.identityHash) : null
}

/** The pointers of the dates of a verifiable credential, by the data model it follows. */
export const datePlaces = (document: JsonObject) => ({
  from: document.validFrom === undefined && document.issuanceDate !== undefined ? '/issuanceDate' : '/validFrom',
  until: document.validUntil === undefined && document.expirationDate !== undefined ? '/expirationDate' : '/validUntil',
})

/** JSON Pointers of the members a verifiable credential should have. */
export const claimPlaces = (document: JsonObject) => ({
  ...datePlaces(document),
  recipient: '/credentialSubject',
  achievement: '/credentialSubject/achievement',
  issuer: '/issuer',
})
