import { createHash } from 'node:crypto'
import { hashes, verify } from '@noble/ed25519'
import type { PublicKey } from './key'

hashes.sha512 = (message) => createHash('sha512').update(message).digest()

/**
 * Does noble accept the signature too? True for keys other than Ed25519, for which there is no second library.
 *
 * @source RFC 8032, section 5.1.7; with the stricter equation, as every engine after the checks of `precheckEd25519`
 */
export const agrees = (key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean =>
  key.type !== 'Ed25519' || key.raw === null || verify(signature, message, key.raw, { zip215: false })
