import { createPublicKey } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { didJwkKey } from '../../../../electron/verifier/keys/didJwk'
import { jwkKey } from '../../../../electron/verifier/keys/jwk'
import { pkcs1Key, spkiKey } from '../../../../electron/verifier/keys/keyInfo'
import { methodKey } from '../../../../electron/verifier/keys/material'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import { pemKey } from '../../../../electron/verifier/keys/pem'
import type { KeyReading } from '../../../../electron/verifier/keys/publicKey'
import type { JsonObject } from '../../../../shared/model/json'
import { badge, claims, compact, contextWith, credentialOf, ed25519Signer, issuer, rawToken } from '../stage'

/** Public keys made by OpenSSL, as SubjectPublicKeyInfo, with the name of their kind. BoringSSL refuses most of them. */
const others: readonly (readonly [name: string | null, spki: string])[] = [
  ['secp256k1', 'MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAEus4W0U39A6vNii3gJKZJqn/DpOmoAVQ2MAu+mWLAOn+pyd6VCi+JabDAH24e6gPdJGXeHVF6F04jD/7EASeWkg=='],
  [
    'P-521',
    'MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAh31jDTT0dmRgQSr+++gI5VNoIKFjejAQSx2BU1UQDu3SzpxsBj2t6XguIPj7iPOPG2cwioVEoh5X81TQVMb93X4AQ0jwJxi4aturk7d70sUhiB/ZfidJMrUpzjyqcPyjodwqs0drv+smikwlfwbFiinMHVl3gxKsIUrGBWvxqSkxMzc=',
  ],
  ['brainpoolP256r1', 'MFowFAYHKoZIzj0CAQYJKyQDAwIIAQEHA0IABH99N6o0zN1jj1jxvbMtIj0WOcFIgf5+B+lW/IMPcFLxofBDi/kw1wlpyZf7X1BGKxiFyOZO7UPxbqn5i5rFV9o='],
  [
    'brainpoolP384r1',
    'MHowFAYHKoZIzj0CAQYJKyQDAwIIAQELA2IABHigzWtLux1DxCRhN+KS7DB7TvHx03s0z2T7gZwQFW6lFzq85agRfgsydY1DeHznmICA4OrSFwinL6w03v2O9+E+YE2/ymox+FCXqecBhTJ29wlTr/Mcwx2zVFccOJYeIw==',
  ],
  [
    'brainpoolP512r1',
    'MIGbMBQGByqGSM49AgEGCSskAwMCCAEBDQOBggAEZwEXiE+j2de5qqTDir9BG55yvofj9wQbX0qsma7wEjZnQmrdfrABXTRlIGufbWHgbqO4FSCoR7EW2I2FevGcTE2oy0Kx/Wx9Hoh2ofZDujOQHy1tZk1BBhJTMeUAeXkTwHheVh3Kvl2RjMre0nAkQgt6IwWAw7LD1g0uFVHYj6A=',
  ],
  ['P-224', 'ME4wEAYHKoZIzj0CAQYFK4EEACEDOgAE6a3tZJoIe+Q2mqYc7IwEm/QRb8qX74rl3djiJhziRRoNEhNO+RvjIHNU0amYUFkvFmLIO9IKeqs='],
  ['P-192', 'MEkwEwYHKoZIzj0CAQYIKoZIzj0DAQEDMgAEI/yQi50zMSUs+uDVjIRLdrZVYm8y2Aoh80s6VfG0h9sSILSBdLaWV35MJxMdYFTK'],
  [null, 'MF4wEAYHKoZIzj0CAQYFK4EEABADSgAEB01CbnpTlZKq3zclo04JgedS8Psb0aQ2rnYGDrCM2fXzwuUgBbD5PnF8PFuXAxURCxhYKXbWtHgXCnZdD1ofusTthTzuqFZJ'],
  [
    'explicit curve parameters',
    'MIIBSzCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP////8AAAABAAAAAAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA///////////////8BCBaxjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMVAMSdNgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8AAAAA//////////+85vqtpxeehPO5ysL8YyVRAgEBA0IABIceeVmOZpCAJi+qLV50dMM9oxophFs7aTirT1/WnGSPqfmUsKpUSIAdYjRmLS+o2+Ax9W/fPGhANb/LWHAjobM=',
  ],
  ['Ed448', 'MEMwBQYDK2VxAzoAdy/4WCqJfq5HKPIzNm3uVvV1Ti7pJna4Vtu45Po8zB67pRrYc+QK0pF29Vks+hnyVOGMRZl9SzEA'],
  ['X25519', 'MCowBQYDK2VuAyEAGTkXg/4Ke76mNWsrxY0JX0U3SWlcSzRycmK2CzbkY0U='],
  ['X448', 'MEIwBQYDK2VvAzkAyy1aMeFS8KATDUURHkqjMcg9FPbwLLWD2SWG1gyfWCfvSfveYgbVgEXVN2XWxqp9MRW1O72zANc='],
]

