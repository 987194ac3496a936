import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { didJwkKey } from '../../../../electron/verifier/keys/didJwk'
import { jwkKey } from '../../../../electron/verifier/keys/jwk'
import { methodKey, registeredMaterial } from '../../../../electron/verifier/keys/material'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import { pemKey } from '../../../../electron/verifier/keys/pem'
import type { KeyReading } from '../../../../electron/verifier/keys/publicKey'
import { verifyPss, verifySignature } from '../../../../electron/verifier/keys/signature'
import type { JsonObject } from '../../../../shared/model/json'
import { didJwkOf, ecSigner, ed25519Signer, multibase, rsaSigner, type Signer } from '../stage'

const codeOf = (reading: KeyReading | null) => (reading === null ? 'none' : reading.ok ? reading.value.type : reading.problem.code)
const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'spki' }).toString()
const publicOf = ({ jwk }: Signer) => createPublicKey({ key: { ...jwk }, format: 'jwk' })
const soundKey = (reading: KeyReading) => {
  if (!reading.ok) throw new Error(reading.problem.code)
  return reading.value
}

describe('a PEM', () => {
  it.each(['brainpoolP256r1', 'prime192v1', 'secp224r1', 'secp521r1', 'secp256k1'])('of the curve %s is unsupported', (namedCurve) => {
    expect(codeOf(pemKey(pem(generateKeyPairSync('ec', { namedCurve }).publicKey)))).toBe('key.unsupported-type')
  })
  it('with a certificate, cut short, too long or no PEM at all is malformed', () => {
    const sound = pem(publicOf(ed25519Signer()))
    const refused = [sound.replaceAll('PUBLIC KEY', 'CERTIFICATE'), sound.replace(/\n.{20}/, '\n'), sound + ' '.repeat(20_000), '']
    expect(refused.map((text) => codeOf(pemKey(text)))).toEqual(refused.map(() => 'key.malformed'))
    expect(codeOf(pemKey(sound))).toBe('Ed25519')
  })
  it('is the same key with any form of its line breaks', () => {
    const rsa = rsaSigner()
    const sound = pem(publicOf(rsa))
    const thumbprint = soundKey(pemKey(sound)).thumbprint
    const breaks = ['\r\n', '\r', ' ', '\n\t', '', '\\n', '\\r\\n', ' \n']
    expect(breaks.map((one) => soundKey(pemKey(sound.replaceAll('\n', one))).thumbprint)).toEqual(breaks.map(() => thumbprint))
    const pkcs1 = publicOf(rsa).export({ format: 'pem', type: 'pkcs1' }).toString()
    expect(soundKey(pemKey(pkcs1)).thumbprint).toBe(thumbprint)
    expect(soundKey(pemKey(`\ufeffBag Attributes\n  ${sound}  `)).thumbprint).toBe(thumbprint)
    const broken = [sound.replace('END PUBLIC', 'END RSA PUBLIC'), sound.replace(/\n.{9}/, '\n!'), sound.replace('-----END', '-----'), sound.replace(/MII/, '')]
    expect(broken.map((text) => codeOf(pemKey(text)))).toEqual(broken.map(() => 'key.malformed'))
  })
})

