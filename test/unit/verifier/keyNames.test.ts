import { createHash, createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type VerifierContext, verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import type { KeyMaterial, RegisteredKey } from '../../../shared/model/register'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ecSigner, ed25519Signer, issuer, key, multibase, rsaSigner, type Signer } from './stage'

const web = 'https://issuer.example'
const evil = 'https://evil.example'
const [own, other] = [ed25519Signer(), ed25519Signer()]

/** The thumbprint by the letter of RFC 7638, section 3.1: the required members in the order of their names. */
function thumbprintOf({ jwk }: Signer): string {
  const required = ['crv', 'e', 'kty', 'n', 'x', 'y'].filter((name) => jwk[name] !== undefined)
  const text = `{${required.map((name) => `"${name}":"${String(jwk[name])}"`).join(',')}}`
  return createHash('sha256').update(text).digest('base64url')
}

const pem = ({ jwk }: Signer) =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString()

const pinned = (material: KeyMaterial, id = 'first'): RegisteredKey => ({ id, material, validFrom: null, validUntil: null })
const named = (signer: Signer, kid: string, id = 'first') => pinned({ publicKeyJwk: { ...signer.jwk, kid } }, id)

/** What a token of the issuer with this header, signed by this key, ends as. */
async function ends(header: JsonObject, context: VerifierContext, signer = own, issuerId = web) {
  const { grade, axes, problems } = await verify(credentialOf(await compact(claims(badge(issuerId)), header, signer)), context)
  return { grade, issuer: axes.issuer.value, codes: problems.map(({ code }) => code) }
}

const verified = { grade: 'verified', issuer: 'registered', codes: [] }

describe('a kid names a key that the register lists for the issuer', () => {
  const kids = ['k-2026', '#k-2026', `${web}#k-2026`]
  it.each(kids)('by the name it has as a JWK: %s', async (kid) => {
    expect(await ends({ kid }, contextWith([issuer(web, [named(own, 'k-2026')])]))).toEqual(verified)
  })
  it.each([own, ecSigner('P-256'), ecSigner('P-384'), rsaSigner()])('by its thumbprint, in every form the register may have it', async (signer) => {
    const print = thumbprintOf(signer)
    const materials: readonly KeyMaterial[] = [{ publicKeyJwk: signer.jwk }, { publicKeyPem: pem(signer) }]
    for (const material of signer.alg === 'RS256' ? materials : [...materials, { publicKeyMultibase: multibase(signer) }]) {
      const context = contextWith([issuer(web, [pinned(material)])])
      for (const kid of [print, `#${print}`, `${web}#${print}`, `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${print}`]) {
        expect(await ends({ kid }, context, signer), kid).toEqual(verified)
      }
    }
  })
  it.each(['keys/1', '/keys/1', './keys/1', '//issuer.example/keys/1', `${web}/keys/1`])(
    'by an address, absolute or relative to the issuer: %s',
    async (kid) => {
      expect(await ends({ kid }, contextWith([issuer(web, [key(`${web}/keys/1`, own)])]))).toEqual(verified)
    },
  )
  it.each(['?versionId=1#k', '/keys#k', '#k'])('by an address relative to a DID: %s', async (kid) => {
    const did = 'did:web:issuer.example'
    expect(await ends({ kid }, contextWith([issuer(did, [key(`${did}${kid}`, own)])]), own, did)).toEqual(verified)
  })
  it('by a name that begins like a relative address, as base64 may', async () => {
    expect(await ends({ kid: '/9j+4A==' }, contextWith([issuer(web, [named(own, '/9j+4A==')])]))).toEqual(verified)
  })
  it('whose name another issuer uses too', async () => {
    const context = contextWith([issuer(evil, [named(other, 'k1')]), issuer(web, [named(own, 'k1')])])
    expect(await ends({ kid: 'k1' }, context)).toEqual(verified)
    expect(await ends({ kid: 'k1' }, context, other, evil)).toEqual(verified)
  })
  it('twice over with one name: the name does not say which was meant', async () => {
    const context = contextWith([issuer(web, [named(own, 'k1', 'first'), named(other, 'k1', 'second')])])
    expect(await ends({ kid: 'k1' }, context)).toMatchObject({ grade: 'unproven', codes: ['key.not-held', 'issuer.look-alike'] })
    expect(await ends({ kid: thumbprintOf(own) }, context)).toEqual(verified)
  })
})

