import { assertionPlaces, isAssertion, readAssertion, securedAssertion } from './assertion'
import { inspectDates, inspectMembers } from './inspect'
import { contextsOf } from './members'
import type { DocumentStandard } from './standard'

/**
 * Open Badges 1.0 and 1.1, and earlier ones: shown, never proven.
 * @source Open Badges 1.1, Assertion
 */
export const openBadges1: DocumentStandard = {
  id: 'OB1',
  source: 'Open Badges 1.1, Assertion',
  recognises(document) {
    if (!isAssertion(document) || document.verification !== undefined) return false
    return document['@context'] === undefined || contextsOf(document).some((context) => /openbadges\/v1(\/|$)/.test(context))
  },
  parse(carried) {
    const { source, container, document } = carried
    const credential = readAssertion(document, 'OB1')
    const problems = [
      ...carried.problems,
      { code: 'credential.superseded-standard' as const },
      ...inspectDates(credential, assertionPlaces),
      ...inspectMembers(document),
    ]
    return [{ kind: 'credential', source, container, credential, secured: securedAssertion(carried), problems }]
  },
}
