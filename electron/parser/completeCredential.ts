import type { ClaimedIssuer, Credential } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import { readAchievement, readIssuer } from './achievement'
import { isAssertion, readAssertion } from './assertion'

/** What is held of an address: the same documents that a verdict is reached with. Null where nothing is. */
export interface Held {
  readonly assertionAt: (address: string) => NormalDocument | null
  readonly badgeClassAt: (address: string) => NormalDocument | null
  readonly profileAt: (address: string) => NormalDocument | null
}

/**
 * Fills in what an Open Badges 1 or 2 credential only names by its address, from badge classes, profiles and fetched documents that are held: the achievement,
 * the issuer, and, where the file held nothing but the address of the badge, the assertion itself. What the credential says itself stays. Nothing
 * filled in is any proof. Other credentials come back as they are.
 *
 * @param evidence What was fetched; that among the documents where none is given.
 */
export function completeCredential(credential: Credential, held: Held): Credential {
  if (credential.standard !== 'OB1' && credential.standard !== 'OB2') return credential
  return withIssuer(withAchievement(withAssertion(credential, held), held), held)
}

function withAssertion(credential: Credential, held: Held): Credential {
  const known = credential.achievement.id !== null || credential.achievement.name !== null || credential.recipients.length > 0
  const document = known || credential.id === null ? null : held.assertionAt(credential.id)
  return document && isAssertion(document) ? { ...readAssertion(document, credential.standard), id: credential.id } : credential
}

function withAchievement(credential: Credential, held: Held): Credential {
  const { achievement, issuer } = credential
  const document = achievement.id === null || achievement.name !== null ? null : held.badgeClassAt(achievement.id)
  if (!document) return credential
  const completed = { ...readAchievement(document), id: achievement.id }
  return { ...credential, name: credential.name ?? completed.name, achievement: completed, issuer: issuer.id === null ? readIssuer(document.issuer) : issuer }
}

function withIssuer(credential: Credential, held: Held): Credential {
  const { issuer } = credential
  const document = issuer.id === null || issuer.name !== null ? null : held.profileAt(issuer.id)
  if (!document) return credential
  const { name, url } = readIssuer(document)
  const completed: ClaimedIssuer = { id: issuer.id, name, url: issuer.url ?? url }
  return { ...credential, issuer: completed }
}
