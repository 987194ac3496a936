import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import type { JsonObject, JsonValue } from '../../../shared/model/json'
import { contextLoader, type TestKey } from './signer'
import { now } from './stage'

/** An issuer with one key, whose documents the other program may load. */
export interface PeerIssuer {
  readonly id: string
  readonly key: TestKey
}

export const methodOf = ({ id, key }: PeerIssuer): string => `${id}#${key.multibase}`

/** The documents at an issuer's address and at its key's; each suite needs the key in the form of its own time. */
function documentsOf(issuer: PeerIssuer): Readonly<Record<string, JsonObject>> {
  const method = methodOf(issuer)
  const common = { id: method, controller: issuer.id, publicKeyMultibase: issuer.key.multibase }
  return {
    [issuer.id]: { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: issuer.id, assertionMethod: [method] },
    [method]: { '@context': 'https://w3id.org/security/suites/ed25519-2020/v1', type: 'Ed25519VerificationKey2020', ...common },
  }
}

/** Does the other program accept it? With the same contexts, at the same instant unless another is given, and without a status. */
export function peerVerdict(
  issuers: readonly PeerIssuer[],
): (document: JsonValue, at?: Date) => Promise<{ readonly verified: boolean; readonly error?: unknown }> {
  const documentLoader = contextLoader(Object.assign({}, ...issuers.map(documentsOf)))
  return async (credential, at = now) => {
    const suite = [new DataIntegrityProof({ cryptosuite }), new Ed25519Signature2020()]
    return verifyCredential({ credential, suite, documentLoader, now: at, checkStatus: async () => ({ verified: true }) })
  }
}
