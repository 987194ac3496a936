import { isArray } from '../../shared/model/json'
import { isOfType } from './members'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * A list of revoked badges by id.
 * @source Open Badges 2.0, RevocationList; 1EdTech Credential Revocation List 1.0, section 3
 */
export const revocationList: DocumentStandard = {
  id: 'revocationList',
  source: 'Open Badges 2.0, RevocationList',
  recognises: (document) =>
    isOfType(document, 'RevocationList', '1EdTechRevocationList') ||
    (document.credentialSubject === undefined &&
      (isArray(document.revokedAssertions) || isArray(document.revokedCredential) || isArray(document.revokedCredentials))),
  parse: (carried) => [support(carried, 'revocationList')],
}
