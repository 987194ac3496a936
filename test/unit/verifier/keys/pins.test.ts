import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { pinsOf } from '../../../../electron/verifier'
import { isInsidePeriod } from '../../../../electron/verifier/keys/register'
import { resolveKey } from '../../../../electron/verifier/keys/resolve'
import type { RegisteredKey } from '../../../../shared/model/register'
import { contextWith, didJwkOf, ecSigner, ed25519Signer, issuer, key } from '../stage'

const ask = (method: string, issuerId: string, context = contextWith()) => {
  const finding = resolveKey({ method, carried: null, issuerId, issuedAt: '2026-04-01T00:00:00+09:00' }, context)
  return { value: finding.issuer.value, codes: finding.problems.map(({ code }) => code), hasKey: finding.key !== null }
}

describe('an issuer registered without a key', () => {
  it('is its own key where it is a did:jwk', () => {
    const did = didJwkOf(ecSigner('P-256'))
    expect(ask(`${did}#0`, did, contextWith([issuer(did)]))).toEqual({ value: 'registered', codes: [], hasKey: true })
  })
  it('has none where it is an address', () => {
    expect(pinsOf(issuer('https://example.ac.jp'))).toEqual([])
    expect(ask('https://example.ac.jp#key-1', 'https://example.ac.jp', contextWith([issuer('https://example.ac.jp')]))).toEqual({
      value: 'unresolved',
      codes: ['key.not-held'],
      hasKey: false,
    })
  })
})

describe('a key registered twice over', () => {
  it('shows the name of the entry that pins it', () => {
    const [own, other] = [ed25519Signer(), ed25519Signer()]
    const web = 'did:web:example.ac.jp'
    const context = contextWith([issuer(web, [key(`${web}#1`, other)], '旧名'), issuer(web, [key(`${web}#2`, own)], '新名')])
    const finding = resolveKey({ method: `${web}#2`, carried: null, issuerId: web, issuedAt: null }, context)
    expect(finding.issuer).toMatchObject({ value: 'registered', seen: [{ kind: 'key' }, { kind: 'digest' }, { kind: 'issuer', text: '新名' }] })
  })
})

describe('a key name that several issuers pin', () => {
  const [first, second] = [ed25519Signer(), ed25519Signer()]
  const shared = 'https://keys.example#1'
  const context = contextWith([
    issuer('did:web:a.example', [key('unreadable', { ...first, jwk: { kty: 'OKP' } }), key(shared, first)], '甲大学'),
    issuer('did:web:b.example', [key('#2', first), key(shared, second)], '乙大学'),
    issuer('did:web:c.example', [key('#2', second)], '丙大学'),
  ])
  const holder = (method: string, issuerId: string) => resolveKey({ method, carried: null, issuerId, issuedAt: null }, context).issuer.seen.at(-1)?.text

  it('is the key of the credential’s issuer, wherever that is in the register', () => {
    expect(ask(shared, 'did:web:a.example', context).value).toBe('registered')
    expect(ask(shared, 'did:web:b.example', context).value).toBe('registered')
    expect([holder(shared, 'did:web:a.example'), holder(shared, 'did:web:b.example')]).toEqual(['甲大学', '乙大学'])
  })
  it('is of the first issuer that pins it, for an issuer that does not', () => {
    expect(ask(shared, 'did:web:c.example', context)).toEqual({ value: 'mismatch', codes: ['key.of-another'], hasKey: true })
    expect(holder(shared, 'did:web:c.example')).toBe('did:web:a.example')
  })
  it('that is relative belongs to each issuer separately', () => {
    expect([holder('#2', 'did:web:b.example'), holder('#2', 'did:web:c.example')]).toEqual(['乙大学', '丙大学'])
    expect(ask('#2', 'did:web:a.example', context)).toMatchObject({ value: 'unresolved', hasKey: false })
  })
})

describe('a DID that is a key', () => {
  it('of a type that is not implemented is unresolved', () => {
    const did = `did:key:z${base58.encode(Buffer.concat([Buffer.from([0xe7, 0x01]), Buffer.alloc(33, 2)]))}`
    expect(ask(did, did)).toEqual({ value: 'unresolved', codes: ['key.unsupported-type'], hasKey: false })
  })
  it('as did:jwk has one verification method, #0', () => {
    const did = didJwkOf(ed25519Signer())
    expect(ask(`${did}#1`, did)).toEqual({ value: 'unregistered', codes: ['key.malformed'], hasKey: false })
  })
})

describe('several keys under one name', () => {
  const [one, other] = [ed25519Signer(), ed25519Signer()]
  const https = 'https://example.ac.jp'
  const asked = (keys: readonly RegisteredKey[], issuedAt: string | null = null) =>
    resolveKey({ method: https, carried: null, issuerId: https, issuedAt }, contextWith([issuer(https, keys)]))
  it('give no key: a signature by the other is no forgery', () => {
    expect(asked([key(https, one), key(https, other)])).toMatchObject({ key: null, issuer: { value: 'unresolved' } })
  })
  it('are one key where they are the same, or where only one is in its period', () => {
    expect(asked([key(https, one), key(https, one)]).issuer.value).toBe('registered')
    const rotated = [key(https, one, null, '2026-04-01T00:00:00Z'), key(https, other, '2026-04-01T00:00:00Z')]
    const thumbprints = ['2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z'].map((issuedAt) => asked(rotated, issuedAt).key?.thumbprint)
    expect(new Set(thumbprints).size).toBe(2)
    expect(thumbprints).not.toContain(undefined)
  })
})

describe('the period of a key', () => {
  it.each([
    ['2026-03-31T23:59:59.999+09:00', true],
    ['2026-04-01T00:00:00+09:00', false],
    ['2026-03-31', true],
  ])('that ends on a bare day covers a badge of %s: %s', (issuedAt, inside) => {
    expect(isInsidePeriod({ validFrom: '2025-04-01', validUntil: '2026-03-31' }, issuedAt)).toBe(inside)
  })
  it('that ends at an instant does not cover that instant', () => {
    expect(isInsidePeriod({ validFrom: null, validUntil: '2026-04-01T00:00:00+09:00' }, '2026-04-01T00:00:00+09:00')).toBe(false)
  })
  it('that cannot be read covers nothing', () => {
    expect(isInsidePeriod({ validFrom: 'spring', validUntil: null }, '2026-04-01')).toBe(false)
    expect(isInsidePeriod({ validFrom: null, validUntil: '2026-02-30' }, '2026-02-01')).toBe(false)
  })
})
