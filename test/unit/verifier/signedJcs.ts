import { createHash, sign } from 'node:crypto'
import { base58 } from '@scure/base'
import canonicalizeJson from 'canonicalize'
import type { JsonObject } from '../../../shared/model/json'
import { didKeyOf, type Signer } from './stage'

const half = (value: JsonObject) =>
  createHash('sha256')
    .update(String(canonicalizeJson(value)))
    .digest()

/** The document with an `eddsa-jcs-2022` proof by an Ed25519 signer. */
export function signJcs(document: JsonObject, signer: Signer, also: JsonObject = {}): JsonObject {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: `${didKeyOf(signer)}#${didKeyOf(signer).slice('did:key:'.length)}`,
    proofPurpose: 'assertionMethod',
    ...also,
  }
  const value = sign(null, Buffer.concat([half(options), half(document)]), signer.privateKey)
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(value)}` } }
}
