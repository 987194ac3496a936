import { isRevocationList } from './revocations'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * A list of revoked badges by id.
 * @source Open Badges 2.0, RevocationList; 1EdTech Credential Revocation List 1.0, section 3
 */
export const revocationList: DocumentStandard = {
  id: 'revocationList',
  source: 'Open Badges 2.0, RevocationList',
  recognises: isRevocationList,
  parse: (carried) => [support(carried, 'revocationList')],
}
