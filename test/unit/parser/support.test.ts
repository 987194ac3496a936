import { describe, expect, it } from 'vitest'
import { readRegister } from '../../../electron/parser'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { credentialIn, parseDocument, parseText } from './parseText'

const statusList = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://example.ac.jp/status/1',
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:web:example.ac.jp',
  credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uH4sI' },
}

describe('supporting documents', () => {
  it.each([
    ['statusList', statusList],
    ['statusList', { ...statusList, type: ['VerifiableCredential', 'StatusList2021Credential'] }],
    ['statusList', { ...statusList, type: ['VerifiableCredential'] }],
    ['revocationList', { id: 'https://example.org/r', type: 'RevocationList', revokedAssertions: [] }],
    ['revocationList', { id: 'https://example.org/r', issuer: 'https://example.org', revokedCredential: [{ id: 'urn:1' }] }],
    [
      'profile',
      { '@context': 'https://w3id.org/openbadges/v2', id: 'https://example.org/i', type: 'Issuer', name: '例示機構', publicKey: 'https://example.org/k' },
    ],
    ['profile', { id: 'https://example.org/i', type: ['Profile'], name: '例示大学' }],
    ['badgeClass', { id: 'https://example.org/b', type: 'BadgeClass', name: 'x' }],
    ['badgeClass', { id: 'https://example.org/b', name: 'x', criteria: 'https://example.org/c', issuer: 'https://example.org/i' }],
    ['keyDocument', { '@context': 'https://www.w3.org/ns/did/v1', id: 'did:web:example.ac.jp', verificationMethod: [] }],
    ['keyDocument', { id: 'https://example.org/k', type: 'CryptographicKey', owner: 'https://example.org/i', publicKeyPem: 'x' }],
    ['keyDocument', { id: 'did:web:x#1', type: 'Multikey', controller: 'did:web:x', publicKeyMultibase: 'z6Mk' }],
  ])('are recognised as %s', (type, document) => {
    expect(parseDocument(document)).toEqual([
      { kind: 'support', source: 'a.json', type, id: document.id, document, raw: document, text: JSON.stringify(document), problems: [] },
    ])
  })
  it('are recognised as jwks, which needs no id', () => {
    expect(parseDocument({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: '' }] })).toMatchObject([{ type: 'jwks', id: null, problems: [] }])
  })
  it('are flagged where they need an id and have none', () => {
    expect(parseDocument({ type: 'Issuer', name: 'x' })).toMatchObject([{ type: 'profile', id: null, problems: [{ code: 'support.no-id' }] }])
  })
  it('keep the token a status list came in', () => {
    const token = tokenOf(statusList, { typ: 'vc+jwt' })
    expect(parseText(token)).toMatchObject([{ kind: 'support', type: 'statusList', id: statusList.id, text: token, document: { id: statusList.id } }])
  })
  it('do not include a badge that carries a list', () => {
    expect(credentialIn({ ...openBadge3, credentialSubject: { encodedList: 'x', type: 'BitstringStatusList' } }).credential.standard).toBe('OB3')
  })
})

describe('other credentials', () => {
  it('are VC where they are no badge', () => {
    expect(
      credentialIn({ '@context': [], id: 'urn:1', type: ['VerifiableCredential'], issuer: 'did:key:z', credentialSubject: { id: 'did:key:y' } }),
    ).toMatchObject({ credential: { standard: 'VC' }, problems: [{ code: 'document.empty-member', at: '/@context' }] })
    expect(credentialIn({ ...openBadge3, type: ['VerifiableCredential', 'EndorsementCredential'] }).credential.standard).toBe('VC')
  })
  it('are Blockcerts of both generations by their proof', () => {
    expect(credentialIn({ ...hostedBadge, signature: { type: ['MerkleProof2017', 'Extension'] } }).credential).toMatchObject({
      standard: 'Blockcerts',
      name: '情報セキュリティ',
    })
    expect(credentialIn({ ...openBadge3, proof: { type: 'MerkleProof2019' } }).credential).toMatchObject({ standard: 'Blockcerts', name: '防災基礎' })
  })
  it.each([{}, { a: 1 }, { type: 'Recipe', name: 'x' }])('%j is of no known kind', (document) => {
    expect(parseDocument(document)).toMatchObject([{ kind: 'unreadable', problem: { code: 'document.unknown-kind' } }])
  })
})

