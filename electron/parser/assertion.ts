import type { Credential, Standard } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import { isObject, type JsonObject, textOf } from '../../shared/model/json'
import { countEndorsements, readAchievement, readEvidenceClaims, readIssuer } from './achievement'
import { asVerification } from './hosting'
import { writtenDate } from './instant'
import { idOf, isOfType, wordsOf } from './members'
import type { Secured } from './parsed'
import { assertionRecipients } from './recipient'
import type { Carried } from './standard'

/** JSON Pointers of the members an assertion should have. */
export const assertionPlaces = { from: '/issuedOn', until: '/expires', recipient: '/recipient', achievement: '/badge', issuer: '/badge/issuer' }

/** Is this an assertion of Open Badges 1 or 2, by its type or, before there were types, by its members? */
export const isAssertion = (document: JsonObject): boolean =>
  isOfType(document, 'Assertion') || (document.recipient !== undefined && document.badge !== undefined && document.credentialSubject === undefined)

/** An endorsement of Open Badges 2.0: it has a claim in place of a badge, and an issuer of its own. */
export const isClaim = (document: JsonObject): boolean => isOfType(document, 'Endorsement') && isObject(document.claim) && document.badge === undefined

/**
 * An assertion in the shape of every credential. Where badge or issuer is only an address, only their id is known: see `completeCredential`. Its issuer
 * is that of its badge class; an assertion has none of its own.
 * @source Open Badges 2.0, Assertion; Open Badges 1.1, Assertion
 */
export function readAssertion(document: NormalDocument, standard: Standard): Credential {
  const badge = document.badge
  const issuer = isObject(badge) ? badge.issuer : undefined
  const achievement = readAchievement(badge)
  const profile = document['extensions:recipientProfile'] ?? document.recipientProfile
  const narrative = wordsOf(document.narrative)
  const evidence = readEvidenceClaims(document.evidence)
  return {
    standard,
    id: idOf(document) ?? textOf(document.uid),
    name: achievement.name,
    issuer: readIssuer(issuer),
    achievement,
    recipients: assertionRecipients(document),
    recipientName: isObject(profile) ? wordsOf(profile.name) : null,
    validFrom: writtenDate(document.issuedOn),
    validUntil: writtenDate(document.expires),
    evidence: narrative === null ? evidence : [{ name: null, description: narrative, url: null }, ...evidence],
    endorsements: countEndorsements(document, badge, issuer),
  }
}

/** How an assertion is secured: by its token, by its address, or not at all. */
export function securedAssertion({ document, raw, text, token }: Carried): Secured {
  if (token) return { kind: 'ob2-jws', token: token.text, header: token.header, document }
  const verification = asVerification(document)
  return verification.kind === 'hosted' ? { kind: 'hosted', url: verification.url, document, text } : { kind: 'document', document, raw, text }
}
