import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { completeCredential, parse, type SupportDocument } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'
import { hostedBadge, tokenOf } from '../../fixtures/parser/documents'
import { bakedPng, plainText } from '../../fixtures/reader/bakedPng'
import { codesIn, credentialIn, heldAmong, parseDocument, parseText } from './parseText'

const badge = hostedBadge.badge as { readonly issuer: object }
const supportIn = (...documents: readonly unknown[]): readonly SupportDocument[] =>
  documents.flatMap(parseDocument).filter((parsed) => parsed.kind === 'support')

describe('an Open Badges 2.0 assertion', () => {
  it('is read whole and has its own address', () => {
    const { credential, secured, problems } = credentialIn(hostedBadge)
    expect(credential).toEqual({
      standard: 'OB2',
      id: 'https://badge.example.org/api/v1.0/openbadge/v2/Assertion/abc',
      name: '情報セキュリティ',
      issuer: { id: 'https://badge.example.org/Issuer/1', name: '例示機構', url: 'https://example.org' },
      achievement: {
        id: 'https://badge.example.org/BadgeClass/1',
        name: '情報セキュリティ',
        description: '基礎',
        criteria: '試験に合格',
        tags: ['情報'],
        alignments: [{ name: '情報セキュリティ', url: 'https://example.org/skills/2', framework: null, code: null }],
      },
      recipients: [{ kind: 'hash', algorithm: 'sha256', hash: '0f'.repeat(32), salt: 'deadsea', type: 'email' }],
      recipientName: '中央 太郎',
      validFrom: '2025-10-01T09:00:00+09:00',
      validUntil: '2028-09-30T23:59:59+09:00',
      evidence: [
        { name: null, description: '研修を修了した', url: null },
        { name: null, description: null, url: 'https://badge.example.org/works/1' },
      ],
      endorsements: 0,
    })
    expect(secured).toMatchObject({ kind: 'hosted', url: hostedBadge.id })
    expect(problems).toEqual([])
  })
  it.each([
    [{ verification: { type: 'hosted' } }, 'hosted'],
    [{ verification: undefined, verify: undefined }, 'hosted'],
    [{ verification: { type: ['obi:HostedBadge'] } }, 'hosted'],
    [{ verification: { type: 'SignedBadge', creator: 'https://example.org/key' } }, 'document'],
    [{ verification: undefined, id: 'urn:uuid:1' }, 'document'],
  ])('with %j is %s', (members, kind) => {
    expect(credentialIn({ ...hostedBadge, ...members }).secured.kind).toBe(kind)
  })
  it('signed as a token keeps the token', () => {
    const assertion = { ...hostedBadge, id: 'urn:uuid:1', verification: { type: 'SignedBadge', creator: 'https://badge.example.org/key' } }
    const token = tokenOf(assertion, { alg: 'RS256' })
    expect(parseText(token)).toMatchObject([
      { credential: { standard: 'OB2' }, secured: { kind: 'ob2-jws', token, header: { alg: 'RS256' }, document: assertion } },
    ])
  })
  it.each([
    [
      { type: 'email', hashed: false, identity: 'Taro@Example.jp' },
      { kind: 'email', email: 'Taro@Example.jp' },
    ],
    [
      { type: ['email'], hashed: true, identity: `md5$${'AB'.repeat(16)}` },
      { kind: 'hash', algorithm: 'md5', hash: 'ab'.repeat(16), salt: null, type: 'email' },
    ],
    [
      { type: 'email', hashed: true, salt: '', identity: `sha256$${'0'.repeat(64)}` },
      { kind: 'hash', algorithm: 'sha256', hash: '0'.repeat(64), salt: '', type: 'email' },
    ],
    [
      { type: 'url', hashed: false, identity: 'https://example.org/me' },
      { kind: 'other', type: 'url', value: 'https://example.org/me' },
    ],
  ])('reads the recipient %j', (recipient, expected) => {
    expect(credentialIn({ ...hostedBadge, recipient }).credential.recipients).toEqual([expected])
  })
  it('is flagged for what it lacks', () => {
    expect(codesIn({ ...hostedBadge, recipient: {}, badge: { name: 'x' }, expires: '2020-01-01T00:00:00Z' })).toEqual([
      'credential.no-issuer /badge/issuer',
      'credential.no-recipient /recipient',
      'credential.reversed-dates /expires',
    ])
    expect(codesIn({ ...hostedBadge, badge: 'https://badge.example.org/BadgeClass/1' })).toEqual([])
  })
})

