import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { type Issuer, loadContext, now } from './credentials'

/** What the peer is given to resolve a did:key with: no network, no resolver, just the two documents. */
function documentsOf({ did, method, publicKeyMultibase }: Issuer): ReadonlyMap<string, object> {
  const verificationMethod = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: method,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase,
  }
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    assertionMethod: [verificationMethod],
  }
  return new Map<string, object>([
    [method, verificationMethod],
    [did, controller],
  ])
}

/**
 * The peer as its makers mean it to be used: one suite, contexts and keys from memory.
 * Throws where it does not find a credential good, so that nothing is measured that was not done.
 */
export function makePeer(issuer: Issuer): (credential: object) => Promise<void> {
  const documents = documentsOf(issuer)
  const documentLoader = async (url: string) => {
    const document = documents.get(url)
    return document ? { contextUrl: null, documentUrl: url, document, tag: 'static' } : loadContext(url)
  }
  const suite = new DataIntegrityProof({ cryptosuite } as ConstructorParameters<typeof DataIntegrityProof>[0]) // To verify, it needs no signer.
  return async (credential) => {
    const { verified, error } = await verifyCredential({ credential, suite, documentLoader, now })
    if (!verified) throw new Error('the peer refuses a credential', { cause: error })
  }
}
