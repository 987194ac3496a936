import { isOfType, typesOf } from './members'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * A badge class in a file of its own.
 * @source Open Badges 2.0, BadgeClass; Open Badges 3.0, section B.1.1 (Achievement)
 */
export const badgeClass: DocumentStandard = {
  id: 'badgeClass',
  source: 'Open Badges 2.0, BadgeClass',
  recognises: (document) =>
    isOfType(document, 'BadgeClass', 'Achievement') ||
    (typesOf(document).length === 0 && typeof document.name === 'string' && document.criteria !== undefined && document.issuer !== undefined),
  parse: (carried) => [support(carried, 'badgeClass')],
}
