import type { PublicKey } from '../keys/key'
import { verifySignature } from '../keys/signature'

/** How a suite signs with a key type: the digest of both halves, and the signature's length in bytes. */
export interface Signing {
  readonly digest: 'sha256' | 'sha384'
  readonly signatureBytes: number
}

const byKeyType: Readonly<Partial<Record<PublicKey['type'], Signing>>> = {
  Ed25519: { digest: 'sha256', signatureBytes: 64 },
  'P-256': { digest: 'sha256', signatureBytes: 64 },
  'P-384': { digest: 'sha384', signatureBytes: 96 },
}

/**
 * How suites sign with this key. Undefined for keys no suite here uses.
 *
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2; Data Integrity ECDSA Cryptosuites 1.0, section 3.2 (SHA-384 with P-384)
 */
export const signingOf = (key: PublicKey): Signing | undefined => byKeyType[key.type]

/**
 * Does the signature cover these digests? ECDSA hashes the two digests once more.
 *
 * @param digests That of the canonical proof options, then that of the canonical document.
 * @source Data Integrity EdDSA Cryptosuites 1.0, section 3.2 (hashing, proof verification); Data Integrity ECDSA Cryptosuites 1.0, section 3.2
 */
export function isSigned(digests: Buffer, signing: Signing, key: PublicKey, signature: Uint8Array): boolean {
  return verifySignature(key, key.type === 'Ed25519' ? 'none' : signing.digest, digests, signature)
}
