import { constants, createHmac, createPublicKey, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ecSigner, ed25519Signer, issuer, key, rawToken, rsaSigner, type Signer } from './stage'

const web = 'https://example.ac.jp'
const signer = ed25519Signer()
const did = didKeyOf(signer)
const registered = (one: Signer) => contextWith([issuer(web, [key(`${web}#key-1`, one)])])

const verdict = async (token: string, context = contextWith([issuer(did)])) => {
  const found = await verify(credentialOf(token), context)
  return {
    grade: found.grade,
    integrity: found.axes.integrity.value,
    issuer: found.axes.issuer.value,
    proof: found.proof,
    codes: found.problems.map(({ code }) => code),
  }
}

const b64 = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a token of every accepted algorithm is verified', () => {
  it.each([
    ['RS256', rsaSigner()],
    ['ES256', ecSigner('P-256')],
    ['ES384', ecSigner('P-384')],
    ['EdDSA', ed25519Signer()],
  ])('%s', async (_, one) => {
    const token = await compact(claims(badge(web)), { kid: '#key-1', typ: 'JWT' }, one)
    expect(await verdict(token, registered(one))).toMatchObject({ grade: 'verified', integrity: 'intact', issuer: 'registered', proof: 'vc-jwt' })
  })
  it('Ed25519 by its newer name, and PS256', async () => {
    const token = await compact(claims(badge(web)), { alg: 'Ed25519', kid: `${web}#key-1` }, signer)
    expect((await verdict(token, registered(signer))).grade).toBe('verified')
    const rsa = rsaSigner()
    const input = `${b64({ alg: 'PS256', kid: `${web}#key-1` })}.${b64(claims(badge(web)))}`
    const signature = sign('sha256', Buffer.from(input), { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
    expect((await verdict(`${input}.${signature.toString('base64url')}`, registered(rsa))).grade).toBe('verified')
  })
  it('in all three forms: flat, in a vc claim, VC-JOSE-COSE', async () => {
    const flat = await compact(claims(badge(did)), { kid: did }, signer)
    const { iss, sub, jti, nbf, ...inner } = claims(badge(did))
    const wrapped = await compact({ iss, sub, jti, nbf, vc: inner }, { kid: did }, signer)
    const jose = await compact(badge(did), { kid: did, typ: 'vc+jwt' }, signer)
    for (const token of [flat, wrapped, jose]) expect((await verdict(token)).grade).toBe('verified')
  })
  it('with an issuer that is not registered: grade B', async () => {
    expect(await verdict(await compact(claims(badge(did)), { kid: did }, signer), contextWith())).toMatchObject({
      grade: 'unregistered',
      issuer: 'unregistered',
    })
  })
})

describe('a claim that differs from the credential is never intact', () => {
  it.each([
    ['iss', 'https://evil.example'],
    ['sub', 'did:example:somebody-else'],
    ['jti', 'urn:uuid:another'],
    ['nbf', 1],
    ['exp', 4_000_000_000],
    ['iss', { id: 'x' }],
    ['nbf', '1775000000'],
  ] as const)('%s', async (name, value) => {
    const document = badge(did, { validUntil: '2030-01-01T00:00:00Z' })
    const token = await compact(claims(document, { [name]: value }), { kid: did }, signer)
    const found = await verdict(token)
    expect(found).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
    expect(found.codes.some((code) => code === 'jwt.claim-differs' || code === 'jwt.claim-type')).toBe(true)
  })
  it('each member changed after signing is altered', async () => {
    const token = await compact(claims(badge(did)), { kid: did }, signer)
    const [header, payload = '', signature] = token.split('.')
    const content: JsonObject = JSON.parse(Buffer.from(payload, 'base64url').toString())
    for (const name of Object.keys(content)) {
      const value = content[name] ?? null
      const changed = b64({ ...content, [name]: typeof value === 'number' ? 1 : typeof value === 'string' ? `${value}x` : [value, 'x'] })
      // Without its context or type it is no credential and has no grade.
      if (name === '@context' || name === 'type') continue
      expect((await verdict(`${header}.${changed}.${signature}`)).grade, name).toBe('rejected')
    }
  })
  it.each([
    ['2027-03-31', '2027-03-31T23:59:59+09:00'],
    ['2027-03-31', '2027-03-31T00:00:00Z'],
    ['2027-03-31', '2027-03-31T23:59:59Z'],
    ['2027-03-31T12:00:00', '2027-03-31T12:00:00Z'],
    ['2027-03-31T12:00:00', '2027-03-31T12:00:00+09:00'],
  ])('a date without a zone (%s) agrees with each of its readings: %s', async (validUntil, exp) => {
    const of = (second: number) => compact(claims(badge(did, { validUntil }), { exp: second }), { kid: did }, signer)
    const second = Math.floor(Date.parse(exp) / 1000)
    expect((await verdict(await of(second))).grade).toBe('verified')
    expect((await verdict(await of(second + 60))).codes).toContain('jwt.claim-differs')
  })
  it('an invalid date agrees with no claim', async () => {
    expect((await verdict(await compact(claims(badge(did, { validUntil: 'soon' }), { exp: 1_900_000_000 }), { kid: did }, signer))).grade).toBe('rejected')
  })
  it('exp ends a credential without an end', async () => {
    const token = await compact(claims(badge(did), { exp: 1_780_000_000 }), { kid: did }, signer)
    const found = await verify(credentialOf(token), contextWith([issuer(did)]))
    expect([found.grade, found.axes.time.value, found.counts]).toEqual(['verified', 'expired', false])
  })
})