describe('a JWK', () => {
  const { jwk: p256 } = ecSigner('P-256')
  const { jwk: rsa } = rsaSigner()
  it.each<[string, JsonObject, string]>([
    ['Ed448', { kty: 'OKP', crv: 'Ed448', x: 'AA' }, 'key.unsupported-type'],
    ['X25519', { kty: 'OKP', crv: 'X25519', x: 'AA' }, 'key.unsupported-type'],
    ['Ed25519 without its point', { kty: 'OKP', crv: 'Ed25519' }, 'key.malformed'],
    ['P-521', { kty: 'EC', crv: 'P-521' }, 'key.unsupported-type'],
    ['an unknown curve', { ...p256, crv: 'P-255' }, 'key.unsupported-type'],
    ['a known curve of another type', { ...p256, crv: 'Ed25519' }, 'key.malformed'],
    ['without its curve', { kty: 'OKP', x: 'AA' }, 'key.malformed'],
    ['RSA without exponent', { kty: 'RSA', n: rsa.n ?? null }, 'key.malformed'],
    ['RSA with padding in its modulus', { ...rsa, n: `${String(rsa.n)}=` }, 'key.malformed'],
    ['RSA with the exponent 0', { ...rsa, e: 'AA' }, 'key.malformed'],
    ['RSA with an even exponent', { ...rsa, e: 'BA' }, 'key.malformed'],
    ['RSA without a modulus', { ...rsa, n: '' }, 'key.malformed'],
    ['RSA of 32,768 bits', { ...rsa, n: Buffer.alloc(4096, 0xff).toString('base64url') }, 'key.malformed'],
    ['no type', {}, 'key.malformed'],
    ['a type that every object has', { kty: 'constructor' }, 'key.unsupported-type'],
  ])('%s is refused', (_, jwk, code) => {
    expect(codeOf(jwkKey(jwk))).toBe(code)
  })
  it('of RSA whose modulus the faulty library of some smart cards made is refused (ROCA)', () => {
    const primes = Array.from({ length: 166 }, (_, index) => index + 2).filter((number) =>
      Array.from({ length: number - 2 }, (_, at) => at + 2).every((divisor) => number % divisor !== 0),
    )
    const product = primes.reduce((all, prime) => all * BigInt(prime), 1n)
    let residue = 1n
    for (let power = 0; power < 1000; power++) residue = (residue * 65537n) % product
    const modulus = residue + product * (2n ** 2047n / product + 12345n)
    const jwkOf = (n: bigint): JsonObject => ({ kty: 'RSA', e: 'AQAB', n: Buffer.from(n.toString(16), 'hex').toString('base64url') })
    expect(codeOf(jwkKey(jwkOf(modulus)))).toBe('key.malformed')
    expect(codeOf(jwkKey(jwkOf(modulus + 2n)))).toBe('RSA')
  })
})

describe('a did:jwk', () => {
  const did = (text: string) => `did:jwk:${Buffer.from(text).toString('base64url')}`
  it('that is no base64url, no JSON, or no object is malformed', () => {
    expect([`${didJwkOf(ed25519Signer())}=`, did('{"kty":'), did('[1]'), did('"x"')].map((text) => codeOf(didJwkKey(text)))).toEqual(
      Array(4).fill('key.malformed'),
    )
    expect(codeOf(didJwkKey(didJwkOf(ecSigner('P-384'))))).toBe('P-384')
  })
  it('with an ambiguous text is malformed, and one whose names have escapes is read', () => {
    const text = JSON.stringify(ecSigner('P-256').jwk)
    expect(codeOf(didJwkKey(did(text)))).toBe('P-256')
    expect(codeOf(didJwkKey(did(text.replace('{', '{"crv":"P-384",'))))).toBe('key.malformed')
    expect(codeOf(didJwkKey(did(text.replace('"crv"', '"\\u0063rv"'))))).toBe('P-256')
    expect(codeOf(didJwkKey(did(`\ufeff${text}`)))).toBe('key.malformed')
  })
})

describe('a multikey', () => {
  const of = (...bytes: readonly Uint8Array[]) => `z${base58.encode(Buffer.concat(bytes))}`
  it('of a point or an RSA key of the wrong length is malformed', () => {
    const x = Buffer.from(String(ecSigner('P-256').jwk.x), 'base64url')
    expect(codeOf(multikey(of(Buffer.from([0x80, 0x24, 2]), x.subarray(1))))).toBe('key.malformed')
    expect(codeOf(multikey(of(Buffer.from([0x81, 0x24, 2]), x)))).toBe('key.malformed')
    expect(codeOf(multikey(of(Buffer.from([0x85, 0x24, 0x30, 0x03]))))).toBe('key.malformed')
  })
  it('of an Ed25519 point whose y is not below the prime of the field is malformed', () => {
    expect(codeOf(multikey(of(Buffer.from([0xed, 0x01]), Buffer.alloc(31, 0xff), Buffer.from([0x7f]))))).toBe('key.malformed')
  })
  it('of another base or with a character that base58 lacks is malformed', () => {
    expect(codeOf(multikey('z0OIl'))).toBe('key.malformed')
    expect(codeOf(multikey('mAAAA'))).toBe('key.malformed')
  })
})

describe('a verification method', () => {
  it('that publishes its secret is refused, whatever else it has', () => {
    expect(codeOf(methodKey({ publicKeyMultibase: multibase(ed25519Signer()), privateKeyMultibase: 'z' }))).toBe('key.private-member')
  })
  it('in invalid base58 is malformed; one without a key is none', () => {
    expect(codeOf(methodKey({ publicKeyBase58: 'O0' }))).toBe('key.malformed')
    expect(codeOf(methodKey({ publicKeyJwk: 'x', type: 'JsonWebKey' }))).toBe('none')
  })
})

