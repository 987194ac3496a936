import { describe, expect, it } from 'vitest'
import { normalForm } from '../../../electron/parser'
import { addressesOf, dependenciesOf, isAffected } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, tokenOf } from '../../fixtures/parser/documents'
import { badge, contextWith, credentialOf, evidence, supportOf } from './stage'

/** Could these documents, once stored with `others`, change the verdict on the credential? */
const touches = (credential: JsonObject | string, documents: readonly (JsonObject | string)[], others: readonly (JsonObject | string)[] = []): boolean => {
  const parsed = credentialOf(typeof credential === 'string' ? credential : JSON.stringify(credential))
  return isAffected(dependenciesOf(parsed), new Set(documents.map(supportOf).flatMap(addressesOf)), contextWith([], [...others, ...documents]))
}

const issuer = 'https://issuer.example/profile'
const method = (id: string): JsonObject => ({
  id,
  type: 'Multikey',
  controller: issuer,
  publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
})
const proof = (verificationMethod: string): JsonObject => ({ type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', verificationMethod })
const status = (statusListCredential: string): JsonObject => ({ type: 'BitstringStatusListEntry', statusListCredential, statusListIndex: '1' })
const list = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer,
  credentialSubject: { type: 'BitstringStatusList', encodedList: 'u' },
  ...more,
})
const jwks = (kid: string): JsonObject => ({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid }] })

