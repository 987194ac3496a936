import { describe, expect, it } from 'vitest'
import { parse } from '../../../electron/parser'
import { dependenciesOf, verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { compact, contextWith, credentialOf, evidence, issuer, key, rsaSigner } from './stage'

const home = 'https://badge.example.jp'
const url = `${home}/assertion/1`
const badgeClass: JsonObject = { id: `${home}/badge/1`, type: 'BadgeClass', name: '地域防災リーダー', criteria: 'x', issuer: `${home}/issuer/1` }
/** An assertion whose badge class, and so its issuer, is given by its address alone. */
const assertion = (verification: JsonObject): JsonObject => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: url,
  recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
  badge: `${home}/badge/1`,
  verification,
  issuedOn: '2025-06-14T00:00:00+09:00',
})
const hosted = JSON.stringify(assertion({ type: 'HostedBadge' }))
const verdictOf = (text: string, held = contextWith()) => verify(credentialOf(text), held)

describe('a hosted badge that names its badge class by address', () => {
  const seen = evidence({ url, body: hosted })
  it('has the registered name of the issuer that the badge class’s own address names, once its own confirmed it; a file gives no name', async () => {
    const register = [issuer(`${home}/issuer/1`, [], '地域防災教育協議会', null)]
    const both = evidence({ url, body: hosted }, { url: `${home}/badge/1`, body: JSON.stringify(badgeClass) })
    expect(await verdictOf(hosted, contextWith(register, [both]))).toMatchObject({ grade: 'confirmed', issuerName: '地域防災教育協議会' })
    expect(await verdictOf(hosted, contextWith(register, [badgeClass, seen]))).toMatchObject({ grade: 'unproven', issuerName: null })
  })
  it('has no name where the issuer is not registered', async () => {
    const both = evidence({ url, body: hosted }, { url: `${home}/badge/1`, body: JSON.stringify(badgeClass) })
    expect(await verdictOf(hosted, contextWith([], [both]))).toMatchObject({ grade: 'confirmed', issuerName: null })
  })
  it('is not confirmed before the address of its class has served the class', async () => {
    for (const held of [[seen], [badgeClass, seen]]) {
      const found = await verdictOf(hosted, contextWith([issuer(`${home}/issuer/1`)], held))
      expect(found).toMatchObject({ grade: 'unproven', counts: false, issuerName: null })
      expect(found.problems).toContainEqual({ code: 'hosted.origin-unproven', at: '/badge', detail: `${home}/badge/1` })
    }
  })
  it('is not confirmed where the badge class inside has a context that its address did not serve', async () => {
    const served = { ...assertion({ type: 'HostedBadge' }), badge: badgeClass }
    const file = (own: JsonObject) => JSON.stringify({ ...served, badge: { ...badgeClass, ...own } })
    const held = contextWith([], [evidence({ url, body: JSON.stringify(served) })])
    expect(await verdictOf(file({ '@context': 'https://w3id.org/openbadges/v2' }), held)).toMatchObject({ grade: 'confirmed' })
    expect(await verdictOf(file({ '@context': { name: 'https://evil.example/other' } }), held)).toMatchObject({ grade: 'unproven' })
  })
  it('is not completed from stored documents without an address', async () => {
    expect(await verdictOf(hosted, contextWith([], [{ type: 'Issuer', name: '地域防災教育協議会' }, { keys: [rsaSigner().jwk] }]))).toMatchObject({
      grade: 'unproven',
      axes: { status: { value: 'unknown' } },
    })
  })
})