describe('a key of the register', () => {
  it('may be written in each of three forms', () => {
    const signer = ed25519Signer()
    const readings = [{ publicKeyMultibase: multibase(signer) }, { publicKeyJwk: signer.jwk }, { publicKeyPem: pem(publicOf(signer)) }].map(registeredMaterial)
    expect(readings.map(codeOf)).toEqual(['Ed25519', 'Ed25519', 'Ed25519'])
    expect(new Set(readings.map((reading) => soundKey(reading).thumbprint)).size).toBe(1)
  })
})

describe('a signature', () => {
  const message = Buffer.from('適材')
  it('of ECDSA in DER, or of a wrong length for the curve, fits nothing', () => {
    const key = soundKey(jwkKey(ecSigner('P-256').jwk))
    expect([0, 63, 65, 72].map((length) => verifySignature(key, 'sha256', message, new Uint8Array(length).fill(1)))).toEqual([false, false, false, false])
  })
  it('of ECDSA fits however short its numbers are, with their first bit set or not', () => {
    const key = soundKey(
      jwkKey({ kty: 'EC', crv: 'P-256', x: 'EqIr_JdOglicPr0sGW8hSB2mgCGW8tMf3qxnEQ9n0Pk', y: 'btrePRX2zK7tOb1xesqxjMUxPPrTkS-mkNBcYg-YfM0' }),
    )
    const signatures = [
      '7c347952ac33acc1f2a84238b98a7b38239ceeb4b26cd990dc37830ad7ad1eddc31978c15ad4227184fcd645e6ab384ad87218df38dad1e73ba629e4d567d50f',
      '00e79d5274dad0a319b4773ce46826b77ac1b484136029a9c0775a19a49a9206d27ffd66621e390b9ac7ded01e409fa8af82f3ae1a4b1f2bde4dd12883cdc202',
      '0008793d76ed9449c607c4b31f9c0ee40a0405bdae68bcfcb0f7aa3dd801d17174cd09f2f687b504b3c141223165489d83290b5568914dfbfdce56e7484fd257',
      '6c4db9fcf6539752fb6cf57a6972a04b43045e3a2595bd9e74a4dbb89b050a570000d51f2286a153d7d8553602211415e653250f48a7d31bdcb24cb2b3aa5eab',
    ].map((hex) => Buffer.from(hex, 'hex'))
    const turned = signatures.map((signature) => signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte)))
    expect(signatures.map((signature) => verifySignature(key, 'sha256', message, signature))).toEqual([true, true, true, true])
    expect(turned.map((signature) => verifySignature(key, 'sha256', message, signature))).toEqual([false, false, false, false])
  })
  it('of ECDSA with r or s of 0, of n or beyond is refused before a crypto library is called', () => {
    const key = soundKey(jwkKey(ecSigner('P-256').jwk))
    const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
    const numbers = ['00'.repeat(32), order, 'ff'.repeat(32)].map((hex) => Buffer.from(hex, 'hex'))
    const one = Buffer.alloc(32, 1)
    const signatures = numbers.flatMap((number) => [Buffer.concat([number, one]), Buffer.concat([one, number])])
    expect(signatures.map((signature) => verifySignature(key, 'sha256', message, signature))).toEqual(Array(6).fill(false))
  })
  it('over no digest is accepted for Ed25519 alone', () => {
    expect(verifySignature(soundKey(jwkKey(rsaSigner().jwk)), 'none', message, new Uint8Array(256))).toBe(false)
    expect(verifySignature(soundKey(jwkKey(ecSigner('P-384').jwk)), 'none', message, new Uint8Array(96))).toBe(false)
  })
  it('of RSASSA-PSS is accepted for RSA alone', () => {
    expect(verifyPss(soundKey(jwkKey(ecSigner('P-256').jwk)), message, new Uint8Array(64))).toBe(false)
  })
  it('of Ed25519 whose R is not canonical, or of small order, is refused before a crypto library is called', () => {
    const key = soundKey(jwkKey(ed25519Signer().jwk))
    const beyond = Buffer.concat([Buffer.alloc(31, 0xff), Buffer.from([0x7f]), Buffer.alloc(32, 1)])
    const identity = Buffer.concat([Buffer.from([1]), Buffer.alloc(31), Buffer.alloc(32, 1)])
    const negativeZero = Buffer.concat([Buffer.from([1]), Buffer.alloc(30), Buffer.from([0x80]), Buffer.alloc(32, 1)])
    expect([beyond, identity, negativeZero].map((signature) => verifySignature(key, 'none', message, signature))).toEqual([false, false, false])
  })
})