describe('the verdict on a badge is affected by', () => {
  it('the document of its issuer, and not by that of another issuer', () => {
    expect(touches(badge(issuer), [{ id: issuer, type: 'Profile', name: '例示大学' }])).toBe(true)
    expect(touches(badge(issuer), [{ id: 'https://other.example/profile', type: 'Profile', name: '他の大学' }])).toBe(false)
  })

  it('a document with the key its proof names, whichever document holds it', () => {
    const signed = badge(issuer, { proof: proof('https://keys.example/1#a') })
    expect(touches(signed, [method('https://keys.example/1#a')])).toBe(true)
    expect(touches(signed, [{ id: 'https://keys.example/1', verificationMethod: [] }])).toBe(true)
    expect(touches(signed, [method('https://keys.example/2#a')])).toBe(false)
  })

  it('a set of keys with the bare name in its token, or with that name under the issuer', () => {
    const token = tokenOf({ ...badge(issuer), iss: issuer }, { alg: 'EdDSA', kid: 'key-1' })
    expect(touches(token, [jwks('key-1')])).toBe(true)
    expect(touches(token, [method(`${issuer}#key-1`)])).toBe(true)
    expect(touches(token, [jwks('key-2')])).toBe(false)
  })

  it('its status list, whichever entry of the list is named', () => {
    const listed = badge(issuer, { credentialStatus: status('https://issuer.example/status/1#5') })
    expect(touches(listed, [list('https://issuer.example/status/1')])).toBe(true)
    expect(touches(listed, [list('https://issuer.example/status/1#list')])).toBe(true)
    expect(touches(listed, [list('https://issuer.example/status/2')])).toBe(false)
  })

  it('a key that its list was signed with, as JSON or as a token', () => {
    const listed = badge(issuer, { credentialStatus: status('https://issuer.example/status/1') })
    const signed = list('https://issuer.example/status/1', { proof: proof('https://keys.example/lists') })
    const token = tokenOf(list('https://issuer.example/status/1'), { alg: 'EdDSA', kid: 'lists' })
    expect(touches(listed, [method('https://keys.example/lists')], [signed])).toBe(true)
    expect(touches(listed, [jwks('lists')], [token, signed])).toBe(true)
    expect(touches(listed, [jwks('badges')], [token, signed])).toBe(false)
    expect(touches(listed, [jwks('lists')])).toBe(false)
  })

  it('a key of the issuer that the list names by its fragment alone; each list is read once', () => {
    const listed = credentialOf(JSON.stringify(badge(issuer, { credentialStatus: status('https://issuer.example/status/1') })))
    const context = contextWith([], [list('https://issuer.example/status/1', { proof: proof('#lists') })])
    const affectedBy = (address: string) => isAffected(dependenciesOf(listed), new Set([address]), context)
    expect([affectedBy(`${issuer}#lists`), affectedBy(`${issuer}#others`)]).toEqual([true, false])
  })

  it('evidence about its own address, or about an address that redirected to it', () => {
    const id = String(hostedBadge.id)
    const served = { url: id, body: JSON.stringify(hostedBadge) }
    expect(touches(hostedBadge, [evidence(served)])).toBe(true)
    expect(touches(hostedBadge, [evidence({ url: 'https://short.example/1', body: '{}', finalUrl: id })])).toBe(true)
    expect(touches(hostedBadge, [evidence({ url: 'https://badge.example.org/other', body: '{}' })])).toBe(false)
  })

  it('a document in evidence, by the id of the document', () => {
    const body = JSON.stringify({ id: 'did:web:issuer.example', verificationMethod: [method('did:web:issuer.example#1')] })
    expect(touches(badge('did:web:issuer.example'), [evidence({ url: 'https://issuer.example/.well-known/did.json', body })])).toBe(true)
  })

  it('the profile, the key and the revocation list of its Open Badges 2.0 badge class', () => {
    const { badge: _, ...rest } = hostedBadge
    const assertion = { ...rest, badge: 'https://badge.example.org/BadgeClass/1' }
    const badgeClass = { id: assertion.badge, type: 'BadgeClass', name: '研修', criteria: '修了', issuer: 'https://badge.example.org/Issuer/1' }
    const profile = {
      id: 'https://badge.example.org/Issuer/1',
      type: 'Issuer',
      name: '例示機構',
      url: 'https://badge.example.org',
      publicKey: 'https://badge.example.org/keys/1',
      revocationList: 'https://badge.example.org/revoked',
    }
    expect(touches(assertion, [badgeClass])).toBe(true)
    expect(touches(assertion, [profile])).toBe(false)
    expect(touches(assertion, [profile], [badgeClass])).toBe(true)
    const revoked = { id: profile.revocationList, type: 'RevocationList', issuer: profile.id, revokedAssertions: [] }
    const publicKey = { id: profile.publicKey, type: 'CryptographicKey', owner: profile.id, publicKeyPem: '-' }
    expect(touches(assertion, [revoked], [badgeClass, profile])).toBe(true)
    expect(touches(assertion, [publicKey], [badgeClass, profile])).toBe(true)
    expect(touches(assertion, [revoked, publicKey], [badgeClass])).toBe(false)
    // A signed list counts whatever its address is.
    expect(touches(assertion, [tokenOf(revoked, { alg: 'RS256', kid: '1' })], [badgeClass])).toBe(true)
  })

  it('evidence about its address where the file holds only that', () => {
    const url = 'https://badge.example.org/assertions/1'
    const only = { ...credentialOf(JSON.stringify(hostedBadge)), secured: { kind: 'address' as const, url } }
    const addresses = (at: string) => new Set(addressesOf(supportOf(evidence({ url: at, body: '{}' }))))
    const withoutIssuer = { ...only, credential: { ...only.credential, issuer: { id: null, name: null, url: null } } }
    expect([
      isAffected(dependenciesOf(withoutIssuer), addresses(url), contextWith()),
      isAffected(dependenciesOf(withoutIssuer), addresses(`${url}0`), contextWith()),
    ]).toEqual([true, false])
  })
})

describe('the key named by an Open Badges badge', () => {
  const signed = (verification: JsonObject) => tokenOf({ ...hostedBadge, id: 'urn:uuid:1', ...verification }, { alg: 'RS256' })
  const publicKey = { id: 'https://keys.example/1', type: 'CryptographicKey', owner: 'https://badge.example.org/Issuer/1', publicKeyPem: '-' }

  it('is a dependency as an address, written out, and in the member of Open Badges 1.1', () => {
    expect(touches(signed({ verification: { type: 'SignedBadge', creator: publicKey.id } }), [publicKey])).toBe(true)
    expect(touches(signed({ verification: { type: 'SignedBadge', creator: publicKey } }), [publicKey])).toBe(true)
    expect(touches(signed({ verification: undefined as never, verify: { type: 'signed', url: publicKey.id } }), [publicKey])).toBe(true)
    expect(touches(signed({ verification: { type: 'SignedBadge', creator: 'https://keys.example/2' } }), [publicKey])).toBe(false)
  })
})

it('unreadable evidence has no addresses', () => {
  const broken = { ...supportOf(evidence({ url: 'https://a.example/1', body: '{}' })), ...normalForm({ kind: 'tekizai-evidence', version: 2 }) }
  expect(addressesOf(broken)).toEqual([])
})
