import { describe, expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { assertion, badgeClass, creator, home, hosted, issuerId, keyDocument, profile, served, signed, signer, verdict } from './openBadges2Stage'
import { contextWith, credentialOf, ecSigner, ed25519Signer, evidence, issuer, key } from './stage'

describe('a signed badge', () => {
  it.each([
    ['RS256', signer],
    ['ES256', ecSigner('P-256')],
    ['EdDSA', ed25519Signer()],
  ])('by a key that the stored profile lists, and not the register: %s', async (_, one) => {
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
  it('by a creator that the profile of the issuer’s own address does not list: rejected; a profile that came as a file only gives a problem', async () => {
    const other = profile({ publicKey: `${home}/keys/other` })
    const codes = expect.arrayContaining(['hosted.creator-not-listed'])
    expect(await verdict(await signed(), contextWith([], [served(other), keyDocument()]))).toMatchObject({ grade: 'rejected', issuer: 'mismatch', codes })
    expect(await verdict(await signed(), contextWith([], [other, keyDocument()]))).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated', codes })
    expect(await verdict(await signed(), contextWith([], [other, served(profile({ publicKey: creator })), keyDocument()]))).toMatchObject({
      grade: 'unproven',
      codes: expect.not.arrayContaining(['hosted.creator-not-listed']),
    })
  })
  it('by a key with another owner, by its own address: rejected; by a file it proves nothing', async () => {
    const ofAnother = keyDocument(signer, { owner: 'https://evil.example/issuer' })
    expect(await verdict(await signed(), contextWith([], [profile(), served(ofAnother)]))).toMatchObject({ grade: 'rejected', issuer: 'mismatch' })
    expect(await verdict(await signed(), contextWith([], [profile(), ofAnother]))).toMatchObject({ grade: 'unproven', issuer: 'unauthenticated' })
  })
  it('without a creator, by the key the register pins, though several files in its issuer’s name list others', async () => {
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
  it('by a key that is named relative to its issuer, or by a bare name, is not called unlisted', async () => {
    const two = served(profile({ publicKey: ['#first', `${home}/keys/second`] }))
    const verification = { type: 'SignedBadge' }
    const relative = await signed(signer, { verification: { ...verification, creator: '#first' } })
    expect(await verdict(relative, contextWith([issuer(issuerId, [key('#first', signer)])], [two]))).toMatchObject({ grade: 'verified' })
    expect(await verdict(relative, contextWith([], [two]))).toMatchObject({
      grade: 'unproven',
      codes: expect.not.arrayContaining(['hosted.creator-not-listed']),
    })
    const bare = await signed(signer, { verification }, { kid: 'k-2026' })
    expect(await verdict(bare, contextWith([], [two, { keys: [{ ...signer.jwk, kid: 'k-2026' }] }]))).toMatchObject({ grade: 'unproven', integrity: 'intact' })
    const elsewhere = await signed(signer, { verification: { ...verification, creator: '#third' } })
    expect(await verdict(elsewhere, contextWith([], [two]))).toMatchObject({ grade: 'rejected', codes: expect.arrayContaining(['hosted.creator-not-listed']) })
  })
  it('that names its class by address alone, by the pinned key: no other class in a file changes its issuer', async () => {
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
  it('without any stored key: unresolved', async () => {
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

describe('a hosted badge', () => {
  const text = JSON.stringify(hosted())
  const url = `${home}/assertion/1`
  it('alone: unproven, not rejected', async () => {
    expect(await verdict(text)).toMatchObject({
      grade: 'unproven',
      integrity: 'unsigned',
      issuer: 'unauthenticated',
      proof: 'hosted',
      codes: expect.arrayContaining(['hosted.no-evidence']),
    })
  })
  it('confirmed by the copy from its own address, in any order of members', async () => {
    const body = JSON.stringify(Object.fromEntries(Object.entries(hosted()).reverse()))
    const held = contextWith([issuer(issuerId, [], '地域防災教育協議会')], [evidence({ url, body })])
    const found = await verdict(text, held)
    expect(found).toMatchObject({ grade: 'confirmed', status: 'clear', name: '地域防災教育協議会' })
    expect(found.codes).not.toContain('hosted.no-evidence')
    expect((await verify(credentialOf(text), held)).counts).toBe(true)
  })
  it('not confirmed by a copy that differs, and not rejected', async () => {
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
  it('revoked by its address', async () => {
    expect((await verdict(text, contextWith([], [evidence({ url, body: JSON.stringify({ id: url, revoked: true }), status: 410 })]))).status).toBe('revoked')
    expect((await verdict(text, contextWith([], [evidence({ url, body: JSON.stringify({ ...hosted(), revoked: true }) })]))).status).toBe('revoked')
  })

  const served = (document: JsonObject) => evidence({ url: String(document.id), body: JSON.stringify(document) })
  const at = (id: string, badge: JsonObject | string = badgeClass()) => JSON.stringify(hosted({ id, badge }))
  it.each([
    'https://badge.example.jp.evil.example/a/1',
    'https://badge.example.jp@evil.example/a/1',
    'https://badge.example.jp:8443/a/1',
    'https://evil.example/a/1',
  ])('on another host than its issuer: unproven, and rejected where the issuer’s own address does not allow it (%s)', async (id) => {
    const unproven = { grade: 'unproven', issuer: 'unauthenticated', codes: expect.arrayContaining(['hosted.origin-unproven']) }
    expect(await verdict(at(id))).toMatchObject(unproven)
    // A file in the issuer's name is not by the issuer.
    expect(await verdict(at(id), contextWith([], [profile()]))).toMatchObject(unproven)
    expect(await verdict(at(id), contextWith([], [served(profile())]))).toMatchObject({
      grade: 'rejected',
      issuer: 'mismatch',
      codes: expect.arrayContaining(['hosted.other-origin']),
    })
  })
  it('not confirmed for its issuer by another host', async () => {
    const id = 'https://evil.example/a/1'
    expect((await verdict(at(id), contextWith([issuer(issuerId)], [evidence({ url: id, body: at(id) })]))).grade).toBe('unproven')
  })
  it('on a host the profile from the issuer’s address allows', async () => {
    const rules = { verification: { type: 'VerificationObject', allowedOrigins: ['badges.other.example'] } }
    const id = 'https://badges.other.example/a/1'
    expect((await verdict(at(id), contextWith([], [served(profile(rules))]))).grade).toBe('unproven')
    expect((await verdict(at('https://badges.other.example.evil/a/1'), contextWith([], [served(profile(rules))]))).grade).toBe('rejected')
  })
  it('whose class is given by address alone gets no other issuer by a file: only the class’s own address counts', async () => {
    const badge = hosted({ badge: `${home}/badge/1` })
    const evil = [badgeClass({ issuer: 'https://evil.example/issuer' }), badgeClass({ issuer: 'https://evil.example/another' })]
    const body = JSON.stringify(badge)
    expect((await verdict(body, contextWith([], evil))).grade).toBe('unproven')
    expect((await verdict(body, contextWith([], [...evil, evidence({ url, body })]))).grade).toBe('unproven')
    const byAddress = evidence({ url, body }, { url: `${home}/badge/1`, body: JSON.stringify(badgeClass()) })
    expect((await verdict(body, contextWith([], [...evil, byAddress]))).grade).toBe('confirmed')
  })
  it('is neither allowed nor refused by its own members', async () => {
    const id = 'https://evil.example/a/1'
    const inside = badgeClass({ issuer: profile({ verification: { allowedOrigins: ['evil.example'] } }) })
    expect((await verdict(at(id, inside))).grade).toBe('unproven')
    expect((await verdict(at(id, inside), contextWith([issuer(issuerId)], [evidence({ url: id, body: at(id, inside) })]))).grade).toBe('unproven')
  })
  it('startsWith is compared as an address, not as text', async () => {
    const held = contextWith([], [served(profile({ verification: { startsWith: 'https://a.example' } }))])
    expect((await verdict(at('https://a.example/a/1', badgeClass({ id: 'https://a.example/b' })), held)).grade).toBe('unproven')
    expect((await verdict(at('https://a.example.evil/a/1'), held)).grade).toBe('rejected')
    expect((await verdict(at('https://a.example@evil/a/1'), held)).grade).toBe('rejected')
  })
})