describe('the hosts an issuer allows', () => {
  const inside = { id: 'https://badges.other.example/1', type: 'BadgeClass', name: 'x', issuer: `${home}/issuer/1` }
  const rules = (verification: JsonObject): JsonObject => ({ id: `${home}/issuer/1`, type: 'Issuer', name: '協議会', verification })
  const findingOf = async (held: readonly JsonObject[], badge: JsonObject = inside) => {
    const { grade, axes } = await verdictOf(JSON.stringify({ ...assertion({ type: 'HostedBadge' }), badge }), contextWith([], held))
    return [grade, axes.issuer.value, axes.issuer.at]
  }
  const own = (verification: JsonObject) => [evidence({ url: `${home}/issuer/1`, body: JSON.stringify(rules(verification)) })]
  it('apply to the badge class too: on any other host it is a mismatch, by the issuer’s own address', async () => {
    expect(await findingOf(own({ type: 'VerificationObject' }))).toEqual(['rejected', 'mismatch', '/badge'])
    expect(await findingOf(own({ allowedOrigins: ['badges.other.example'] }))).toEqual(['unproven', 'unauthenticated', undefined])
  })
  it('are not known from a file, which neither allows nor refuses', async () => {
    for (const held of [[], [rules({ type: 'VerificationObject' })], [rules({ allowedOrigins: ['badges.other.example'] })]])
      expect(await findingOf(held)).toEqual(['unproven', 'unauthenticated', undefined])
  })
  it('are texts that name a host', async () => {
    expect(await findingOf(own({ allowedOrigins: [5, '[', null], startsWith: [5] }))).toEqual(['rejected', 'mismatch', '/badge'])
  })
  it('do not matter to a badge class without an address', async () => {
    expect(await findingOf([], { ...inside, id: 'urn:uuid:1' })).toEqual(['unproven', 'unauthenticated', undefined])
  })
})

it('a registered name without an English one is compared with claimed names', async () => {
  const claimed = { id: `${home}/badge/1`, type: 'BadgeClass', name: 'x', issuer: { id: `${home}/issuer/9`, type: 'Issuer', name: '中央犬学' } }
  const found = await verdictOf(
    JSON.stringify({ ...assertion({ type: 'HostedBadge' }), badge: claimed }),
    contextWith([issuer('did:web:chuo-u.example', [], '中央大学', null)]),
  )
  expect(found.problems).toContainEqual({ code: 'issuer.look-alike', at: '/issuer/name', detail: '中央大学' })
})

describe('a signed badge that names its badge class by address', () => {
  const signer = rsaSigner()
  it('belongs to its registered issuer through the stored badge class', async () => {
    const text = await compact(assertion({ type: 'SignedBadge', creator: `${home}/keys/1` }), {}, signer)
    const register = [issuer(`${home}/issuer/1`, [key(`${home}/keys/1`, signer)], '地域防災教育協議会')]
    expect(await verdictOf(text, contextWith(register, [badgeClass]))).toMatchObject({ grade: 'verified', issuerName: '地域防災教育協議会' })
    expect(await verdictOf(text, contextWith(register))).toMatchObject({ grade: 'unproven', issuerName: null })
  })
  it('depends on its creator, the address of the badge class, and the key its header names', async () => {
    const text = await compact(assertion({ type: 'SignedBadge', creator: `${home}/keys/1` }), { kid: `${home}/keys/2` }, signer)
    expect(dependenciesOf(credentialOf(text))).toEqual({
      issuerId: null,
      keyIds: [`${home}/keys/2`, `${home}/keys/1`, `${home}/badge/1`],
      listUrls: [],
      hostedUrl: null,
      badge: `${home}/badge/1`,
    })
  })
})

it('an assertion of the type of signed badges without a signature is unsigned, with an unknown status', async () => {
  const found = await verdictOf(JSON.stringify(assertion({ type: 'SignedBadge' })))
  expect([found.grade, found.axes.integrity.value, found.axes.status.value]).toEqual(['unproven', 'unsigned', 'unknown'])
  const revoked = await verdictOf(JSON.stringify({ ...assertion({ type: 'SignedBadge' }), revoked: true }))
  expect(revoked.axes.status.value).toBe('revoked')
})

it('a badge of which only the address is known depends on that address', () => {
  const [found] = parse({ kind: 'envelope', source: 'b.png', container: 'png', baked: 'openbadges', payload: { kind: 'url', url }, problems: [] })
  if (found?.kind !== 'credential') throw new Error('a credential')
  expect(dependenciesOf(found)).toEqual({ issuerId: null, keyIds: [], listUrls: [], hostedUrl: url, badge: null })
})
