import { isOfType, typesOf } from './members'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * An issuer's own statement of its name and keys.
 * @source Open Badges 2.0, Profile; Open Badges 1.1, IssuerOrganization; Open Badges 3.0, section B.1.13
 */
export const profile: DocumentStandard = {
  id: 'profile',
  source: 'Open Badges 2.0, Profile',
  recognises: (document) =>
    isOfType(document, 'Profile', 'Issuer', 'IssuerOrg') ||
    (typesOf(document).length === 0 && typeof document.name === 'string' && typeof document.url === 'string' && document.criteria === undefined),
  parse: (carried) => [support(carried, 'profile')],
}
