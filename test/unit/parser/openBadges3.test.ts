import { describe, expect, it } from 'vitest'
import { openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { codesIn, credentialIn, parseText } from './parseText'

const subject = openBadge3.credentialSubject as object
const withSubject = (members: object) => ({ ...openBadge3, credentialSubject: { ...subject, ...members } })

describe('an Open Badges 3.0 credential', () => {
  it('is read whole, without problems', () => {
    const { credential, secured, problems } = credentialIn(openBadge3)
    expect(credential).toEqual({
      standard: 'OB3',
      id: 'urn:uuid:0b6c7f1e-0001-4a5e-9d2c-0123456789ab',
      name: '防災基礎',
      issuer: { id: 'did:web:example.ac.jp', name: '例示大学', url: 'https://example.ac.jp' },
      achievement: {
        id: 'https://example.ac.jp/achievements/bousai-1',
        name: '防災基礎',
        description: '避難所運営の基礎を学んだ',
        criteria: '講義15回と演習',
        tags: ['防災'],
        alignments: [{ name: '災害対策', url: 'https://example.org/skills/1', framework: '例示枠組', code: 'D-1' }],
      },
      recipients: [{ kind: 'hash', algorithm: 'sha256', hash: 'a1'.repeat(32), salt: '', type: 'email' }],
      recipientName: null,
      validFrom: '2026-04-01T00:00:00+09:00',
      validUntil: '2029-03-31T23:59:59+09:00',
      evidence: [{ name: '演習記録', description: null, url: 'https://example.ac.jp/works/1' }],
      endorsements: 0,
    })
    expect(secured).toMatchObject({ kind: 'document', document: openBadge3, text: JSON.stringify(openBadge3) })
    expect(problems).toEqual([])
  })
  it('is the same under its other name, and with the dates of the first data model', () => {
    const { validFrom, validUntil, ...rest } = openBadge3
    const older = { ...rest, type: ['VerifiableCredential', 'AchievementCredential'], issuanceDate: validFrom, expirationDate: validUntil }
    expect(credentialIn(older).credential).toEqual(credentialIn(openBadge3).credential)
  })
  it('may have single values, lists, and addresses in place of objects', () => {
    const { credential } = credentialIn({
      ...openBadge3,
      type: 'OpenBadgeCredential',
      issuer: 'did:key:z6Mk',
      evidence: { id: 'https://example.org/1', narrative: '記録' },
      credentialSubject: [
        {
          id: 'did:key:z6MkSubject',
          achievement: [{ id: 'urn:1', name: { en: 'Flood', ja: '水害' }, tag: '防災', alignment: { targetName: '水防', targetUrl: 'https://x.example' } }],
        },
      ],
    })
    expect(credential.issuer).toEqual({ id: 'did:key:z6Mk', name: null, url: null })
    expect(credential.achievement).toMatchObject({ name: '水害', tags: ['防災'], alignments: [{ name: '水防' }] })
    expect(credential.recipients).toEqual([{ kind: 'did', did: 'did:key:z6MkSubject' }])
    expect(credential.evidence).toEqual([{ name: null, description: '記録', url: 'https://example.org/1' }])
  })
  it.each([
    [{ id: 'mailto:taro@example.jp', identifier: undefined }, [{ kind: 'email', email: 'taro@example.jp' }]],
    [{ identifier: { hashed: false, identityHash: 'taro@example.jp', identityType: 'email' } }, [{ kind: 'email', email: 'taro@example.jp' }]],
    [
      { identifier: { hashed: true, identityHash: `md5$${'0'.repeat(32)}`, identityType: 'email' } },
      [{ kind: 'hash', algorithm: 'md5', hash: '0'.repeat(32), salt: null, type: 'email' }],
    ],
    [{ identifier: { hashed: true, identityHash: 'sha1$00', identityType: 'email' } }, [{ kind: 'other', type: 'email', value: 'sha1$00' }]],
    [{ identifier: { hashed: false, identityHash: '00123', identityType: 'systemId' } }, [{ kind: 'other', type: 'systemId', value: '00123' }]],
    [{ id: 'urn:uuid:1', identifier: [] }, [{ kind: 'other', type: 'id', value: 'urn:uuid:1' }]],
  ])('names its recipient by %j', (members, recipients) => {
    expect(credentialIn(withSubject(members)).credential.recipients).toEqual(recipients)
  })
  it('reads a name of its subject as a claim', () => {
    expect(credentialIn(withSubject({ name: '中央 太郎' })).credential.recipientName).toBe('中央 太郎')
    expect(credentialIn(withSubject({ familyName: '中央', givenName: '花子' })).credential.recipientName).toBe('中央 花子')
  })
  it('counts endorsements of the badge, its issuer and its achievement, embedded and as tokens', () => {
    const endorsed = { ...openBadge3, endorsement: [{}, {}], endorsementJwt: 'a.b.c', issuer: { id: 'x', endorsement: {} } }
    expect(credentialIn(endorsed).credential.endorsements).toBe(4)
  })
  it.each([
    [{ id: undefined }, ['credential.no-id /id']],
    [{ issuer: undefined }, ['credential.no-issuer /issuer']],
    [withSubject({ identifier: undefined }), ['credential.no-recipient /credentialSubject']],
    [withSubject({ achievement: undefined }), ['credential.no-achievement /credentialSubject/achievement']],
    [{ validUntil: '2026-03-31T00:00:00+09:00' }, ['credential.reversed-dates /validUntil']],
    [{ validFrom: '2026-04-01T10:00:00+09:00', validUntil: '2026-04-01' }, ['credential.date-without-zone /validUntil']],
    [{ validFrom: '2026-04-01T00:00:00' }, ['credential.date-without-zone /validFrom']],
    [{ validFrom: '2026-02-30T00:00:00Z' }, ['credential.bad-date /validFrom']],
    [{ validUntil: '令和8年' }, ['credential.bad-date /validUntil']],
    [withSubject({ image: null, 'a/b': [] }), ['document.null-member /credentialSubject/image', 'document.empty-member /credentialSubject/a~1b']],
  ])('is flagged when %j', (members, codes) => {
    expect(codesIn({ ...openBadge3, ...members })).toEqual(codes)
  })
  it('has the problems of its text', () => {
    expect(parseText(JSON.stringify(openBadge3).replace('{', '{"name":"x",'))).toMatchObject([
      { kind: 'credential', problems: [{ code: 'json.duplicate-member', at: '/name' }] },
    ])
  })
})

describe('a token', () => {
  const claims = { iss: 'did:web:example.ac.jp', jti: 'urn:uuid:2', nbf: 1775001600, exp: 1806537600, sub: 'did:key:z6MkSubject' }
  it.each([
    ['ob3-flat', tokenOf({ ...openBadge3, ...claims }), 'JWT'],
    ['ob3-vc', tokenOf({ vc: openBadge3, ...claims }), 'JWT'],
    ['vc-jose', tokenOf(openBadge3, { alg: 'ES256', typ: 'vc+jwt' }), 'vc+jwt'],
    ['vc-jose', tokenOf(openBadge3, { alg: 'ES256', typ: 'vc+ld+json+jwt' }), 'vc+ld+json+jwt'],
  ])('in the form %s gives the credential and its parts', (form, token, typ) => {
    expect(parseText(token, 'a.jwt')).toMatchObject([
      {
        kind: 'credential',
        container: 'jws',
        credential: { standard: 'OB3', name: '防災基礎' },
        secured: { kind: 'jwt', form, token, header: { typ }, document: { type: openBadge3.type } },
        problems: [],
      },
    ])
  })
  it('adds from its claims what the document leaves out', () => {
    const { id, issuer, validFrom, validUntil, ...rest } = openBadge3
    const document = { ...rest, credentialSubject: { achievement: { name: 'x' } } }
    expect(id && issuer && validFrom && validUntil).toBeTruthy()
    expect(parseText(tokenOf({ vc: document, ...claims }))).toMatchObject([
      {
        credential: {
          id: 'urn:uuid:2',
          issuer: { id: 'did:web:example.ac.jp' },
          validFrom: '2026-04-01T00:00:00.000Z',
          validUntil: '2027-04-01T00:00:00.000Z',
          recipients: [{ kind: 'did', did: 'did:key:z6MkSubject' }],
        },
        problems: [],
      },
    ])
  })
  it('has pointers into the document it carries', () => {
    const payload = JSON.stringify({ vc: openBadge3, nbf: 1 }).replace('"issuer":{', '"issuer":{"id":"did:web:other.example",')
    const token = `${Buffer.from('{"alg":"ES256","alg":"none"}').toString('base64url')}.${Buffer.from(payload).toString('base64url')}.c2ln`
    expect(parseText(token)).toMatchObject([
      {
        problems: [
          { code: 'json.duplicate-member', detail: '/alg' },
          { code: 'json.duplicate-member', at: '/issuer/id' },
        ],
      },
    ])
  })
  it.each([
    `${Buffer.from('{"alg"').toString('base64url')}.e30.x`,
    `${Buffer.from('{}').toString('base64url')}..x`,
    `${Buffer.from('{}').toString('base64url')}.W10.x`,
  ])('whose parts are no JSON objects is unreadable: %s', (token) => {
    expect(parseText(token)).toEqual([{ kind: 'unreadable', source: 'a.json', problem: { code: 'jwt.syntax' } }])
  })
})