describe('attacks on tokens', () => {
  const payload = claims(badge(did))
  it.each(['none', 'None', 'HS256', 'HS512', 'foo'])('alg %s is malformed', async (alg) => {
    expect(await verdict(rawToken({ alg, kid: did }, payload, 'AAAA'))).toMatchObject({ grade: 'rejected', codes: expect.arrayContaining(['jwt.algorithm']) })
  })
  it('HS256 with the RSA public key as the shared secret', async () => {
    const rsa = rsaSigner()
    const pem = createPublicKey({ key: { ...rsa.jwk }, format: 'jwk' }).export({ format: 'pem', type: 'spki' })
    const input = `${b64({ alg: 'HS256', kid: `${web}#key-1` })}.${b64(claims(badge(web)))}`
    const token = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`
    expect((await verdict(token, registered(rsa))).grade).toBe('rejected')
  })
  it('an algorithm that is not that of the key', async () => {
    const token = await compact(payload, { kid: did }, signer)
    const [, body, signature] = token.split('.')
    expect((await verdict(`${b64({ alg: 'ES256', kid: did })}.${body}.${signature}`)).grade).toBe('rejected')
  })
  it('ECDSA as DER, with r = s = 0, and of the wrong length', async () => {
    const ec = ecSigner('P-256')
    const input = `${b64({ alg: 'ES256', kid: didKeyOf(ec) })}.${b64(claims(badge(didKeyOf(ec))))}`
    const der = sign('sha256', Buffer.from(input), ec.privateKey)
    const sound = sign('sha256', Buffer.from(input), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' })
    const context = contextWith([issuer(didKeyOf(ec))])
    expect((await verdict(`${input}.${sound.toString('base64url')}`, context)).grade).toBe('verified')
    for (const bad of [der, Buffer.alloc(64), Buffer.alloc(0), sound.subarray(1), Buffer.concat([sound, Buffer.alloc(1)])]) {
      expect((await verdict(`${input}.${bad.toString('base64url')}`, context)).grade).toBe('rejected')
    }
  })
  it('padding and other characters in the signature', async () => {
    const token = await compact(payload, { kid: did }, signer)
    expect((await verdict(`${token}==`)).grade).toBe('rejected')
    expect((await verdict(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).grade).toBe('rejected')
  })
  it('an unknown condition in crit, or an empty one', async () => {
    for (const crit of [['exp'], ['b64'], []]) {
      expect(await verdict(rawToken({ alg: 'EdDSA', kid: did, crit }, payload, Buffer.alloc(64, 1)))).toMatchObject({
        codes: expect.arrayContaining(['jwt.critical']),
        grade: 'rejected',
      })
    }
  })
  it('the kid of another DID', async () => {
    const attacker = ed25519Signer()
    const token = await compact(payload, { kid: didKeyOf(attacker) }, attacker)
    expect(await verdict(token)).toMatchObject({ grade: 'rejected', issuer: 'mismatch', codes: expect.arrayContaining(['key.of-another']) })
  })
  it("the attacker's own key in the header: unproven, never verified", async () => {
    const attacker = ed25519Signer()
    const token = await compact(claims(badge(web)), { jwk: attacker.jwk }, attacker)
    expect(await verdict(token, registered(signer))).toMatchObject({
      grade: 'unproven',
      integrity: 'intact',
      issuer: 'unauthenticated',
      codes: expect.arrayContaining(['key.header-jwk', 'key.not-pinned']),
    })
  })
  it('a secret in the jwk', async () => {
    const token = await compact(claims(badge(web)), { jwk: { ...signer.jwk, d: 'AAAA' } }, signer)
    expect(await verdict(token, registered(signer))).toMatchObject({ grade: 'rejected', codes: expect.arrayContaining(['key.private-member']) })
  })
  it('an issuer without a key that names itself', async () => {
    const broken = 'did:key:z6Mk'
    const token = await compact(claims(badge(broken)), { kid: broken }, signer)
    expect(await verdict(token)).toMatchObject({ grade: 'rejected', integrity: 'malformed', codes: expect.arrayContaining(['key.malformed']) })
  })
  it('neither kid nor jwk: unsupported', async () => {
    expect(await verdict(await compact(payload, {}, signer))).toMatchObject({
      grade: 'unproven',
      issuer: 'unresolved',
      codes: expect.arrayContaining(['jwt.no-key']),
    })
  })
  it('a key that is not stored, and an algorithm that is not implemented: unproven', async () => {
    const token = await compact(claims(badge(web)), { kid: `${web}#key-1` }, signer)
    expect(await verdict(token)).toMatchObject({ grade: 'unproven', integrity: 'unsupported', issuer: 'unresolved' })
    expect(await verdict(rawToken({ alg: 'ES512', kid: did }, payload, Buffer.alloc(132, 1)))).toMatchObject({ grade: 'unproven', integrity: 'unsupported' })
  })
  it('repeated member names in the payload', async () => {
    const text = JSON.stringify(payload).replace('{', '{"id":"urn:uuid:first",')
    expect(await verdict(await compact(text, { kid: did }, signer))).toMatchObject({
      grade: 'rejected',
      integrity: 'malformed',
      codes: expect.arrayContaining(['json.duplicate-member']),
    })
  })
})
