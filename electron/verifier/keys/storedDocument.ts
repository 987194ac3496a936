import { failure } from '../../../shared/model/problem'
import { methodKey } from './material'
import { entriesOf, isSameKey, pinsIn } from './register'
import { absoluteAddress, type KeySource, type LocatedKey, splitAddress } from './source'
import { type StoredMethod, storedMethods } from './storedMethods'

/**
 * A key in an imported document: DID document (did:web and others), controller or Multikey document, JWKS, Open Badges profile or CryptographicKey.
 *
 * A document counts for the addresses below its own id, and an issuer's own document for the keys it lists; a third document does not count. Documents are not
 * signed: where several are stored for one address, a key the register pins is taken first.
 *
 * @source Controlled Identifiers 1.0, section 3.3
 */
export const storedDocument: KeySource = {
  id: 'document',
  source: 'Controlled Identifiers 1.0, section 3.3; Open Badges 2.0, section "Signed verification"',
  selfCertifying: false,
  find({ method, issuerId }, context) {
    if (method === null) return null
    const address = absoluteAddress(method, issuerId)
    const addresses = method === address && issuerId !== null ? [address, `${issuerId}#${method}`] : [address]
    const candidates = addresses.flatMap((one) => storedMethods(context, one)).filter((candidate) => speaksFor(candidate, issuerId))
    const located = candidates.map((candidate) => locate(candidate))
    const pins = entriesOf(context, issuerId).flatMap((entry) => pinsIn(context, entry))
    const isPinned = ({ reading }: LocatedKey) => reading.ok && pins.some((pin) => isSameKey(pin, reading.value))
    const asserts = ({ forAssertion, controller }: LocatedKey) => forAssertion && controller === issuerId
    return located.find((one) => isPinned(one) && asserts(one)) ?? located.find(isPinned) ?? located.find(asserts) ?? located[0] ?? null
  },
}

function speaksFor({ id, documentId, controller }: StoredMethod, issuerId: string | null): boolean {
  if (documentId === null && controller === null) return true
  return documentId === id || documentId === splitAddress(id).base || (documentId !== null && documentId === issuerId) || !id.includes(':')
}

function locate({ id, method, controller, documentId, forAssertion, isServed }: StoredMethod): LocatedKey {
  const reading = methodKey(method) ?? failure({ code: 'key.malformed' as const })
  // A kid is no address: its JWKS may belong to anybody, and is no evidence against the issuer.
  const owner = id.includes(':') ? controller : null
  return { reading, controller: owner, forAssertion, problems: [{ code: 'key.from-document', detail: documentId ?? id }], isServed }
}
