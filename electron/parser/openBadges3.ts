import { claimPlaces, readClaims } from './claims'
import { inspectCredential, inspectMembers } from './inspect'
import { isOfType } from './members'
import { securedClaims } from './secured'
import type { DocumentStandard } from './standard'

/**
 * Open Badges 3.0. The two names of the credential mean the same.
 * @source Open Badges 3.0, section B.1.2
 */
export const openBadges3: DocumentStandard = {
  id: 'OB3',
  source: 'Open Badges 3.0, section B.1.2',
  recognises: (document) => isOfType(document, 'OpenBadgeCredential', 'AchievementCredential'),
  parse(carried) {
    const { source, container, document, token } = carried
    const credential = readClaims(document, 'OB3', token)
    const problems = [...carried.problems, ...inspectCredential(credential, claimPlaces(document)), ...inspectMembers(document)]
    return [{ kind: 'credential', source, container, credential, secured: securedClaims(carried), problems }]
  },
}
