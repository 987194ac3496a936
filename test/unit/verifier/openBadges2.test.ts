import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { compact, contextWith, credentialOf, ecSigner, ed25519Signer, evidence, issuer, key, rsaSigner, type Signer } from './stage'

const home = 'https://badge.example.jp'
const issuerId = `${home}/issuer/1`
const creator = `${home}/keys/1`
const context = 'https://w3id.org/openbadges/v2'
const signer = rsaSigner()
const pemOf = ({ jwk }: Signer) =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString()

const profile = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Issuer',
  id: issuerId,
  name: '地域防災教育協議会',
  url: home,
  email: 'a@example.jp',
  ...also,
})
const keyDocument = (one = signer, also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'CryptographicKey',
  id: creator,
  owner: issuerId,
  publicKeyPem: pemOf(one),
  ...also,
})
const badgeClass = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'BadgeClass',
  id: `${home}/badge/1`,
  name: '地域防災リーダー',
  description: '図上訓練',
  image: `${home}/image/1`,
  criteria: { narrative: '修了' },
  issuer: issuerId,
  ...also,
})
const assertion = (also: JsonObject = {}): JsonObject => ({
  '@context': context,
  type: 'Assertion',
  id: `${home}/assertion/1`,
  recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'ab'.repeat(32)}` },
  badge: badgeClass(),
  verification: { type: 'SignedBadge', creator },
  issuedOn: '2025-06-14T00:00:00+09:00',
  ...also,
})
const hosted = (also: JsonObject = {}) => assertion({ verification: { type: 'HostedBadge' }, ...also })

const served = (document: JsonObject) => evidence({ url: String(document.id), body: JSON.stringify(document) })

const verdict = async (text: string, held = contextWith()) => {
  const found = await verify(credentialOf(text), held)
  const { integrity, issuer: whose, status } = found.axes
  return {
    grade: found.grade,
    integrity: integrity.value,
    issuer: whose.value,
    status: status.value,
    proof: found.proof,
    name: found.issuerName,
    codes: found.problems.map(({ code }) => code),
  }
}
const signed = (one = signer, also: JsonObject = {}, header: JsonObject = {}) => compact(assertion(also), header, one)

describe('a signed badge', () => {
  it.each([
    ['RS256', signer],
    ['ES256', ecSigner('P-256')],
    ['EdDSA', ed25519Signer()],
  ])('by a key the held profile lists, and the register does not know: %s', async (_, one) => {
    const held = contextWith([], [profile({ publicKey: creator }), keyDocument(one)])
    expect(await verdict(await signed(one), held)).toMatchObject({
      grade: 'unproven',
      integrity: 'intact',
      issuer: 'unauthenticated',
      proof: 'ob2-jws',
      status: 'unknown',
    })
  })
  it('by a key the register pins: verified, with or without a profile', async () => {
    const register = [issuer(issuerId, [key(creator, signer)], '地域防災教育協議会')]
    expect(await verdict(await signed(), contextWith(register))).toMatchObject({ grade: 'verified', name: '地域防災教育協議会' })
    expect((await verdict(await signed(), contextWith(register, [profile({ publicKey: creator }), keyDocument()]))).grade).toBe('verified')
  })
  it('with a key embedded in the profile', async () => {
    const held = contextWith([], [profile({ publicKey: keyDocument() })])
    expect(await verdict(await signed(), held)).toMatchObject({ integrity: 'intact', issuer: 'unauthenticated' })
  })
  it('by a creator that the profile of the issuer’s own address does not list: rejected; a profile that came as a file only remarks on it', async () => {
    const other = profile({ publicKey: `${home}/keys/other` })
    const codes = expect.arrayContaining(['hosted.creator-not-listed'])
    expect(await verdict(await signed(), contextWith([], [served(other), keyDocument()]))).toMatchObject({ grade: 'rejected', issuer: 'mismatch', codes })
    expect(await verdict(await signed(), contextWith([], [other, keyDocument()]))).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated', codes })
    expect(await verdict(await signed(), contextWith([], [other, served(profile({ publicKey: creator })), keyDocument()]))).toMatchObject({
      grade: 'unproven',
      codes: expect.not.arrayContaining(['hosted.creator-not-listed']),
    })
  })
  it('by a key whose owner is somebody else, as its own address says: rejected; a file that says so proves nothing', async () => {
    const ofAnother = keyDocument(signer, { owner: 'https://evil.example/issuer' })
    expect(await verdict(await signed(), contextWith([], [profile(), served(ofAnother)]))).toMatchObject({ grade: 'rejected', issuer: 'mismatch' })
    expect(await verdict(await signed(), contextWith([], [profile(), ofAnother]))).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated' })
  })
  it('without a creator, by the key the register pins, whichever of several files in its issuer’s name lists another', async () => {
    const { creator: _, ...verification } = { type: 'SignedBadge', creator }
    const text = await signed(signer, { verification })
    const register = [issuer(issuerId, [key(creator, signer)])]
    const forged = profile({ publicKey: `${home}/keys/forged` })
    const forgedKey = keyDocument(ed25519Signer(), { id: `${home}/keys/forged` })
    for (const files of [
      [forged, forgedKey, profile({ publicKey: creator }), keyDocument()],
      [profile({ publicKey: creator }), keyDocument(), forged, forgedKey],
    ])
      expect((await verdict(text, contextWith(register, files))).grade).toBe('verified')
    expect((await verdict(await signed(signer, { verification }, { kid: creator }), contextWith(register, [forged, forgedKey]))).grade).toBe('verified')
  })
  it('that names its class by address alone, by the pinned key: no other class in a file makes it another issuer’s', async () => {
    const text = await signed(signer, { badge: `${home}/badge/1` })
    const evil = badgeClass({ issuer: 'https://evil.example/issuer' })
    const register = [issuer(issuerId, [key(creator, signer)], '地域防災教育協議会'), issuer('https://evil.example/issuer', [], '別の者')]
    for (const files of [
      [evil, badgeClass()],
      [badgeClass(), evil],
    ])
      expect(await verdict(text, contextWith(register, files))).toMatchObject({ grade: 'verified', name: '地域防災教育協議会' })
    const relative = [issuer(issuerId, [key('#1', signer)], '地域防災教育協議会')]
    const byFragment = await signed(signer, { badge: `${home}/badge/1`, verification: { type: 'SignedBadge', creator: `${issuerId}#1` } })
    expect(await verdict(byFragment, contextWith(relative, [evil, badgeClass()]))).toMatchObject({ grade: 'verified' })
  })
  it('with a key found only inside the badge: unauthenticated', async () => {
    const inside = { badge: badgeClass({ issuer: profile({ publicKey: keyDocument() }) }) }
    expect(await verdict(await signed(signer, inside))).toMatchObject({
      grade: 'unproven',
      issuer: 'unauthenticated',
      codes: expect.arrayContaining(['key.from-badge']),
    })
    expect(await verdict(await signed(signer, {}, { jwk: signer.jwk }))).toMatchObject({
      grade: 'unproven',
      issuer: 'unauthenticated',
      codes: expect.arrayContaining(['key.header-jwk']),
    })
  })
  it('without any key in hand: unresolved', async () => {
    expect(await verdict(await signed())).toMatchObject({ grade: 'unproven', issuer: 'unresolved', codes: expect.arrayContaining(['key.not-held']) })
  })
  it('changed after signing: altered', async () => {
    const [header, , signature] = (await signed()).split('.')
    const changed = Buffer.from(JSON.stringify(assertion({ issuedOn: '2026-01-01T00:00:00Z' }))).toString('base64url')
    expect(await verdict(`${header}.${changed}.${signature}`, contextWith([issuer(issuerId, [key(creator, signer)])]))).toMatchObject({
      grade: 'rejected',
      integrity: 'altered',
    })
  })
})