describe('evidence', () => {
  it('is accepted in its shape and refused in another, with the place', () => {
    const fetched = { url: 'https://example.org/1', fetchedOn: '2026-04-01T00:00:00Z', status: 200, body: '{}' }
    expect(parseDocument({ kind: 'tekizai-evidence', version: 1, fetched: [fetched] })).toMatchObject([{ kind: 'support', type: 'evidence', problems: [] }])
    expect(parseDocument({ kind: 'tekizai-evidence', version: 1, fetched: [fetched, { ...fetched, fetchedOn: 'today' }] })).toMatchObject([
      { kind: 'unreadable', problem: { code: 'evidence.shape', at: '/fetched/1' } },
    ])
    expect(parseDocument({ kind: 'tekizai-evidence', version: 2, fetched: [] })).toMatchObject([{ problem: { code: 'evidence.shape', at: '/version' } }])
  })
})

describe('readRegister', () => {
  const key = { id: 'did:web:example.ac.jp#key-1', publicKeyMultibase: 'z6Mk', validFrom: '2026-04-01T00:00:00+09:00', validUntil: null }
  const issuer = {
    id: 'did:web:example.ac.jp',
    name: '例示大学',
    nameEn: 'Example University',
    confirmedBy: '人事課',
    confirmedOn: '2026-04-01',
    how: '公文書で受領',
    keys: [key],
  }
  const register = (...issuers: readonly object[]): JsonObject => JSON.parse(JSON.stringify({ kind: 'tekizai-issuer-register', version: 1, issuers }))
  it('returns every issuer with its keys', () => {
    const { publicKeyMultibase, ...period } = key
    expect(readRegister(register(issuer, { id: 'did:key:z6Mk', name: '別' }))).toEqual({
      ok: true,
      value: {
        issuers: [
          { ...issuer, keys: [{ ...period, material: { publicKeyMultibase } }] },
          { id: 'did:key:z6Mk', name: '別', nameEn: null, confirmedBy: '', confirmedOn: '', how: '', keys: [] },
        ],
      },
    })
  })
  it('takes keys as JWK and PEM', () => {
    const forms = [{ publicKeyJwk: { kty: 'OKP' } }, { publicKeyPem: 'x' }]
    expect(readRegister(register({ ...issuer, keys: forms }))).toMatchObject({
      ok: true,
      value: { issuers: [{ keys: forms.map((material) => ({ id: issuer.id, material, validFrom: null })) }] },
    })
  })
  it.each([
    [[{ ...issuer, name: 5 }], '/issuers/0/name'],
    [[{ name: 'x' }], '/issuers/0/id'],
    [[issuer, issuer], '/issuers/1/id'],
    [[{ ...issuer, keys: [{ id: 'x' }] }], '/issuers/0/keys/0'],
    [[{ ...issuer, keys: [{ ...key, publicKeyPem: 'y' }] }], '/issuers/0/keys/0'],
    [[{ ...issuer, keys: [{ ...key, validUntil: 'soon' }] }], '/issuers/0/keys/0/validUntil'],
    [[{ ...issuer, how: 1 }], '/issuers/0/how'],
  ])('refuses %j at its place', (issuers, at) => {
    expect(readRegister(register(...issuers))).toEqual({ ok: false, problem: { code: 'register.shape', at } })
    expect(parseDocument(register(...issuers))).toMatchObject([{ kind: 'unreadable', problem: { code: 'register.shape', at } }])
  })
})
