import { textOf } from '../../shared/model/json'
import { readIssuer } from './achievement'
import { readClaims } from './claims'
import { parseMembers, placed } from './inner'
import { inspectMembers } from './inspect'
import { isOfType } from './members'
import { securedClaims } from './secured'
import type { DocumentStandard } from './standard'

/**
 * A verifiable presentation: an envelope by its holder, then each credential in it, verified on its own.
 * @source VC Data Model 2.0, section 4.13; VC Data Model 1.1, section 4.10
 */
export const presentation: DocumentStandard = {
  id: 'presentation',
  source: 'VC Data Model 2.0, section 4.13',
  recognises: (document) => isOfType(document, 'VerifiablePresentation'),
  parse(carried, parseInner) {
    const { source, container, document, token } = carried
    const members = placed(document.verifiableCredential, '/verifiableCredential')
    const holder = readIssuer(document.holder)
    const credential = { ...readClaims(document, 'VC', token), issuer: { ...holder, id: holder.id ?? textOf(token?.payload.iss) } }
    const problems = [...carried.problems, ...inspectMembers(document)]
    const envelope = { kind: 'envelope' as const, source, container, credential, secured: securedClaims(carried), problems, inner: members.length }
    return [envelope, ...parseMembers(carried, members, parseInner)]
  },
}
