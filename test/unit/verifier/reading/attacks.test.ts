import { describe, expect, it } from 'vitest'
import { credentialKey, endorsementsOf } from '../../../../electron/parser'
import { verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { compact, contextWith, credentialOf, evidence, issuer, key, rsaSigner } from '../stage'

/* Badges that parser and verifier once read differently. */

const university = 'https://chuo-u.example/issuer'
const attacker = 'https://stranger.example'
const context = 'https://w3id.org/openbadges/v2'
const served = (address: string, document: JsonObject) => ({ url: address, body: JSON.stringify(document) })

describe('a badge on the attacker’s own web site that names class and issuer of a university by @id', () => {
  const url = `${attacker}/assertion/1`
  const badge = (inClass: JsonObject, also: JsonObject = {}): JsonObject => ({
    '@context': context,
    type: 'Assertion',
    id: url,
    recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
    badge: { type: 'BadgeClass', name: '高度情報処理', criteria: { narrative: '修了' }, ...inClass },
    verification: { type: 'HostedBadge' },
    issuedOn: '2026-04-01T00:00:00+09:00',
    ...also,
  })
  const theirs = 'https://chuo-u.example/class/1'
  it.each([
    ['as it was found', badge({ '@id': theirs, issuer: { '@id': university, '@type': 'Issuer', name: '中央大学' } })],
    ['the issuer alone by @id', badge({ id: `${attacker}/class/1`, issuer: { '@id': university, name: '中央大学' } })],
    ['the class alone by @id', badge({ '@id': theirs, issuer: `${attacker}/issuer` })],
    ['both by nothing but their address', badge({ '@id': theirs, issuer: { '@id': university } })],
    ['both in lists', { ...badge({}), badge: [{ '@id': theirs, type: 'BadgeClass', name: 'x', issuer: [{ '@id': university }] }] }],
    ['both with the prefix of the vocabulary', { ...badge({}), badge: null, 'obi:badge': { id: theirs, name: 'x', 'obi:issuer': university } }],
    ['the class by its address, the issuer beside it', { ...badge({}), badge: { '@id': theirs }, issuer: { '@id': university, name: '中央大学' } }],
    [
      'a class of its own by its address, the issuer beside it',
      { ...badge({}), badge: `${attacker}/class/1`, issuer: { '@id': university, name: '中央大学' } },
    ],
    [
      'another address to be verified at',
      badge({ '@id': theirs, issuer: { '@id': university } }, { id: 'https://chuo-u.example/assertion/1', verification: { type: 'hosted', url } }),
    ],
  ] as const)('is never confirmed by the answer of its own host: %s', async (_, document) => {
    const own = { '@context': context, type: 'BadgeClass', id: `${attacker}/class/1`, name: 'x', issuer: { '@id': university } }
    const answers = [
      served(url, document),
      served(`${attacker}/class/1`, own),
      served(`${attacker}/issuer`, { type: 'Issuer', id: `${attacker}/issuer`, name: 'x' }),
    ]
    for (const held of [
      [evidence(...answers)],
      [own, evidence(...answers)],
      [{ type: 'Issuer', id: university, name: '中央大学', verification: { allowedOrigins: ['stranger.example'] } }, evidence(...answers)],
    ]) {
      const found = await verify(credentialOf(JSON.stringify(document)), contextWith([issuer(university)], held))
      // Rejected where the issuer's own address contradicts it, undecided otherwise.
      expect(['unproven', 'rejected']).toContain(found.grade)
      expect([found.counts, found.issuerName]).toEqual([false, null])
    }
  })
})

it('an endorsement on the attacker’s own web site in the name of a university is not confirmed, with any spelling of its issuer', async () => {
  const url = `${attacker}/endorsement/1`
  const badge = (issuer: JsonObject[string]): JsonObject => ({
    '@context': context,
    type: 'Assertion',
    id: 'https://badge.example.jp/1',
    recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
    badge: { type: 'BadgeClass', id: 'https://badge.example.jp/class/1', name: 'x', criteria: 'x', issuer: 'https://badge.example.jp/issuer' },
    verification: { type: 'HostedBadge' },
    issuedOn: '2026-04-01T00:00:00+09:00',
    endorsement: {
      '@context': context,
      type: 'Endorsement',
      id: url,
      claim: { id: 'https://badge.example.jp/1', endorsementComment: '良い研修です。' },
      issuer,
      verification: { type: 'HostedBadge' },
      issuedOn: '2026-04-02T00:00:00+09:00',
    },
  })
  const verdictOf = async (document: JsonObject, ...held: readonly JsonObject[]) => {
    const [endorsement] = endorsementsOf(credentialOf(JSON.stringify(document)))
    if (endorsement?.found.kind !== 'credential') throw new Error('an endorsement')
    const answers = evidence(served(url, document.endorsement as JsonObject), ...held.map((one) => served(String(one.id), one)))
    const { grade, issuerName } = await verify(endorsement.found, contextWith([issuer(university)], [answers]))
    return [endorsement.found.credential.issuer.id, grade, issuerName]
  }
  for (const named of [university, { id: university }, { '@id': university, name: '中央大学' }, [university], [{ '@id': university }]])
    expect(await verdictOf(badge(named))).toEqual([university, 'unproven', null])
  const own = { type: 'Issuer', id: university, name: '中央大学', verification: { allowedOrigins: ['stranger.example', 'chuo-u.example'] } }
  expect(await verdictOf(badge({ '@id': university }), own)).toEqual([university, 'confirmed', '中央大学'])
})

describe('a signed badge whose own id is @id', () => {
  const home = 'https://badge.example.jp'
  const signer = rsaSigner()
  const own = { '@context': context, type: 'Issuer', id: `${home}/issuer/1`, name: '協議会', publicKey: `${home}/keys/1`, revocationList: `${home}/revoked` }
  const badge: JsonObject = {
    '@context': context,
    '@type': 'Assertion',
    '@id': `${home}/assertion/1`,
    recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
    badge: { type: 'BadgeClass', id: `${home}/class/1`, name: '地域防災リーダー', criteria: 'x', issuer: `${home}/issuer/1` },
    verification: { type: 'SignedBadge', creator: `${home}/keys/1` },
    issuedOn: '2026-04-01T00:00:00+09:00',
  }
  it('is revoked by the list that names it, and does not count', async () => {
    const text = await compact(badge, {}, signer)
    const list = (...revokedAssertions: readonly (string | JsonObject)[]) => ({
      '@context': context,
      type: 'RevocationList',
      id: `${home}/revoked`,
      issuer: `${home}/issuer/1`,
      revokedAssertions,
    })
    const verdictOf = (revoked: JsonObject) =>
      verify(
        credentialOf(text),
        contextWith(
          [issuer(`${home}/issuer/1`, [key(`${home}/keys/1`, signer)])],
          [own, evidence(served(`${home}/issuer/1`, own), served(`${home}/revoked`, revoked))],
        ),
      )
    expect(await verdictOf(list(`${home}/assertion/2`))).toMatchObject({ grade: 'verified', counts: true, axes: { status: { value: 'clear' } } })
    for (const entry of [`${home}/assertion/1`, { id: `${home}/assertion/1` }, { '@id': `${home}/assertion/1` }])
      expect(await verdictOf(list(entry))).toMatchObject({ grade: 'verified', counts: false, axes: { status: { value: 'revoked' } } })
    expect(credentialKey(credentialOf(text).credential)).toBe(`${home}/issuer/1\n${home}/assertion/1`)
  })
})