describe('an Open Badges 1 assertion', () => {
  it('is recognised by its context or by having none', () => {
    const older = {
      ...hostedBadge,
      '@context': 'https://w3id.org/openbadges/v1',
      verification: undefined,
      verify: { type: 'hosted', url: hostedBadge.id },
    }
    expect(credentialIn(older)).toMatchObject({ credential: { standard: 'OB1' }, problems: [{ code: 'credential.superseded-standard' }] })
    const first = {
      uid: '1',
      recipient: 'taro@example.jp',
      badge: 'https://example.org/badge',
      verify: { type: 'hosted', url: 'https://example.org/1' },
      issuedOn: 1759276800,
    }
    expect(credentialIn(first)).toMatchObject({
      credential: { standard: 'OB1', id: '1', recipients: [{ kind: 'email', email: 'taro@example.jp' }], validFrom: '2025-10-01T00:00:00.000Z' },
      secured: { kind: 'hosted', url: 'https://example.org/1' },
    })
  })
  it('of which a picture has only the address is recognised by that', () => {
    const [read] = readFile('b.png', bakedPng(plainText('openbadges', 'https://example.org/1')))
    if (read?.kind !== 'envelope') throw new Error('no envelope')
    expect(parse(read)).toMatchObject([
      { credential: { standard: 'OB1', id: 'https://example.org/1' }, secured: { kind: 'address', url: 'https://example.org/1' } },
    ])
  })
})

describe('completeCredential', () => {
  const badgeClass = { ...badge, '@context': 'https://w3id.org/openbadges/v2', issuer: 'https://badge.example.org/Issuer/1' }
  const profile = { ...badge.issuer, '@context': 'https://w3id.org/openbadges/v2' }
  const { credential } = credentialIn({ ...hostedBadge, badge: 'https://badge.example.org/BadgeClass/1' })
  it('takes achievement and issuer from stored documents, and is then the same as with both embedded', () => {
    expect(credential).toMatchObject({ name: null, issuer: { id: null }, achievement: { id: 'https://badge.example.org/BadgeClass/1', name: null } })
    expect(completeCredential(credential, heldAmong(supportIn(badgeClass, profile)))).toEqual(credentialIn(hostedBadge).credential)
  })
  it('takes fetched documents where no file holds them', () => {
    const fetched = (url: string, document: unknown) => ({
      url,
      finalUrl: url,
      host: 'badge.example.org',
      status: 200,
      fetchedOn: '2026-04-01T00:00:00Z',
      sha256: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
      body: JSON.stringify(document),
    })
    const evidence = {
      kind: 'tekizai-evidence',
      version: 1,
      fetched: [fetched('https://badge.example.org/BadgeClass/1', badgeClass), fetched('https://badge.example.org/Issuer/1', profile)],
    }
    expect(completeCredential(credential, heldAmong(supportIn(evidence)))).toEqual(credentialIn(hostedBadge).credential)
  })
  it('leaves unchanged what is not stored, what the badge itself has, and other standards', () => {
    expect(completeCredential(credential, heldAmong([]))).toEqual(credential)
    const whole = credentialIn(hostedBadge).credential
    expect(completeCredential(whole, heldAmong(supportIn({ ...badgeClass, name: '別の名' })))).toEqual(whole)
    const other = { ...credential, standard: 'OB3' as const }
    expect(completeCredential(other, heldAmong(supportIn(badgeClass, profile)))).toBe(other)
  })
})
