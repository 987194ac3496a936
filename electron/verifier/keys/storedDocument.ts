import { failure } from '../../../shared/model/problem'
import type { ProofPurpose } from './key'
import { methodKey } from './material'
import { entriesOf, isSameKey, pinsIn } from './register'
import { type KeySource, keyAddresses, type LocatedKey, nameAmongOwn, splitAddress } from './source'
import { methodsNamed, type StoredMethod, storedMethods } from './storedMethods'

/**
 * A key in an imported document: DID document (did:web and others), controller or Multikey document, JWKS, Open Badges profile or CryptographicKey.
 *
 * A key is found by its address, and in the issuer's own document also by its name or thumbprint as a JWK. A document counts for the addresses below its own
 * id, and an issuer's own document for the keys it lists; a third document does not count. Documents are not
 * signed: where several are stored for one address, a key the register pins is taken first.
 *
 * @source Controlled Identifiers 1.0, section 3.3; RFC 7638, section 3
 */
export const storedDocument: KeySource = {
  id: 'document',
  source: 'Controlled Identifiers 1.0, section 3.3; Open Badges 2.0, section "Signed verification"',
  selfCertifying: false,
  find({ method, issuerId, purpose = 'assertionMethod' }, context) {
    if (method === null) return null
    const addresses = keyAddresses(method, issuerId)
    const atAddress = addresses.flatMap((one) => storedMethods(context, one)).filter((candidate) => speaksFor(candidate, issuerId))
    const candidates = atAddress.length > 0 || issuerId === null ? atAddress : methodsNamed(context, issuerId, nameAmongOwn(method, issuerId))
    const located = candidates.map((candidate) => locate(candidate, purpose))
    const pins = entriesOf(context, issuerId).flatMap((entry) => pinsIn(context, entry))
    const isPinned = ({ reading }: LocatedKey) => reading.ok && pins.some((pin) => isSameKey(pin, reading.value))
    const mayUse = ({ isForPurpose, controller }: LocatedKey) => isForPurpose && controller === issuerId
    return located.find((one) => isPinned(one) && mayUse(one)) ?? located.find(isPinned) ?? located.find(mayUse) ?? located[0] ?? null
  },
}

function speaksFor({ id, documentId, controller }: StoredMethod, issuerId: string | null): boolean {
  if (documentId === null && controller === null) return true
  return documentId === id || documentId === splitAddress(id).base || (documentId !== null && documentId === issuerId) || !id.includes(':')
}

function locate({ id, method, controller, documentId, purposes, isServed }: StoredMethod, purpose: ProofPurpose): LocatedKey {
  const reading = methodKey(method) ?? failure({ code: 'key.malformed' as const })
  // A kid is no address: its JWKS may belong to anybody, and is no evidence against the issuer.
  const owner = id.includes(':') ? controller : null
  return { reading, controller: owner, isForPurpose: purposes.includes(purpose), problems: [{ code: 'key.from-document', detail: documentId ?? id }], isServed }
}
