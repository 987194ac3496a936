import { describe, expect, it } from 'vitest'
import { limits } from '../../../electron/reader'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'
import { codesIn, credentialIn, parseDocument, parseText } from './parseText'

const subject = openBadge3.credentialSubject as JsonObject
const withSubject = (also: JsonObject) => credentialIn({ ...openBadge3, credentialSubject: { ...subject, ...also } }).credential

describe('the recipient', () => {
  const name = { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: '中央 太郎' }
  it('has the name among its identifiers, where it is not hashed', () => {
    expect(withSubject({ identifier: [name] }).recipientName).toBe('中央 太郎')
    expect(withSubject({ identifier: [{ ...name, hashed: true }] }).recipientName).toBeNull()
    expect(withSubject({ identifier: [{ ...name, identityHash: 5 }] }).recipientName).toBeNull()
  })
  it('gets no name from an identifier that is no object', () => {
    expect(withSubject({ identifier: ['taro@city.example', { ...name, identityType: 'emailAddress', identityHash: 'taro@city.example' }] }).recipients).toEqual(
      [{ kind: 'email', email: 'taro@city.example' }],
    )
  })
})

describe('several subjects', () => {
  const person = (email: string, id: string): JsonObject => ({
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: false, identityHash: email }],
    achievement: { id, type: ['Achievement'], name: id },
  })
  const [basic, expert] = [person('a@city.example', 'urn:basic'), person('b@city.example', 'urn:expert')]
  const read = (...credentialSubject: readonly JsonObject[]) => {
    const { achievement, recipients } = credentialIn({ ...openBadge3, credentialSubject }).credential
    return [achievement.id, recipients]
  }
  it('have each only the achievement of their own', () => {
    expect(read(basic, expert)).toEqual(['urn:basic', [{ kind: 'email', email: 'a@city.example' }]])
    expect(read(expert, basic)).toEqual(['urn:expert', [{ kind: 'email', email: 'b@city.example' }]])
  })
  it('without an achievement are all recipients', () => {
    const plain = ({ achievement: _, ...rest }: JsonObject): JsonObject => rest
    expect(read(plain(basic), plain(expert))[1]).toHaveLength(2)
  })
})

describe('the recipient of an assertion', () => {
  it('is none where the text is empty or the recipient is neither text nor object', () => {
    expect(credentialIn({ ...hostedBadge, recipient: '' }).credential.recipients).toEqual([])
    expect(credentialIn({ ...hostedBadge, recipient: [5, 'taro@city.example'] }).credential.recipients).toEqual([{ kind: 'email', email: 'taro@city.example' }])
  })
})

