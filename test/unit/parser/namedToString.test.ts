import { expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject, JsonValue } from '../../../shared/model/json'
import { badge, contextWith, credentialOf, didKeyOf, ed25519Signer, rawToken } from '../verifier/stage'
import { parseText } from './parseText'

/* A member of a file may be named `toString`; no text may be made of its object by calling it. */

const strange: JsonValue = { toString: 1, valueOf: 1 }
const did = didKeyOf(ed25519Signer())
const signature = Buffer.alloc(64, 1)

it('a disclosure, a hash function, a condition or a type that is an object with a member toString has an answer', async () => {
  const [head, payload, end] = rawToken({ alg: 'EdDSA', kid: did }, badge(did, { _sd: [] }), signature).split('.')
  const inJson: JsonObject = { payload: payload ?? '', protected: head ?? '', signature: end ?? '', header: { disclosures: [strange] } }
  const proofs = [
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      id: 'urn:a',
      previousProof: 'urn:b',
      verificationMethod: did,
      proofPurpose: 'assertionMethod',
    },
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      id: 'urn:b',
      previousProof: [strange],
      verificationMethod: did,
      proofPurpose: 'assertionMethod',
    },
  ]
  const texts = [
    JSON.stringify(inJson),
    rawToken({ alg: 'EdDSA', kid: did }, badge(did, { _sd: [], _sd_alg: strange }), signature),
    rawToken({ alg: 'EdDSA', kid: did, crit: [strange] }, badge(did), signature),
    JSON.stringify(badge(did, { proof: proofs })),
    JSON.stringify(badge(did)).replace('{', `{"@type":[${JSON.stringify(strange)}],`),
  ]
  for (const text of texts) {
    const { grade } = await verify(credentialOf(text), contextWith())
    expect(['rejected', 'unproven'], text).toContain(grade)
  }
  expect(parseText(JSON.stringify({ type: [strange], credential: strange })).length).toBe(1)
})