describe('revocation of a badge', () => {
  const list = (entries: readonly (string | JsonObject)[]): JsonObject => ({
    '@context': context,
    type: 'RevocationList',
    id: `${home}/revoked`,
    issuer: issuerId,
    revokedAssertions: entries,
  })
  const naming = profile({ publicKey: creator, revocationList: `${home}/revoked` })
  it.each([
    ['revoked by id', [{ id: `${home}/assertion/1`, revocationReason: '誤り' }], 'revoked'],
    ['revoked by bare id', [`${home}/assertion/1`], 'revoked'],
    ['revoked by uid', [{ uid: 'u-1' }], 'revoked'],
    ['not in the list', [`${home}/assertion/2`, { uid: 'u-2' }], 'clear'],
  ] as const)('%s', async (_, entries, status) => {
    const text = await signed(signer, { uid: 'u-1' })
    expect((await verdict(text, contextWith([], [served(naming), keyDocument(), served(list(entries))]))).status).toBe(status)
    const claimed = status === 'revoked' ? ['status.list-unproven', 'status.revocation-claimed'] : ['status.list-unproven']
    for (const held of [
      [naming, list(entries)],
      [served(naming), list(entries)],
      [naming, served(list(entries))],
    ]) {
      const found = await verdict(text, contextWith([], [...held, keyDocument()]))
      expect([found.status, found.codes.filter((code) => code.startsWith('status.'))]).toEqual(['unknown', claimed])
    }
  })
  it.each([
    ['by its proof as a token', (entries: readonly string[], issuedOn: string) => compact({ ...list(entries), issuedOn }, { kid: creator }, signer)],
    [
      'by its issue time',
      (entries: readonly string[], issuedOn: string) => compact({ ...list(entries), iat: Date.parse(issuedOn) / 1000 }, { kid: creator }, signer),
    ],
  ])('said by a list that the issuer’s registered key signed, wherever it lies; the newest %s decides, and none is needed to name it', async (_, sign) => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const [old, renewed] = [await sign([], '2026-01-01T00:00:00Z'), await sign([`${home}/assertion/1`], '2026-06-01T00:00:00Z')]
    for (const files of [[renewed], [old, renewed], [renewed, old], [renewed, naming, list([])]])
      expect(await verdict(await signed(), contextWith(register, files))).toMatchObject({ grade: 'verified', status: 'revoked' })
    expect((await verdict(await signed(), contextWith(register, [old, naming]))).status).toBe('clear')
    expect((await verdict(await signed(), contextWith(register, [old, served({ ...naming, revocationList: `${home}/another` })]))).status).toBe('unknown')
    const forged = await compact(list([`${home}/assertion/1`]), { jwk: ed25519Signer().jwk }, ed25519Signer())
    expect((await verdict(await signed(), contextWith(register, [old, forged]))).status).toBe('clear')
  })
  it('said by a signed list that has no address, and by one that its address served though only a file names it', async () => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const { id: _, ...nameless } = list([`${home}/assertion/1`])
    expect((await verdict(await signed(), contextWith(register, [await compact(nameless, { kid: creator }, signer)]))).status).toBe('revoked')
    const body = await compact(list([`${home}/assertion/1`]), { kid: creator }, signer)
    expect((await verdict(await signed(), contextWith(register, [naming, evidence({ url: `${home}/revoked`, body })]))).status).toBe('revoked')
  })
  it('not cleared by a signed list past its end, and revoked by one all the same', async () => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const past = (entries: readonly string[]) => compact({ ...list(entries), validUntil: '2026-10-01T00:00:00Z' }, { kid: creator }, signer)
    expect((await verdict(await signed(), contextWith(register, [await past([])]))).status).toBe('unknown')
    expect((await verdict(await signed(), contextWith(register, [await past([`${home}/assertion/1`])]))).status).toBe('revoked')
  })
  it('unknown where the list the profile names is not held, or nobody in hand can say', async () => {
    expect((await verdict(await signed(), contextWith([], [naming]))).status).toBe('unknown')
    expect((await verdict(await signed())).status).toBe('unknown')
  })
  it('is not said by the list of another issuer', async () => {
    const foreign = { ...list([`${home}/assertion/1`]), issuer: 'https://evil.example/issuer' }
    expect(await verdict(await signed(), contextWith([], [served(naming), keyDocument(), served(foreign)]))).toMatchObject({
      status: 'invalid-list',
      codes: expect.arrayContaining(['status.list-of-another']),
    })
    expect(await verdict(await signed(), contextWith([], [served(naming), keyDocument(), foreign]))).toMatchObject({
      status: 'unknown',
      codes: expect.arrayContaining(['status.list-unproven', 'status.list-of-another', 'status.revocation-claimed']),
    })
    expect((await verdict(await signed(), contextWith([], [served(naming), keyDocument(), foreign, served(list([]))]))).status).toBe('clear')
    const { issuer: _, ...nameless } = list([`${home}/assertion/1`])
    expect((await verdict(await signed(), contextWith([], [served(naming), keyDocument(), served(nameless)]))).status).toBe('revoked')
  })
  it('by the list of the issuer’s own profile, though a file that names none is laid beside it', async () => {
    const planted = profile({ publicKey: creator })
    const revoking = served(list([`${home}/assertion/1`]))
    for (const profiles of [
      [planted, served(naming)],
      [served(naming), planted],
    ])
      expect((await verdict(await signed(), contextWith([], [...profiles, keyDocument(), revoking]))).status).toBe('revoked')
    const inside = await signed(signer, { badge: badgeClass({ issuer: naming }) })
    expect((await verdict(inside, contextWith([], [planted, keyDocument(), revoking]))).status).toBe('revoked')
    expect(await verdict(inside, contextWith([], [profile({ publicKey: creator, revocationList: `${home}/empty` }), keyDocument()]))).toMatchObject({
      status: 'unknown',
      codes: expect.arrayContaining(['status.no-list']),
    })
  })
  it('none where the issuer’s own profile, or the issuer in the badge, names no list; what a file says of it is not known', async () => {
    expect((await verdict(await signed(), contextWith([], [served(profile())]))).status).toBe('none')
    const inside = await signed(signer, { badge: badgeClass({ issuer: profile() }) })
    expect((await verdict(inside)).status).toBe('none')
    expect(await verdict(inside, contextWith([], [naming, list([`${home}/assertion/1`])]))).toMatchObject({
      status: 'none',
      codes: expect.arrayContaining(['status.revocation-claimed']),
    })
    expect((await verdict(await signed(), contextWith([], [profile()]))).status).toBe('unknown')
  })
  it('said by the file itself', async () => {
    expect(await verdict(JSON.stringify(hosted({ revoked: true })))).toMatchObject({
      status: 'revoked',
      codes: expect.arrayContaining(['status.revoked-in-file']),
    })
  })
})

