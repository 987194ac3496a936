import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/model/json'
import { badgeClass, context, creator, home, hosted, issuerId, keyDocument, profile, served, signed, signer, verdict } from './openBadges2Stage'
import { compact, contextWith, ed25519Signer, evidence, issuer, key } from './stage'

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
  ])('by a list that the issuer’s registered key signed, wherever it is stored, even where no document names it; the newest %s decides', async (_, sign) => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const [old, renewed] = [await sign([], '2026-01-01T00:00:00Z'), await sign([`${home}/assertion/1`], '2026-06-01T00:00:00Z')]
    for (const files of [[renewed], [old, renewed], [renewed, old], [renewed, naming, list([])]])
      expect(await verdict(await signed(), contextWith(register, files))).toMatchObject({ grade: 'verified', status: 'revoked' })
    expect((await verdict(await signed(), contextWith(register, [old, naming]))).status).toBe('clear')
    expect((await verdict(await signed(), contextWith(register, [old, served({ ...naming, revocationList: `${home}/another` })]))).status).toBe('unknown')
    const forged = await compact(list([`${home}/assertion/1`]), { jwk: ed25519Signer().jwk }, ed25519Signer())
    expect((await verdict(await signed(), contextWith(register, [old, forged]))).status).toBe('clear')
  })
  it('in a signed list without an address, and in one that its address served though only a file names it', async () => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const { id: _, ...nameless } = list([`${home}/assertion/1`])
    expect((await verdict(await signed(), contextWith(register, [await compact(nameless, { kid: creator }, signer)]))).status).toBe('revoked')
    const body = await compact(list([`${home}/assertion/1`]), { kid: creator }, signer)
    expect((await verdict(await signed(), contextWith(register, [naming, evidence({ url: `${home}/revoked`, body })]))).status).toBe('revoked')
  })
  it('not cleared by an expired signed list, and revoked by one', async () => {
    const register = [issuer(issuerId, [key(creator, signer)])]
    const past = (entries: readonly string[]) => compact({ ...list(entries), validUntil: '2026-10-01T00:00:00Z' }, { kid: creator }, signer)
    expect((await verdict(await signed(), contextWith(register, [await past([])]))).status).toBe('unknown')
    expect((await verdict(await signed(), contextWith(register, [await past([`${home}/assertion/1`])]))).status).toBe('revoked')
  })
  it('unknown where the list the profile names is not stored, or no profile is known', async () => {
    expect((await verdict(await signed(), contextWith([], [naming]))).status).toBe('unknown')
    expect((await verdict(await signed())).status).toBe('unknown')
  })
  it('is not in the list of another issuer', async () => {
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
  it('by the list of the issuer’s own profile, though a file that names none is stored too', async () => {
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
  it('none where the issuer’s own profile, or the issuer in the badge, names no list; unknown by a file', async () => {
    expect((await verdict(await signed(), contextWith([], [served(profile())]))).status).toBe('none')
    const inside = await signed(signer, { badge: badgeClass({ issuer: profile() }) })
    expect((await verdict(inside)).status).toBe('none')
    expect(await verdict(inside, contextWith([], [naming, list([`${home}/assertion/1`])]))).toMatchObject({
      status: 'none',
      codes: expect.arrayContaining(['status.revocation-claimed']),
    })
    expect((await verdict(await signed(), contextWith([], [profile()]))).status).toBe('unknown')
  })
  it('in the file itself', async () => {
    expect(await verdict(JSON.stringify(hosted({ revoked: true })))).toMatchObject({
      status: 'revoked',
      codes: expect.arrayContaining(['status.revoked-in-file']),
    })
  })
})
