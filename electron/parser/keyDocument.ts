import { isOfType } from './members'
import type { DocumentStandard } from './standard'
import { support } from './support'

/**
 * A DID document, a controller document (including issuer profiles that list verification methods), or a single key in a file of its own.
 * @source DID Core 1.0, section 5; Controlled Identifiers 1.0, section 2; Open Badges 2.0, CryptographicKey
 */
export const keyDocument: DocumentStandard = {
  id: 'keyDocument',
  source: 'DID Core 1.0, section 5',
  recognises: (document) =>
    document.verificationMethod !== undefined ||
    document.assertionMethod !== undefined ||
    typeof document.publicKeyPem === 'string' ||
    typeof document.publicKeyMultibase === 'string' ||
    document.publicKeyJwk !== undefined ||
    isOfType(document, 'CryptographicKey', 'Multikey', 'JsonWebKey', 'JsonWebKey2020', 'Ed25519VerificationKey2020') ||
    (typeof document.id === 'string' && document.id.startsWith('did:') && !isOfType(document, 'Profile', 'Issuer')),
  parse: (carried) => [support(carried, 'keyDocument')],
}
