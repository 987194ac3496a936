import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { signJcs } from '../signedJcs'
import { badge, contextWith, credentialOf, didKeyOf, ed25519Signer, evidence, issuer } from '../stage'

const holder = ed25519Signer()
const did = didKeyOf(holder)
const university = ed25519Signer()
const held = signJcs(badge(didKeyOf(university)), university)
const authentication = { proofPurpose: 'authentication' }

const presentation = (also: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: did,
  verifiableCredential: [held],
  ...also,
})
const verdict = async (document: JsonObject, context = contextWith([issuer(did), issuer(didKeyOf(university))])) => {
  const found = await verify(credentialOf(JSON.stringify(document)), context)
  return { grade: found.grade, integrity: found.axes.integrity.value, codes: found.problems.map(({ code }) => code) }
}

describe('a presentation', () => {
  it.each(['authentication', 'assertionMethod'])('signed by its holder for %s is intact', async (proofPurpose) => {
    expect(await verdict(signJcs(presentation(), holder, { proofPurpose }))).toEqual({ grade: 'verified', integrity: 'intact', codes: [] })
  })
  it('signed for any other purpose is malformed', async () => {
    for (const proofPurpose of ['keyAgreement', 'capabilityInvocation', 'Authentication', ''])
      expect(await verdict(signJcs(presentation(), holder, { proofPurpose }))).toMatchObject({ integrity: 'malformed', codes: ['proof.wrong-purpose'] })
  })
  it('altered after it was signed is altered', async () => {
    const signed = signJcs(presentation(), holder, authentication)
    expect(await verdict({ ...signed, verifiableCredential: [] })).toMatchObject({ grade: 'rejected' })
  })
  it('signed with a key that its holder lists for authentication alone is intact, and a credential with that key is not', async () => {
    const web = 'did:web:example.ac.jp'
    const method = { id: `${web}#key-1`, type: 'JsonWebKey', controller: web, publicKeyJwk: holder.jwk }
    const document = { '@context': 'https://www.w3.org/ns/did/v1', id: web, verificationMethod: [method], authentication: [`${web}#key-1`] }
    const served = evidence({ url: 'https://example.ac.jp/.well-known/did.json', body: JSON.stringify(document) })
    const context = contextWith([issuer(web)], [served])
    const named = { verificationMethod: `${web}#key-1` }
    expect(await verdict(signJcs(presentation({ holder: web }), holder, { ...authentication, ...named }), context)).toMatchObject({ integrity: 'intact' })
    const asserted = await verdict(signJcs(presentation({ holder: web }), holder, named), context)
    expect(asserted.codes).toContain('key.not-for-assertion')
    expect((await verdict(signJcs(badge(web), holder, named), context)).codes).toContain('key.not-for-assertion')
  })
})

describe('a credential signed for authentication', () => {
  it('is malformed: whoever was asked to log in has signed no badge', async () => {
    expect(await verdict(signJcs(badge(did), holder, authentication))).toMatchObject({ grade: 'rejected', codes: ['proof.wrong-purpose'] })
  })
  it('is malformed too inside a presentation whose own proof is sound', async () => {
    const inside = signJcs(badge(did), holder, authentication)
    const signed = signJcs(presentation({ verifiableCredential: [inside] }), holder, authentication)
    expect(await verdict(inside)).toMatchObject({ grade: 'rejected' })
    expect(await verdict(signed)).toMatchObject({ integrity: 'intact' })
  })
})
