import { claimPlaces, readClaims } from './claims'
import { inspectCredential, inspectMembers } from './inspect'
import { isOfType } from './members'
import type { ParsedCredential } from './parsed'
import { securedClaims } from './secured'
import type { Carried, DocumentStandard } from './standard'

/**
 * A verifiable credential that is no Open Badge, such as an endorsement on its own. It needs no achievement.
 * @source VC Data Model 2.0, section 4; Open Badges 3.0, section B.2.1 (EndorsementCredential)
 */
export const verifiableCredential: DocumentStandard = {
  id: 'VC',
  source: 'VC Data Model 2.0, section 4',
  recognises: (document) => isOfType(document, 'VerifiableCredential', 'EndorsementCredential') || document.credentialSubject !== undefined,
  parse: (carried) => [readVerifiableCredential(carried)],
}

/** Reads a document as a verifiable credential, whatever its types. */
export function readVerifiableCredential(carried: Carried): ParsedCredential {
  const { source, container, document, token } = carried
  const credential = readClaims(document, 'VC', token)
  const missing = inspectCredential(credential, claimPlaces(document)).filter(({ code }) => code !== 'credential.no-achievement')
  const problems = [...carried.problems, ...missing, ...inspectMembers(document)]
  return { kind: 'credential', source, container, credential, secured: securedClaims(carried), problems }
}