const unsupported = (detail: string | null) => ({ ok: false, problem: { code: 'key.unsupported-type', ...(detail === null ? {} : { detail }) } })
const codeOf = (reading: KeyReading) => (reading.ok ? reading.value.type : reading.problem.code)
const pemOf = (base64: string, label = 'PUBLIC KEY') => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`
const bytesOf = (base64: string) => Buffer.from(base64, 'base64')
const multibaseOf = (...parts: readonly (string | Uint8Array)[]) =>
  `z${base58.encode(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part))))}`
const didOf = (jwk: JsonObject) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`

describe('a key of a kind that not every engine knows', () => {
  it.each(others)('%s is unsupported as SubjectPublicKeyInfo, and named', (name, spki) => {
    expect(pemKey(pemOf(spki))).toEqual(unsupported(name))
    expect(spkiKey(bytesOf(spki))).toEqual(unsupported(name))
  })
  it.each(others)('%s is recognised before an engine sees it: without a point, which every engine refuses, it is still unsupported', (name, spki) => {
    const pointless = bytesOf(spki)
    // The point is the end of the key: its first byte and all of its coordinates become what no curve has.
    pointless.fill(0xff, pointless.length - 20)
    expect(spkiKey(pointless)).toEqual(unsupported(name))
  })
  it.each<[string, JsonObject]>([
    ['secp256k1', { kty: 'EC', x: 'mtPsa5FVXkeYQEX_1_akEYpgUhHLne3G_9-3OPNEMvw', y: 'cp5pdLjSJBNn_AF3vBGju0rFVNdQsMAxoEruOkuwYWw', crv: 'secp256k1' }],
    [
      'P-521',
      {
        kty: 'EC',
        x: 'AM9bCob6PsH5rNY_bcOE7Unx9KMHENXTLxVv1eunTMkAHUfoeTfNQqoxMwZtx8Qv4Lkdg01oKbTczk8Xwt4TkK-W',
        y: 'AUDcQHbCqHSdD6Bi1BinX2RdtbWZbVe7UYM4HfeKpxWTVWzqTlFQSdE-B11v03BVHdYeJ8PKC8CSvsNPPfWhjkkA',
        crv: 'P-521',
      },
    ],
    ['brainpoolP256r1', { kty: 'EC', x: 'AA', y: 'AA', crv: 'brainpoolP256r1' }],
    ['Ed448', { crv: 'Ed448', x: 'JMiva9nrICu7_Ru9TBamI_B7G8f6NqoB7HW0Oty7k695QFkXKlho2Du3XNNQH3vZMSgT1wafzA6A', kty: 'OKP' }],
    ['X25519', { crv: 'X25519', x: 'lDVoVJeA2Tgu7Eju_vTdRKgvMs8Ig52sLtlQ1z4JbDU', kty: 'OKP' }],
    ['AKP', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA' }],
  ])('%s is unsupported as a JWK, in a method and as did:jwk', (name, jwk) => {
    expect([jwkKey(jwk), methodKey({ publicKeyJwk: jwk }), didJwkKey(didOf(jwk))]).toEqual([unsupported(name), unsupported(name), unsupported(name)])
  })
  it.each([
    ['e701', 33, 'secp256k1'],
    ['ec01', 32, 'X25519'],
    ['8224', 67, 'P-521'],
    ['8324', 57, 'Ed448'],
    ['8424', 56, 'X448'],
    ['eb01', 96, 'BLS12-381 G2'],
    ['9024', 1312, 'ML-DSA-44'],
    ['d1d603', 120, 'JWK'],
  ])('the multicodec %s is unsupported', (prefix, length, name) => {
    expect(multikey(multibaseOf(prefix, Buffer.alloc(length, 2)))).toEqual(unsupported(name))
  })
  it('in base58 with the name of another type is unsupported; of the wrong length under its own it is malformed', () => {
    const publicKeyBase58 = base58.encode(Buffer.alloc(33, 2))
    expect(methodKey({ type: 'EcdsaSecp256k1VerificationKey2019', publicKeyBase58 })).toEqual(unsupported('EcdsaSecp256k1VerificationKey2019'))
    expect(methodKey({ type: 'Ed25519VerificationKey2018', publicKeyBase58 })).toMatchObject({ problem: { code: 'key.malformed' } })
    expect(methodKey({ publicKeyBase58 })).toMatchObject({ problem: { code: 'key.malformed' } })
  })
  it.each(others.slice(0, 3))('%s, listed by the issuer, leaves the badge unproven, not rejected', async (_, spki) => {
    const web = 'https://example.ac.jp'
    const method = { id: `${web}#key-1`, type: 'JsonWebKey', controller: web, publicKeyPem: pemOf(spki) }
    const context = contextWith([], [{ id: web, type: 'Profile', verificationMethod: [method], assertionMethod: [method.id] }])
    const token = await compact(claims(badge(web)), { kid: method.id }, ed25519Signer())
    expect(await verify(credentialOf(token), context)).toMatchObject({ grade: 'unproven', axes: { integrity: { value: 'unsupported' } } })
  })
  it('in the header of a token leaves the badge unproven', async () => {
    const web = 'https://example.ac.jp'
    const token = rawToken({ alg: 'ES256', jwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } }, claims(badge(web)), Buffer.alloc(64, 1))
    expect(await verify(credentialOf(token), contextWith([issuer(web)]))).toMatchObject({ grade: 'unproven', axes: { integrity: { value: 'unsupported' } } })
  })
})

