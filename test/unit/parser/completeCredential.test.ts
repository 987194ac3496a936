import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { completeCredential, normalForm, type Parsed, parse, readEvidence } from '../../../electron/parser'
import type { SupportDocument } from '../../../electron/parser/parsed'
import { readFile } from '../../../electron/reader'
import type { Credential } from '../../../shared/model/credential'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'
import { bakedPng, plainText } from '../../fixtures/reader/bakedPng'
import { credentialIn, heldAmong, parseDocument } from './parseText'

const address = 'https://badge.example.org/api/v1.0/openbadge/v2/Assertion/abc'
function fetched(url: string, content: unknown, also: JsonObject = {}): JsonObject {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const sha256 = createHash('sha256').update(body, 'utf8').digest('hex')
  return { url, host: 'badge.example.org', fetchedOn: '2026-04-01T00:00:00Z', status: 200, body, sha256, ...also }
}
const bundle = (...items: readonly unknown[]) => ({ kind: 'tekizai-evidence', version: 1, fetched: items })
const supports = (...documents: readonly unknown[]): readonly SupportDocument[] =>
  documents.flatMap((document) => parseDocument(document)).filter((parsed: Parsed) => parsed.kind === 'support')
const held = (...documents: readonly unknown[]) => heldAmong(supports(...documents))

/** The badge of Open Badges 1 in a picture: only its address. */
function addressOnly(): Credential {
  const [parsed] = readFile('b.png', bakedPng(plainText('openbadges', address))).flatMap((read) => (read.kind === 'envelope' ? parse(read) : []))
  if (parsed?.kind !== 'credential') throw new Error('a credential')
  return parsed.credential
}

describe('a badge of which only the address is known', () => {
  it('is completed from the fetched copy, and keeps its address', () => {
    const completed = completeCredential(addressOnly(), held(bundle(fetched(address, { ...hostedBadge, id: 'https://elsewhere.example/1' }))))
    expect(completed).toMatchObject({ standard: 'OB1', id: address, name: '情報セキュリティ', recipientName: '中央 太郎', issuer: { name: '例示機構' } })
  })
  it('is found under its own address alone, wherever redirects on its host ended', () => {
    const credential = addressOnly()
    const moved = fetched(address, hostedBadge, { finalUrl: 'https://badge.example.org/new' })
    expect(completeCredential(credential, held(bundle(moved))).name).toBe('情報セキュリティ')
    const elsewhere = fetched('https://badge.example.org/old', hostedBadge, { finalUrl: address })
    expect(completeCredential(credential, held(bundle(elsewhere)))).toEqual(credential)
  })
  it.each([
    ['what was fetched is no assertion', fetched(address, { type: 'Issuer', id: address, name: '例示機構' })],
    ['what was fetched is a list', fetched(address, [hostedBadge])],
    ['what was fetched is no JSON', fetched(address, '<html></html>')],
    ['nothing was received', { ...fetched(address, ''), body: null }],
    ['another address was fetched', fetched('https://badge.example.org/other', hostedBadge)],
  ])('is unchanged where %s', (_, item) => {
    const credential = addressOnly()
    expect(completeCredential(credential, held(bundle(item)))).toEqual(credential)
  })
  it('is unchanged where the evidence is malformed', () => {
    const [sound] = supports(bundle(fetched(address, hostedBadge)))
    if (!sound) throw new Error('evidence')
    const credential = addressOnly()
    expect(completeCredential(credential, heldAmong([{ ...sound, ...normalForm({ ...sound.document, version: 2 }) }]))).toEqual(credential)
  })
})

describe('a badge that names its badge class by address', () => {
  const classAddress = 'https://badge.example.org/BadgeClass/1'
  const badgeClass = { id: classAddress, type: 'BadgeClass', name: '情報セキュリティ', issuer: { id: 'https://badge.example.org/Issuer/1', name: '例示機構' } }
  it('takes achievement and issuer from the badge class', () => {
    const { credential } = credentialIn({ ...hostedBadge, badge: classAddress })
    expect(completeCredential(credential, held(badgeClass))).toMatchObject({
      name: '情報セキュリティ',
      achievement: { id: classAddress, name: '情報セキュリティ' },
      issuer: { id: 'https://badge.example.org/Issuer/1', name: '例示機構' },
    })
  })
  it('has the issuer of that class, whatever issuer it names itself', () => {
    const { credential } = credentialIn({ ...hostedBadge, badge: classAddress, issuer: 'https://own.example.org/i' })
    expect(credential.issuer).toEqual({ id: null, name: null, url: null })
    expect(completeCredential(credential, held(badgeClass)).issuer.id).toBe('https://badge.example.org/Issuer/1')
  })
  it('keeps the issuer that its class has in the badge, where that has no name', () => {
    const { credential } = credentialIn({ ...hostedBadge, badge: { id: classAddress, issuer: 'https://own.example.org/i', criteria: 'x' } })
    expect(completeCredential(credential, held(badgeClass))).toMatchObject({
      achievement: { name: '情報セキュリティ' },
      issuer: { id: 'https://own.example.org/i' },
    })
  })
  it('takes the achievement from a class without an issuer, where no other is stored', () => {
    const { credential } = credentialIn({ ...hostedBadge, badge: classAddress })
    const { issuer: _, ...nameless } = badgeClass
    expect(completeCredential(credential, held(nameless))).toMatchObject({ name: '情報セキュリティ', issuer: { id: null } })
    expect(completeCredential(credential, held(nameless, badgeClass)).issuer.id).toBe('https://badge.example.org/Issuer/1')
  })
  it('takes the name of the issuer from its profile, from the first of two', () => {
    const { credential } = credentialIn({ ...hostedBadge, badge: { ...badgeClass, issuer: 'https://badge.example.org/Issuer/1' } })
    const profile = (name: string) => ({ id: 'https://badge.example.org/Issuer/1', type: 'Issuer', name, url: 'https://example.org' })
    expect(completeCredential(credential, held(profile('例示機構'), profile('後の機構'))).issuer).toEqual({
      id: 'https://badge.example.org/Issuer/1',
      name: '例示機構',
      url: 'https://example.org',
    })
  })
})

it('Open Badges 3.0 credentials are complete: nothing is added', () => {
  const { credential } = credentialIn({ ...openBadge3, issuer: 'https://badge.example.org/Issuer/1' })
  expect(completeCredential(credential, held({ id: 'https://badge.example.org/Issuer/1', type: 'Issuer', name: '例示機構' }))).toBe(credential)
})

describe('a courier’s result', () => {
  it('is read with missing members: no redirect, no host, no status, no digest', () => {
    expect(readEvidence({ version: 1, fetched: [{ url: address, fetchedOn: '2026-04-01T00:00:00Z' }] })).toEqual({
      ok: true,
      value: [{ url: address, finalUrl: address, host: null, status: 0, fetchedOn: '2026-04-01T00:00:00Z', sha256: null, body: null }],
    })
  })
  it.each([
    [{ version: 1 }, '/fetched'],
    [{ version: 1, fetched: [address] }, '/fetched/0'],
    [{ version: 1, fetched: [{ fetchedOn: '2026-04-01T00:00:00Z' }] }, '/fetched/0'],
    [{ version: 1, fetched: [{ url: address }] }, '/fetched/0'],
  ] as const)('is refused as %j, at %s', (document, at) => {
    expect(readEvidence(document)).toEqual({ ok: false, problem: { code: 'evidence.shape', at } })
  })
})
