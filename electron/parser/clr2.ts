import { isObject } from '../../shared/model/json'
import { datePlaces, readClaims } from './claims'
import { parseMembers, placed } from './inner'
import { inspectDates, inspectMembers } from './inspect'
import { isOfType } from './members'
import { securedClaims } from './secured'
import type { DocumentStandard } from './standard'

/**
 * A Comprehensive Learner Record: an envelope, then each credential in it, verified on its own.
 * @source CLR 2.0, sections 4.1, B.1.3 (ClrSubject)
 */
export const clr2: DocumentStandard = {
  id: 'CLR2',
  source: 'CLR 2.0, section 4.1',
  recognises: (document) => isOfType(document, 'ClrCredential'),
  parse(carried, parseInner) {
    const { source, container, document, token } = carried
    const credential = readClaims(document, 'CLR2', token)
    const members = placed(document.credentialSubject, '/credentialSubject').flatMap(({ value, pointer }) =>
      isObject(value) ? placed(value.verifiableCredential, `${pointer}/verifiableCredential`) : [],
    )
    const problems = [...carried.problems, ...inspectDates(credential, datePlaces(document)), ...inspectMembers(document)]
    const envelope = { kind: 'envelope' as const, source, container, credential, secured: securedClaims(carried), problems, inner: members.length }
    return [envelope, ...parseMembers(carried, members, parseInner)]
  },
}