describe('an RSA key', () => {
  const n =
    '84Z1zTjhl8tXJ4K5pRYDQm3ToDjrgDfEZTktoQE5NzR3VIuZsXLWZbzSxwc87N9Q1y1Q8qd3_YfZwY81zJyjYtdyiVrpuv2BF7V8LJNIe-z7Y-Tbtt-_82Yz9mIGyeJL4Yg1MbChUVIT6P-3F_Ge_D40J4SixJPJJF8TGQ_Lg-eG9DLm3MWI6ZzJ1jsmP5GkRheF2xLzlcaWLGF6BivwXWRHKB_6yzu7krqgZtXYgzdxq-9b_dFsSjFMWASDh1v05K-k4oNORcH3XJiU3bwkbLW4I1DpD4rs1Z2H11ar6oh5yeOr7JQpnrs1dttzuJIMEVDsMieGirVRUCvaHe7XFQ'
  /** The key in every form; OpenSSL writes the DER. */
  const forms = (e: string): readonly KeyReading[] => {
    const jwk = { kty: 'RSA', n, e }
    const object = createPublicKey({ key: jwk, format: 'jwk' })
    const pkcs1 = object.export({ format: 'der', type: 'pkcs1' })
    const spki = object.export({ format: 'der', type: 'spki' })
    return [jwkKey(jwk), didJwkKey(didOf(jwk)), pemKey(pemOf(spki.toString('base64'))), pemKey(pemOf(pkcs1.toString('base64'), 'RSA PUBLIC KEY'))].concat(
      multikey(multibaseOf('8524', pkcs1)),
    )
  }
  it.each([
    ['3', 'Aw', 'RSA'],
    ['65537', 'AQAB', 'RSA'],
    ['2^32 − 1', '_____w', 'RSA'],
    ['2^32 + 1', 'AQAAAAE', 'key.unsupported-type'],
    ['2^64 + 1', 'AQAAAAAAAAAB', 'key.unsupported-type'],
    ['65538, which is even', 'AQAC', 'key.malformed'],
    ['2^32, which is even', 'AQAAAAA', 'key.malformed'],
    ['1', 'AQ', 'key.malformed'],
  ])('with the exponent %s has one answer in every form', (_, e, code) => {
    expect(forms(e).map(codeOf)).toEqual(Array(5).fill(code))
  })
  it('is the same key in every form, and the one OpenSSL writes', () => {
    const spki = createPublicKey({ key: { kty: 'RSA', n, e: 'AQAB' }, format: 'jwk' }).export({ format: 'der', type: 'spki' })
    const written = forms('AQAB').map((reading) => reading.ok && reading.value.object.export({ format: 'der', type: 'spki' }).equals(spki))
    expect(written).toEqual(Array(5).fill(true))
  })
  it('with zeros before its numbers is the same key as a JWK, with an even modulus malformed', () => {
    const [plain, padded] = [jwkKey({ kty: 'RSA', n, e: 'AQAB' }), jwkKey({ kty: 'RSA', n: `AAAA${n}`, e: 'AAAAAQAB' })]
    expect(plain.ok && padded.ok && plain.value.thumbprint === padded.value.thumbprint).toBe(true)
    expect(codeOf(jwkKey({ kty: 'RSA', n: `${n.slice(0, -1)}A`, e: 'AQAB' }))).toBe('key.malformed')
    expect(codeOf(jwkKey({ kty: 'RSA', n: 'AAAA', e: 'AQAB' }))).toBe('key.malformed')
  })
})

