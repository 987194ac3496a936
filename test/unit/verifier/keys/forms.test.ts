import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { jwkKey } from '../../../../electron/verifier/keys/jwk'
import { methodKey } from '../../../../electron/verifier/keys/material'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import { pemKey } from '../../../../electron/verifier/keys/pem'
import { ecSigner, ed25519Signer, multibase, rsaSigner, type Signer } from '../stage'

const pemOf = ({ jwk }: Signer) =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString()
const codeOf = (reading: ReturnType<typeof jwkKey>) => (reading.ok ? 'ok' : reading.problem.code)

describe('one key in several forms', () => {
  it.each([
    ['Ed25519', ed25519Signer()],
    ['P-256', ecSigner('P-256')],
    ['P-384', ecSigner('P-384')],
  ])('has one thumbprint as multikey, JWK and PEM: %s', (type, signer) => {
    const readings = [multikey(multibase(signer)), jwkKey(signer.jwk), pemKey(pemOf(signer))]
    expect(readings.map((reading) => reading.ok && reading.value.type)).toEqual([type, type, type])
    expect(new Set(readings.map((reading) => reading.ok && reading.value.thumbprint)).size).toBe(1)
  })

  it('reads RSA as JWK, PEM and did:key alike, but nothing below 2048 bits', () => {
    const signer = rsaSigner()
    const pkcs1 = createPublicKey({ key: { ...signer.jwk }, format: 'jwk' }).export({ format: 'der', type: 'pkcs1' })
    const readings = [jwkKey(signer.jwk), pemKey(pemOf(signer)), multikey(`z${base58.encode(Buffer.concat([Buffer.from([0x85, 0x24]), pkcs1]))}`)]
    expect(new Set(readings.map((reading) => (reading.ok ? reading.value.thumbprint : reading.problem.code))).size).toBe(1)
    expect(codeOf(jwkKey(rsaSigner(1024).jwk))).toBe('key.too-short')
  })

  it('refuses an RSA key with the exponent 1, with which everybody can sign', () => {
    expect(codeOf(jwkKey({ ...rsaSigner().jwk, e: 'AQ' }))).toBe('key.malformed')
  })

  it('reads the legacy forms of verification methods', () => {
    const signer = ed25519Signer()
    const x = Buffer.from(String(signer.jwk.x), 'base64url')
    const methods = [
      { type: 'Ed25519VerificationKey2020', publicKeyMultibase: multibase(signer) },
      { type: 'Ed25519VerificationKey2018', publicKeyBase58: base58.encode(x) },
      { type: 'JsonWebKey2020', publicKeyJwk: signer.jwk },
      { type: 'CryptographicKey', publicKeyPem: pemOf(signer) },
    ]
    expect(new Set(methods.map((method) => methodKey(method)?.ok && methodKey(method))).size).toBeGreaterThan(0)
    expect(methods.map((method) => methodKey(method)?.ok)).toEqual([true, true, true, true])
  })
})

describe('keys that are refused', () => {
  it('a JWK with a private member, of any kind', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    expect(codeOf(jwkKey({ ...privateKey.export({ format: 'jwk' }) } as Parameters<typeof jwkKey>[0]))).toBe('key.private-member')
    expect(codeOf(jwkKey({ kty: 'oct', k: 'c2VjcmV0' }))).toBe('key.private-member')
    expect(codeOf(pemKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()))).toBe('key.private-member')
  })

  it('a JWK for encryption, padded base64url, short coordinates, a point off the curve', () => {
    const { jwk } = ecSigner('P-256')
    expect(codeOf(jwkKey({ ...jwk, use: 'enc' }))).toBe('key.malformed')
    expect(codeOf(jwkKey({ ...jwk, key_ops: ['deriveKey'] }))).toBe('key.malformed')
    expect(codeOf(jwkKey({ ...jwk, x: `${String(jwk.x)}=` }))).toBe('key.malformed')
    expect(codeOf(jwkKey({ ...jwk, x: String(jwk.x).slice(0, 20) }))).toBe('key.malformed')
    expect(codeOf(jwkKey({ ...jwk, y: String(jwk.x) }))).toBe('key.malformed')
  })

  it('a multikey with another base, an unknown codec, a wrong length', () => {
    const text = multibase(ed25519Signer())
    expect(codeOf(multikey(`u${text.slice(1)}`))).toBe('key.malformed')
    expect(codeOf(multikey(`z${base58.encode(Buffer.concat([Buffer.from([0x9f, 0x01]), Buffer.alloc(32, 3)]))}`))).toBe('key.malformed')
    expect(codeOf(multikey(`z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.alloc(31, 3)]))}`))).toBe('key.malformed')
  })

  it('a known type that is not implemented is unsupported, not malformed', () => {
    expect(codeOf(multikey(`z${base58.encode(Buffer.concat([Buffer.from([0xe7, 0x01]), Buffer.alloc(33, 2)]))}`))).toBe('key.unsupported-type')
    expect(codeOf(jwkKey({ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }))).toBe('key.unsupported-type')
  })
})
