import { isObject, type JsonValue } from '../../shared/model/json'
import { assertionPlaces, isAssertion, readAssertion } from './assertion'
import { claimPlaces, readClaims } from './claims'
import { inspectDates, inspectMembers } from './inspect'
import { contextsOf, objectsOf, typesOf } from './members'
import { securedClaims } from './secured'
import type { DocumentStandard } from './standard'

const hasMerkleType = (value: JsonValue | undefined): boolean => objectsOf(value).some((holder) => typesOf(holder).some((type) => type.includes('MerkleProof')))

/**
 * Blockcerts 2 (an extended assertion) and 3 (a verifiable credential), anchored in a blockchain: shown, never proven without a network.
 * @source Blockcerts schema 2.1 and 3.x; MerkleProof2017, MerkleProof2019
 */
export const blockcerts: DocumentStandard = {
  id: 'Blockcerts',
  source: 'Blockcerts schema 2.1 and 3.x',
  recognises: (document) =>
    (isAssertion(document) || document.credentialSubject !== undefined) &&
    (contextsOf(document).some((context) => context.includes('/blockcerts')) ||
      [document.signature, document.proof, document.verification].some(hasMerkleType)),
  parse(carried) {
    const { source, container, document, token } = carried
    const isClaims = isObject(document.credentialSubject) || Array.isArray(document.credentialSubject)
    const credential = isClaims ? readClaims(document, 'Blockcerts', token) : readAssertion(document, 'Blockcerts')
    const problems = [...carried.problems, ...inspectDates(credential, isClaims ? claimPlaces(document) : assertionPlaces), ...inspectMembers(document)]
    return [{ kind: 'credential', source, container, credential, secured: securedClaims(carried), problems }]
  },
}
