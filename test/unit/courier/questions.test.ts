import { describe, expect, it } from 'vitest'
import { buildContext, courierAddresses } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import type { AxisValues } from '../../../shared/model/verification'
import { askedList, badge, credentialOf, evidence, now, supportOf } from '../verifier/stage'

const home = 'https://badge.example.jp'
const url = `${home}/assertion/1`
const assertion = (also: JsonObject = {}): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: url,
  recipient: { type: 'email', hashed: false, identity: 'a@city.example' },
  badge: `${home}/class/1`,
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-06-14T00:00:00+09:00',
  ...also,
})
const badgeClass: JsonObject = { id: `${home}/class/1`, type: 'BadgeClass', name: '地域防災リーダー', criteria: '修了', issuer: `${home}/issuer/1` }
const profile: JsonObject = { id: `${home}/issuer/1`, type: 'Issuer', name: '協議会', url: home, revocationList: `${home}/revoked` }
const list: JsonObject = { id: `${home}/revoked`, type: 'RevocationList', issuer: `${home}/issuer/1`, revokedAssertions: [] }

type Verdict = Pick<AxisValues, 'integrity' | 'issuer' | 'status'>
const open: Verdict = { integrity: 'unsigned', issuer: 'unauthenticated', status: 'unknown' }
const staleBefore = new Date('2026-06-01T00:00:00Z')

const known = 'a list written here'
const knowing = (held: readonly JsonObject[]) =>
  buildContext(held.map(supportOf), { issuers: [] }, now, {
    lists: [askedList(known, ...['assertion/1', 'class/1', 'issuer/1', 'revoked', 'status/1'].map((path) => `${home}/${path}`))],
  })

/** The addresses to ask, as `why address`, without the host. */
const asked = (document: JsonObject | string, verdict: Partial<Verdict>, ...held: readonly JsonObject[]) => {
  const parsed = credentialOf(typeof document === 'string' ? document : JSON.stringify(document))
  if (parsed.kind !== 'credential') throw new Error(parsed.kind)
  return courierAddresses(parsed, { ...open, ...verdict }, knowing(held), staleBefore).map(({ url, why }) => `${why} ${url.replace(home, '')}`)
}
const unasked = (address: string, document: JsonObject, also: { status?: number; fetchedOn?: string } = {}) =>
  evidence({ url: address, body: JSON.stringify(document), ...also })
const answer = (...fetched: Parameters<typeof unasked>): JsonObject => ({ ...unasked(...fetched), list: known })
const old = { fetchedOn: '2026-01-01T00:00:00Z' }

describe('addresses of a hosted badge', () => {
  it('are its own and that of its badge class; then those that each answer names', () => {
    expect(asked(assertion(), {})).toEqual(['hosted /assertion/1', 'badgeClass /class/1'])
    const served = answer(`${home}/class/1`, badgeClass)
    expect(asked(assertion(), {}, served)).toEqual(['hosted /assertion/1', 'profile /issuer/1'])
    expect(asked(assertion(), {}, served, profile)).toEqual(['hosted /assertion/1', 'profile /issuer/1', 'revocationList /revoked'])
  })
  it('include those of a profile and a list that came as files while the status is open', () => {
    const served = answer(`${home}/class/1`, badgeClass)
    expect(asked(assertion(), {}, served, profile, list)).toEqual(['hosted /assertion/1', 'profile /issuer/1', 'revocationList /revoked'])
    expect(asked(assertion(), { status: 'none' }, served, answer(`${home}/issuer/1`, profile), list)).toEqual([
      'hosted /assertion/1',
      'revocationList /revoked',
    ])
  })
  it('include the badge class’s own address, whatever file of it is stored', () => {
    expect(asked(assertion(), { status: 'none' }, badgeClass, answer(`${home}/issuer/1`, profile))).toEqual([
      'hosted /assertion/1',
      'badgeClass /class/1',
      'revocationList /revoked',
    ])
  })
  it('do not include a badge class inside the badge, but its issuer', () => {
    expect(asked(assertion({ badge: { ...badgeClass, issuer: profile } }), {})).toEqual(['hosted /assertion/1', 'profile /issuer/1', 'revocationList /revoked'])
  })
  it('include a class or profile that the badge’s own copy only names, where the file holds it whole', () => {
    const whole = assertion({ badge: { ...badgeClass, issuer: { ...profile, revocationList: null } } })
    const clear = { status: 'clear' } as const
    expect(asked(whole, clear, answer(url, assertion()), profile)).toEqual(['badgeClass /class/1', 'revocationList /revoked'])
    expect(asked(whole, clear, answer(url, assertion()), answer(`${home}/class/1`, badgeClass), profile)).toEqual([
      'profile /issuer/1',
      'revocationList /revoked',
    ])
    expect(asked(whole, clear, answer(url, assertion({ badge: badgeClass })), profile)).toEqual(['profile /issuer/1', 'revocationList /revoked'])
    expect(asked(whole, clear, answer(url, whole), profile)).toEqual(['revocationList /revoked'])
  })
  it('do not include one that has answered, until the answer is old', () => {
    const held = (also: object) => [
      answer(url, assertion(), also),
      answer(`${home}/class/1`, badgeClass, also),
      answer(`${home}/issuer/1`, profile, also),
      answer(`${home}/revoked`, list, also),
    ]
    expect(asked(assertion(), { status: 'clear' }, ...held({}))).toEqual([])
    expect(asked(assertion(), { status: 'clear' }, ...held(old))).toEqual([
      'hosted /assertion/1',
      'badgeClass /class/1',
      'profile /issuer/1',
      'revocationList /revoked',
    ])
  })
  it('include one with unsolicited evidence only', () => {
    const rest = [answer(`${home}/class/1`, badgeClass), profile, list]
    expect(asked(assertion(), { status: 'clear' }, ...rest, unasked(url, assertion()))).toEqual(['hosted /assertion/1', 'revocationList /revoked'])
  })
  it('do not include one that answered with 404, but one without an answer', () => {
    const rest = [answer(`${home}/class/1`, badgeClass), answer(`${home}/issuer/1`, profile), answer(`${home}/revoked`, list)]
    expect(asked(assertion(), {}, ...rest, answer(url, {}, { status: 404 }))).toEqual([])
    expect(asked(assertion(), {}, ...rest, answer(url, {}, { status: 503 }))).toEqual(['hosted /assertion/1'])
  })
  it('are none for the status of a revoked badge, and none for an altered one', () => {
    expect(asked(assertion(), { status: 'revoked' }, answer(`${home}/class/1`, badgeClass), profile)).toEqual([])
    for (const integrity of ['altered', 'malformed'] as const) expect(asked(assertion(), { integrity })).toEqual([])
  })
  it('are web addresses only', () => {
    expect(asked(assertion({ id: 'urn:uuid:1', badge: 'http://' }), {})).toEqual([])
    expect(asked(assertion({ id: null, badge: { ...badgeClass, issuer: 'urn:x' } }), {})).toEqual([])
  })
})