describe('DER that engines differ on', () => {
  const ed25519 = '302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
  const spki = (hex: string) => codeOf(spkiKey(Buffer.from(hex, 'hex')))
  it.each([
    ['sound', ed25519, 'Ed25519'],
    ['nothing', '', 'key.malformed'],
    ['a tag alone', '30', 'key.malformed'],
    ['bytes after the key', `${ed25519}00`, 'key.malformed'],
    ['a second key after it', ed25519 + ed25519, 'key.malformed'],
    ['cut short', ed25519.slice(0, -2), 'key.malformed'],
    ['a longer length than needed', ed25519.replace('302a', '30812a'), 'key.malformed'],
    ['a length with leading zeros', ed25519.replace('302a', '3082002a'), 'key.malformed'],
    ['an indefinite length', `${ed25519.replace('302a', '3080')}0000`, 'key.malformed'],
    ['a length of five bytes', ed25519.replace('302a', '3085000000002a'), 'key.malformed'],
    ['a set for a sequence', ed25519.replace('302a', '312a'), 'key.malformed'],
    ['spare bits', ed25519.replace('032100', '032101'), 'key.malformed'],
    ['an octet string for the key', ed25519.replace('032100', '042100'), 'key.malformed'],
    ['parameters for Ed25519', ed25519.replace('302a300506032b6570', '302c300706032b65700500'), 'key.malformed'],
    ['a second parameter', ed25519.replace('302a300506032b6570', '302e300906032b657005000500'), 'key.malformed'],
    ['an element after the key', ed25519.replace('302a', '302c').concat('0500'), 'key.malformed'],
    ['an integer for the algorithm', ed25519.replace('06032b6570', '02032b6570'), 'key.malformed'],
    ['an algorithm without a sequence', ed25519.replace('300506032b6570', '060506032b6570'), 'key.malformed'],
    ['a curve without its name', '300e300906072a8648ce3d0201030100', 'key.malformed'],
    ['a curve of nothing', '3010300b06072a8648ce3d02010500030100', 'key.malformed'],
    ['an algorithm that is no DER', ed25519.replace('06032b6570', '06042b6570'), 'key.malformed'],
    ['an unknown algorithm', ed25519.replace('2b6570', '2b6501'), 'key.unsupported-type'],
  ])('%s', (_, hex, code) => {
    expect(spki(hex)).toBe(code)
  })
  it.each([
    ['a negative modulus', '30070202ff01020103'],
    ['a modulus with a spare zero', '3009020300007f020103'],
    ['a modulus of no bytes', '30050200020103'],
    ['no integers', '30060404ffffffff'],
    ['three numbers', '3009020103020103020103'],
    ['no sequence', '020103'],
  ])('an RSA key of %s is malformed', (_, hex) => {
    expect(codeOf(pkcs1Key(Buffer.from(hex, 'hex')))).toBe('key.malformed')
  })
  it('an RSA key whose algorithm has other parameters than NULL is malformed; without any it is read', () => {
    const jwk = { kty: 'RSA', n: Buffer.alloc(256, 0xf7).toString('base64url'), e: 'AQAB' }
    const hex = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' }).toString('hex')
    const [before, after] = ['30820122300d06092a864886f70d0101010500', '30820120300b06092a864886f70d010101']
    expect(hex.startsWith(before)).toBe(true)
    expect(spki(hex)).toBe('RSA')
    expect(spki(hex.replace(before, after))).toBe('RSA')
    expect(spki(hex.replace('0d0101010500', '0d0101010400'))).toBe('key.malformed')
  })
})