describe('a hosted badge', () => {
  const text = JSON.stringify(hosted())
  const url = `${home}/assertion/1`
  it('alone: form only, not forged', async () => {
    expect(await verdict(text)).toMatchObject({
      grade: 'unproven',
      integrity: 'unsigned',
      issuer: 'unauthenticated',
      proof: 'hosted',
      codes: expect.arrayContaining(['hosted.no-evidence']),
    })
  })
  it('confirmed by the copy from its own address, whatever the order of its members', async () => {
    const body = JSON.stringify(Object.fromEntries(Object.entries(hosted()).reverse()))
    const held = contextWith([issuer(issuerId, [], '地域防災教育協議会')], [evidence({ url, body })])
    const found = await verdict(text, held)
    expect(found).toMatchObject({ grade: 'confirmed', status: 'clear', name: '地域防災教育協議会' })
    expect(found.codes).not.toContain('hosted.no-evidence')
    expect((await verify(credentialOf(text), held)).counts).toBe(true)
  })
  it('not confirmed by a copy that differs, and not called forged either', async () => {
    expect(await verdict(text, contextWith([], [evidence({ url, body: JSON.stringify(hosted({ narrative: 'x' })) })]))).toMatchObject({
      grade: 'unproven',
      codes: expect.arrayContaining(['hosted.differs']),
    })
  })
  it.each([
    ['a wrong digest', { sha256: '00'.repeat(32) }],
    ['another host', { host: 'evil.example' }],
    ['a redirect to another host', { finalUrl: 'https://evil.example/assertion/1' }],
    ['an answer of 404', { status: 404 }],
    ['another address', { url: `${home}/assertion/2` }],
  ])('not confirmed by evidence with %s', async (_, also) => {
    expect((await verdict(text, contextWith([], [evidence({ url, body: text, ...also })]))).grade).toBe('unproven')
  })
  it('revoked where its address says so', async () => {
    expect((await verdict(text, contextWith([], [evidence({ url, body: JSON.stringify({ id: url, revoked: true }), status: 410 })]))).status).toBe('revoked')
    expect((await verdict(text, contextWith([], [evidence({ url, body: JSON.stringify({ ...hosted(), revoked: true }) })]))).status).toBe('revoked')
  })

  const at = (id: string, badge: JsonObject | string = badgeClass()) => JSON.stringify(hosted({ id, badge }))
  it.each([
    'https://badge.example.jp.evil.example/a/1',
    'https://badge.example.jp@evil.example/a/1',
    'https://badge.example.jp:8443/a/1',
    'https://evil.example/a/1',
  ])('on another host than its issuer: rejected (%s)', async (id) => {
    expect(await verdict(at(id))).toMatchObject({ grade: 'rejected', issuer: 'mismatch', codes: expect.arrayContaining(['hosted.other-origin']) })
  })
  it('even confirmed by that host', async () => {
    const id = 'https://evil.example/a/1'
    expect((await verdict(at(id), contextWith([issuer(issuerId)], [evidence({ url: id, body: at(id) })]))).grade).toBe('rejected')
  })
  it('on a host the held profile allows', async () => {
    const rules = { verification: { type: 'VerificationObject', allowedOrigins: ['badges.other.example'] } }
    const id = 'https://badges.other.example/a/1'
    expect((await verdict(at(id), contextWith([], [profile(rules)]))).grade).toBe('unproven')
    expect((await verdict(at('https://badges.other.example.evil/a/1'), contextWith([], [profile(rules)]))).grade).toBe('rejected')
  })
  it('whose class is named by address alone is no other issuer’s by any file: the class only its own address can say', async () => {
    const badge = hosted({ badge: `${home}/badge/1` })
    const evil = [badgeClass({ issuer: 'https://evil.example/issuer' }), badgeClass({ issuer: 'https://evil.example/another' })]
    const body = JSON.stringify(badge)
    expect((await verdict(body, contextWith([], evil))).grade).toBe('unproven')
    expect((await verdict(body, contextWith([], [...evil, evidence({ url, body })]))).grade).toBe('confirmed')
    const byAddress = evidence({ url, body }, { url: `${home}/badge/1`, body: JSON.stringify(evil[0]) })
    expect((await verdict(body, contextWith([], [byAddress]))).grade).toBe('rejected')
  })
  it('what the badge itself allows is not heard', async () => {
    const inside = badgeClass({ issuer: profile({ verification: { allowedOrigins: ['evil.example'] } }) })
    expect((await verdict(at('https://evil.example/a/1', inside))).grade).toBe('rejected')
  })
  it('startsWith is compared as an address, not as text', async () => {
    const held = contextWith([], [served(profile({ verification: { startsWith: 'https://a.example' } }))])
    expect((await verdict(at('https://a.example/a/1', badgeClass({ id: 'https://a.example/b' })), held)).grade).toBe('unproven')
    expect((await verdict(at('https://a.example.evil/a/1'), held)).grade).toBe('rejected')
    expect((await verdict(at('https://a.example@evil/a/1'), held)).grade).toBe('rejected')
  })
})