it('include the address of a badge of which only that is known', () => {
  const { credential } = credentialOf(JSON.stringify(assertion()))
  const address = {
    kind: 'credential' as const,
    source: 'a.png',
    container: 'png' as const,
    credential,
    secured: { kind: 'address' as const, url },
    problems: [],
  }
  expect(courierAddresses(address, open, knowing([]), staleBefore)).toEqual([{ url, why: 'hosted' }])
})

describe('addresses of a signed badge', () => {
  const status = (entry: JsonObject) => badge('did:web:example.ac.jp:users:a', { credentialStatus: entry })
  const signed: Partial<Verdict> = { integrity: 'intact', issuer: 'registered' }
  const bits = status({ type: 'BitstringStatusListEntry', statusListCredential: `${home}/status/1#7`, statusListIndex: '7' })
  const bitList: JsonObject = {
    id: `${home}/status/1`,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: 'x',
    credentialSubject: { type: 'BitstringStatusList', encodedList: 'u' },
  }
  it('include its status list where that is not stored', () => {
    expect(asked(bits, signed)).toEqual(['statusList /status/1'])
    expect(asked(bits, { ...signed, status: 'clear' }, bitList)).toEqual([])
    expect(asked(bits, { ...signed, status: 'clear' }, answer(`${home}/status/1`, bitList))).toEqual([])
    expect(asked(bits, { ...signed, status: 'clear' }, answer(`${home}/status/1`, bitList, old))).toEqual(['statusList /status/1'])
  })
  it('include its status list where the stored one cannot be used', () => {
    expect(asked(bits, { ...signed, status: 'invalid-list' }, bitList)).toEqual(['statusList /status/1'])
  })
  it('include lists of other types by their own name, and none of an unknown type', () => {
    expect(asked(status({ type: '1EdTechRevocationList', id: `${home}/revoked` }), signed)).toEqual(['revocationList /revoked'])
    expect(asked(status({ type: '1EdTechRevocationList', id: `${home}/revoked` }), { ...signed, status: 'clear' }, list)).toEqual([])
    expect(asked(status({ type: 'SomethingElse', id: `${home}/x` }), signed)).toEqual([])
    expect(asked(status({ type: 'BitstringStatusListEntry' }), signed)).toEqual([])
  })
  it('include the document of its key where the key was not found: did:web by its address', () => {
    const proven = (method: string) => badge('did:web:example.ac.jp%3A8443:users:a', { proof: { type: 'DataIntegrityProof', verificationMethod: method } })
    const unresolved: Partial<Verdict> = { integrity: 'unsupported', issuer: 'unresolved', status: 'none' }
    expect(asked(proven('did:web:example.ac.jp%3A8443:users:a#key-1'), unresolved)).toEqual(['keyDocument https://example.ac.jp:8443/users/a/did.json'])
    expect(asked(proven('did:web:example.org#key-1'), unresolved)).toEqual([
      'keyDocument https://example.org/.well-known/did.json',
      'keyDocument https://example.ac.jp:8443/users/a/did.json',
    ])
    expect(asked(proven('https://example.org/keys#1'), unresolved)[0]).toBe('keyDocument https://example.org/keys')
    expect(asked(proven('did:web:example.org#key-1'), { ...unresolved, issuer: 'registered' })).toEqual([])
  })
  it('are none for a badge without an issuer', () => {
    const { issuer: _, ...withoutIssuer } = badge('x', { proof: { type: 'DataIntegrityProof', verificationMethod: 'urn:x#1' } })
    expect(asked(withoutIssuer, { integrity: 'unsupported', issuer: 'unresolved', status: 'none' })).toEqual([])
  })
})