describe('a kid names a key that a stored document lists for the issuer', () => {
  const documentOf = (id: string, signer: Signer, kid: string): JsonObject => ({
    id,
    verificationMethod: [{ id: `${id}#first`, type: 'JsonWebKey', controller: id, publicKeyJwk: { ...signer.jwk, kid } }],
    assertionMethod: [`${id}#first`],
  })
  const unproven = { grade: 'unproven', issuer: 'unauthenticated', codes: ['key.from-document'] }

  it.each(['k1', `${web}#k1`, thumbprintOf(own), `#${thumbprintOf(own)}`])('by its name or thumbprint: %s', async (kid) => {
    expect(await ends({ kid }, contextWith([], [documentOf(web, own, 'k1')]))).toEqual(unproven)
    expect(await ends({ kid }, contextWith([issuer(web, [key('x', own)])], [documentOf(web, own, 'k1')]))).toEqual(verified)
  })
  it('by its thumbprint in a key set, with or without a name', async () => {
    for (const jwk of [own.jwk, { ...own.jwk, kid: 'another' }]) {
      expect(await ends({ kid: thumbprintOf(own) }, contextWith([], [{ keys: [jwk] }]))).toEqual(unproven)
    }
  })
  it('by the thumbprint of none: a key that is listed and cannot be read has none', async () => {
    const broken = { id: `${web}#first`, type: 'Multikey', controller: web, publicKeyMultibase: 'z6Mk' }
    const document = { id: web, verificationMethod: [broken, { id: `${web}#second`, controller: web }], assertionMethod: [broken.id] }
    const context = contextWith([], [document])
    for (const _ of [1, 2]) expect(await ends({ kid: thumbprintOf(own) }, context)).toMatchObject({ grade: 'unproven', codes: ['key.not-held'] })
  })
  it('but not by a document of another issuer', async () => {
    for (const kid of ['k1', thumbprintOf(own)]) {
      expect(await ends({ kid }, contextWith([], [documentOf(evil, own, 'k1')]))).toMatchObject({ grade: 'unproven', codes: ['key.not-held'] })
    }
  })
  it('by an address relative to the issuer, of a document that gives it another controller: a file in the issuer’s name is no mismatch', async () => {
    const held = { id: `${web}/keys/1`, type: 'Multikey', controller: evil, publicKeyMultibase: multibase(own) }
    for (const kid of ['keys/1', '/keys/1']) {
      expect(await ends({ kid }, contextWith([], [held]))).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated', codes: ['key.of-another'] })
    }
  })
})

describe('a kid that points to another issuer’s key is never the issuer’s', () => {
  // The attacker is registered too, and signs a badge in the victim's name.
  const attacker = [named(other, 'k1', `${evil}#key-1`), named(other, 'k2', 'key-2')]
  const register = [issuer(evil, attacker), issuer(web, [key('first', own)])]

  it.each([
    'k1',
    'k2',
    'key-2',
    thumbprintOf(other),
    `#${thumbprintOf(other)}`,
    `${web}#k1`,
    `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${thumbprintOf(other)}`,
  ])('by a name that only the other has: %s', async (kid) => {
    expect(await ends({ kid }, contextWith(register), other)).toMatchObject({ grade: 'unproven', issuer: 'unresolved' })
    const carried = await ends({ kid, jwk: other.jwk }, contextWith(register), other)
    expect(carried).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated' })
  })
  it.each([`${evil}#key-1`, '//evil.example#key-1'])('by the other’s address: %s', async (kid) => {
    const addressed = [issuer(evil, [key(`${evil}/#key-1`, other), ...attacker]), issuer(web, [key('first', own)])]
    expect(await ends({ kid }, contextWith(addressed), other)).toMatchObject({ grade: 'rejected', issuer: 'mismatch' })
  })
  it.each([`${web}.evil.example#k1`, `${web}@evil.example#k1`, `${didKeyOf(other)}#k1`])(
    'by an address that begins like the issuer’s, or a DID: %s',
    async (kid) => {
      expect((await ends({ kid, jwk: other.jwk }, contextWith(register), other)).grade).not.toBe('verified')
    },
  )
  it.each(['constructor', '__proto__', ''])('by the name %j, which every object has or none', async (kid) => {
    expect((await ends({ kid }, contextWith(register), other)).grade).toBe('unproven')
  })
  it('with the victim’s name for the key and a header key of the attacker: the named key decides', async () => {
    expect(await ends({ kid: thumbprintOf(own), jwk: other.jwk }, contextWith(register), other)).toMatchObject({ grade: 'rejected' })
    expect(await ends({ kid: thumbprintOf(own), jwk: other.jwk }, contextWith(register), own)).toEqual(verified)
  })
  it('with the attacker as iss: a relative name is the attacker’s, and the claim differs', async () => {
    const token = await compact(claims(badge(web), { iss: evil }), { kid: '#key-1' }, other)
    expect((await verify(credentialOf(token), contextWith(register))).grade).toBe('rejected')
  })
})
