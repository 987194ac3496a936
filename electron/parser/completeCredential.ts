import type { ClaimedIssuer, Credential } from '../../shared/model/credential'
import type { NormalDocument } from '../../shared/model/document'
import { readAchievement, readIssuer } from './achievement'
import { isAssertion, readAssertion } from './assertion'

/** The stored documents of an address: the same ones a verdict is computed from. Null where there is none. */
export interface StoredDocuments {
  readonly assertionAt: (address: string) => NormalDocument | null
  readonly badgeClassAt: (address: string) => NormalDocument | null
  readonly profileAt: (address: string) => NormalDocument | null
}

/**
 * Completes an Open Badges 1 or 2 credential from stored badge classes, profiles and fetched documents: the achievement and issuer that it names only by
 * address, and, where the file stored only the address of the badge, the assertion itself. The credential's own members stay. Completed members prove nothing.
 * Other credentials are returned unchanged.
 */
export function completeCredential(credential: Credential, stored: StoredDocuments): Credential {
  if (credential.standard !== 'OB1' && credential.standard !== 'OB2') return credential
  return withIssuer(withAchievement(withAssertion(credential, stored), stored), stored)
}

function withAssertion(credential: Credential, stored: StoredDocuments): Credential {
  const known = credential.achievement.id !== null || credential.achievement.name !== null || credential.recipients.length > 0
  const document = known || credential.id === null ? null : stored.assertionAt(credential.id)
  return document && isAssertion(document) ? { ...readAssertion(document, credential.standard), id: credential.id } : credential
}

function withAchievement(credential: Credential, stored: StoredDocuments): Credential {
  const { achievement, issuer } = credential
  const document = achievement.id === null || achievement.name !== null ? null : stored.badgeClassAt(achievement.id)
  if (!document) return credential
  const completed = { ...readAchievement(document), id: achievement.id }
  return { ...credential, name: credential.name ?? completed.name, achievement: completed, issuer: issuer.id === null ? readIssuer(document.issuer) : issuer }
}

function withIssuer(credential: Credential, stored: StoredDocuments): Credential {
  const { issuer } = credential
  const document = issuer.id === null || issuer.name !== null ? null : stored.profileAt(issuer.id)
  if (!document) return credential
  const { name, url } = readIssuer(document)
  const completed: ClaimedIssuer = { id: issuer.id, name, url: issuer.url ?? url }
  return { ...credential, issuer: completed }
}
