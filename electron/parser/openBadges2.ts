import { assertionPlaces, isAssertion, readAssertion, securedAssertion } from './assertion'
import { inspectCredential, inspectMembers } from './inspect'
import type { DocumentStandard } from './standard'

/**
 * Open Badges 2.0: hosted or signed.
 * @source Open Badges 2.0, Assertion
 */
export const openBadges2: DocumentStandard = {
  id: 'OB2',
  source: 'Open Badges 2.0, Assertion',
  recognises: isAssertion,
  parse(carried) {
    const { source, container, document } = carried
    const credential = readAssertion(document, 'OB2')
    // With only the address of the badge class its issuer is not yet known: nothing is missing from the file.
    const missing = inspectCredential(credential, assertionPlaces).filter(({ code }) => code !== 'credential.no-issuer' || typeof document.badge !== 'string')
    return [
      {
        kind: 'credential',
        source,
        container,
        credential,
        secured: securedAssertion(carried),
        problems: [...carried.problems, ...missing, ...inspectMembers(document)],
      },
    ]
  },
}