describe('an unusual form', () => {
  it('of evidence that is neither an address nor an object is skipped', () => {
    expect(credentialIn({ ...hostedBadge, narrative: null, evidence: [5, 'https://example.org/1'] }).credential.evidence).toEqual([
      { name: null, description: null, url: 'https://example.org/1' },
    ])
  })
  it('of a name, one JSON-LD value, is its text; one without text is no name', () => {
    expect(credentialIn({ ...openBadge3, name: { '@value': '防災基礎', '@language': 'ja' } }).credential.name).toBe('防災基礎')
    expect(withSubject({ achievement: { id: 'urn:1', name: { '@value': 5 } } }).achievement.name).toBeNull()
  })
  it('of a name in several languages gives the Japanese one, then the English, then the first; a list of texts gives its first', () => {
    const japanese = { '@language': 'ja-JP', '@value': '防災基礎' }
    const english = { '@language': 'en', '@value': 'Disaster preparedness' }
    const plain = { '@value': 'Bousai' }
    const nameOf = (name: readonly (JsonObject | string)[]) => credentialIn({ ...openBadge3, name }).credential.name
    expect([nameOf([plain, english, japanese]), nameOf([plain, english]), nameOf([plain]), nameOf(['防災', 'x'])]).toEqual([
      '防災基礎',
      'Disaster preparedness',
      'Bousai',
      '防災',
    ])
  })
  it('of an achievement, its address alone, is its id', () => {
    expect(withSubject({ achievement: 'https://example.ac.jp/a/1' }).achievement).toMatchObject({ id: 'https://example.ac.jp/a/1', name: null })
  })
  it('of an end that is neither text nor number is an unreadable end, not a missing one', () => {
    const endOf = (also: JsonObject) => credentialIn({ ...openBadge3, ...also }).credential.validUntil
    expect([endOf({ validUntil: ['2026-05-01T00:00:00Z'] }), endOf({ validUntil: {} }), endOf({ validUntil: true })]).toEqual([
      '["2026-05-01T00:00:00Z"]',
      '{}',
      'true',
    ])
    expect(codesIn({ ...openBadge3, validUntil: ['2029-05-01T00:00:00Z'] })).toEqual(['credential.bad-date /validUntil'])
    expect(credentialIn({ ...hostedBadge, expires: { day: '2026-05-01' } }).credential.validUntil).toBe('{"day":"2026-05-01"}')
  })
  it('with two ends has the first, and an unreadable one before all', () => {
    const endOf = (validUntil: JsonObject[string], expirationDate: JsonObject[string]) =>
      credentialIn({ ...openBadge3, validUntil, expirationDate }).credential.validUntil
    expect(endOf('2029-01-01T00:00:00Z', '2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00Z')
    expect(endOf('2026-01-01T00:00:00Z', '2029-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00Z')
    expect(endOf('2026-01-01T00:00:00Z', 'next year')).toBe('next year')
    expect(endOf(null, '2029-01-01T00:00:00Z')).toBe('2029-01-01T00:00:00Z')
    expect(endOf(1_767_225_600, '2029-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00.000Z')
  })
  it('of a token ends with its exp, though the credential in it ends later', () => {
    const endOf = (exp: number) => {
      const parts = ['{"alg":"EdDSA","typ":"vc+jwt"}', JSON.stringify({ ...openBadge3, exp })].map((part) => Buffer.from(part).toString('base64url'))
      const [parsed] = parseText(`${parts.join('.')}.AA`, 'a.jwt')
      return parsed?.kind === 'credential' ? parsed.credential.validUntil : parsed
    }
    expect([endOf(1_780_000_000), endOf(4_000_000_000)]).toEqual(['2026-05-28T20:26:40.000Z', openBadge3.validUntil])
  })
  it('of a VC-JOSE-COSE token begins where both its nbf and the credential have begun, and never where one is unreadable', () => {
    const beginningOf = (more: JsonObject) => {
      const parts = ['{"alg":"EdDSA","typ":"vc+jwt"}', JSON.stringify({ ...openBadge3, ...more })].map((part) => Buffer.from(part).toString('base64url'))
      const [parsed] = parseText(`${parts.join('.')}.AA`, 'a.jwt')
      return parsed?.kind === 'credential' ? parsed.credential.validFrom : parsed
    }
    const validFrom = '2026-04-01T00:00:00Z'
    expect([beginningOf({ validFrom, nbf: 4_000_000_000 }), beginningOf({ validFrom, nbf: 1 }), beginningOf({ validFrom })]).toEqual([
      '2096-10-02T07:06:40.000Z',
      validFrom,
      validFrom,
    ])
    expect([beginningOf({ validFrom: 'some day', nbf: 1 }), beginningOf({ validFrom, nbf: 'some day' })]).toEqual(['some day', 'some day'])
  })
  it('of a date as a number beyond every calendar stays as it is', () => {
    expect(credentialIn({ ...hostedBadge, issuedOn: 9_000_000_000_000_000 })).toMatchObject({
      credential: { validFrom: '9000000000000000' },
      problems: [{ code: 'credential.bad-date', at: '/issuedOn', detail: '9000000000000000' }],
    })
  })
  it('of a zone with hours alone is a zone, an hour is not', () => {
    expect(codesIn({ ...openBadge3, validFrom: '2026-04-01T00:00:00+09' })).toEqual([])
    expect(codesIn({ ...openBadge3, validFrom: '2026-04-01T00:00:00+24' })).toEqual(['credential.bad-date /validFrom'])
  })
  it('of an end before the beginning is reported with its text', () => {
    expect(credentialIn({ ...openBadge3, validUntil: '2026-03-01T00:00:00Z' }).problems).toEqual([
      { code: 'credential.reversed-dates', at: '/validUntil', detail: '2026-03-01T00:00:00Z' },
    ])
  })
  it('of empty members is listed up to a limit', () => {
    const many = Object.fromEntries(Array.from({ length: limits.listedMembers + 5 }, (_, index) => [`x${index}`, null]))
    expect(codesIn({ ...openBadge3, ...many })).toHaveLength(limits.listedMembers)
  })
  it('of a learner record whose subject is an address has no credential', () => {
    expect(parseDocument({ type: ['VerifiableCredential', 'ClrCredential'], credentialSubject: 'did:key:z6Mk' })).toMatchObject([
      { kind: 'envelope', inner: 0 },
      { kind: 'unreadable', problem: { code: 'envelope.no-credential' } },
    ])
  })
})

it('of a type with a prefix, of any length, is read from its last mark', () => {
  expect(credentialIn({ ...openBadge3, type: ['https://example.org/a#b:OpenBadgeCredential'] }).credential.standard).toBe('OB3')
  expect(credentialIn({ ...openBadge3, type: ['OpenBadgeCredential', `${'a'.repeat(1_000_000)}:`] }).credential.standard).toBe('OB3')
})

describe('a document without a type', () => {
  it.each([
    [{ id: 'https://example.org/i', name: '例示機構', url: 'https://example.org' }, 'profile'],
    [{ id: 'did:web:example.ac.jp', name: '例示大学' }, 'keyDocument'],
  ])('%j is recognised by its members', (document, type) => {
    expect(parseDocument(document)).toMatchObject([{ kind: 'support', type }])
  })
  it('is no profile where it has criteria, and no key document where it is a profile by its type', () => {
    expect(parseDocument({ name: 'x', url: 'https://example.org', criteria: 'https://example.org/c' })).not.toMatchObject([{ type: 'profile' }])
    expect(parseDocument({ id: 'did:web:example.ac.jp', type: 'Profile', name: '例示大学' })).toMatchObject([{ type: 'profile' }])
    expect(parseDocument({ name: 'x' })).toMatchObject([{ kind: 'unreadable', problem: { code: 'document.unknown-kind' } }])
  })
})
