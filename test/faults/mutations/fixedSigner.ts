import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { Signer } from '../../unit/verifier/stage'

/** The same key each time, so that a seed names the same files. */
export function fixedSigner(fill: number): Signer {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, fill)])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { privateKey, jwk: JSON.parse(JSON.stringify(createPublicKey(privateKey).export({ format: 'jwk' }))), alg: 'EdDSA' }
}
