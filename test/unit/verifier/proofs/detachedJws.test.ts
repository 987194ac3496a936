import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { FlattenedSign, flattenedVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PublicKey } from '../../../../electron/verifier/keys/key'
import { methodKey } from '../../../../electron/verifier/keys/material'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { alterations } from '../alterations'
import { type SignDetached, signDetached } from '../signer'
import { badge } from '../stage'
import { contextAt } from './keysAtHand'

const web = 'did:web:chuo-u.example'
const method = `${web}#key-1`

const jws2020 = 'https://w3id.org/security/suites/jws-2020/v1'
const ed25519Suite2018 = 'https://w3id.org/security/suites/ed25519-2018/v1'

interface Pair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

const signWith =
  ({ privateKey }: Pair): SignDetached =>
  async (header, payload) => {
    const { protected: head, signature } = await new FlattenedSign(payload).setProtectedHeader({ ...header, alg: String(header.alg) }).sign(privateKey)
    return `${head}..${signature}`
  }

const keyOf = ({ publicKey }: Pair): PublicKey => {
  const reading = methodKey({ publicKeyJwk: JSON.parse(JSON.stringify(publicKey.export({ format: 'jwk' }))) })
  if (!reading?.ok) throw new Error('a key')
  return reading.value
}

const check = (document: JsonObject, pair: Pair) =>
  checkProofs(document, [], { issuerId: web, issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), () => ({
    key: keyOf(pair),
    issuer: { value: 'registered', seen: [] },
    problems: [],
  }))

const firstModel = (more: readonly string[] = []): JsonObject => {
  const { validFrom, ...rest } = badge(web)
  const context = ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...more]
  return { ...rest, '@context': context, issuanceDate: validFrom ?? null }
}

const ed25519 = generateKeyPairSync('ed25519')
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

const inShort = async (finding: ReturnType<typeof check>) => {
  const { integrity, problems } = await finding
  return [integrity.value, integrity.at, problems.map(({ code }) => code)]
}

describe('Ed25519Signature2018, signed by jose', () => {
  let signed: JsonObject & { readonly proof: JsonObject } = { proof: {} }
  beforeAll(async () => {
    signed = await signDetached(firstModel(), 'Ed25519Signature2018', 'EdDSA', method, signWith(ed25519))
  })
  const withJws = (jws: JsonValue) => check({ ...signed, proof: { ...signed.proof, jws } }, ed25519)
  const parts = () => String(signed.proof.jws).split('.')
  const header = (value: JsonValue | string) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

  it('is intact over the contexts of the first data model alone', async () => {
    expect(await check(signed, ed25519)).toMatchObject({ integrity: { value: 'intact' }, proof: 'Ed25519Signature2018', problems: [] })
  })

  it('is not intact once anything but the order of lists is altered', async () => {
    let count = 0
    for (const { what, at, document } of alterations(signed)) {
      if (what === 'order' && !at.startsWith('/@context')) continue
      expect((await check(document, ed25519)).integrity.value, `${what} ${at}`).not.toBe('intact')
      count += 1
    }
    expect(count).toBeGreaterThan(60)
  })

  it('must have an unencoded payload, and no other condition', async () => {
    const bad: readonly JsonValue[] = [
      { alg: 'EdDSA' },
      { alg: 'EdDSA', b64: true, crit: ['b64'] },
      { alg: 'EdDSA', b64: false },
      { alg: 'EdDSA', b64: false, crit: [] },
      { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'] },
      { alg: 'EdDSA', b64: false, crit: ['exp'] },
      { alg: 'EdDSA', b64: false, crit: ['b64'], jwk: { kty: 'OKP' } },
    ]
    for (const one of bad) {
      expect(await inShort(withJws(`${header(one)}..${parts()[2]}`)), JSON.stringify(one)).toEqual(['malformed', '/proof/jws', ['jwt.critical']])
    }
  })

  it('must have an algorithm of the key, and a signature of its length', async () => {
    const detached = { b64: false, crit: ['b64'] }
    for (const alg of ['none', 'HS256', 'foo', 5]) {
      expect(await inShort(withJws(`${header({ alg, ...detached })}..${parts()[2]}`)), String(alg)).toEqual(['malformed', '/proof/jws', ['jwt.algorithm']])
    }
    expect(await inShort(withJws(`${header({ alg: 'ES256', ...detached })}..${parts()[2]}`))).toEqual(['malformed', '/proof/jws', ['jwt.algorithm']])
    expect(await inShort(withJws(`${header({ alg: 'ES512', ...detached })}..${parts()[2]}`))).toEqual(['unsupported', '/proof/jws', ['jwt.algorithm']])
    expect(await inShort(withJws(`${parts()[0]}..${'A'.repeat(85)}`))).toEqual(['malformed', '/proof/jws', ['jwt.signature-encoding']])
  })

  it('must be a token without payload, with an unambiguous header', async () => {
    const [head = '', , signature = ''] = parts()
    const twice = header('{"alg":"EdDSA","alg":"EdDSA","b64":false,"crit":["b64"]}')
    const latin = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')
    for (const jws of [
      null,
      5,
      '',
      'x',
      `${head}.e30.${signature}`,
      `${head}..${signature}.x`,
      `${head}=..${signature}`,
      `${twice}..${signature}`,
      `${header('[]')}..x`,
      `${latin}..x`,
    ]) {
      expect(await inShort(withJws(jws)), String(jws)).toEqual(['malformed', '/proof/jws', ['jwt.signature-encoding']])
    }
  })

  it('must not carry a second signature that nothing covers', async () => {
    const proof = { ...signed.proof, proofValue: 'z2' }
    expect(await inShort(check({ ...signed, proof }, ed25519))).toEqual(['malformed', '/proof/proofValue', ['proof.shape']])
  })

  it('is refused for another purpose, and with another type of key', async () => {
    const proof = { ...signed.proof, proofPurpose: 'authentication' }
    expect((await inShort(check({ ...signed, proof }, ed25519)))[0]).toBe('malformed')
    expect(await inShort(check(signed, p256))).toEqual(['malformed', '/proof/verificationMethod', ['key.malformed']])
  })
})

it('Ed25519Signature2018 is intact in the second data model over the context of the suite', async () => {
  const document = badge(web, { '@context': [...(badge(web)['@context'] as readonly string[]), ed25519Suite2018] })
  const signed = await signDetached(document, 'Ed25519Signature2018', 'EdDSA', method, signWith(ed25519))
  expect(await check(signed, ed25519)).toMatchObject({ integrity: { value: 'intact' }, proof: 'Ed25519Signature2018', problems: [] })
  expect((await check({ ...signed, name: 'x' }, ed25519)).integrity.value).toBe('altered')
})

it('Ed25519Signature2018 is not intact in the second data model without that context', async () => {
  const signed = await signDetached(firstModel(), 'Ed25519Signature2018', 'EdDSA', method, signWith(ed25519))
  expect(await inShort(check({ ...badge(web), proof: signed.proof }, ed25519))).toEqual(['data-loss', '/proof/created', ['context.data-loss']])
})

describe.each([
  ['EdDSA', ed25519],
  ['ES256', p256],
  ['ES384', p384],
  ['RS256', rsa],
  ['PS256', rsa],
] as const)('JsonWebSignature2020, signed by jose with %s', (alg, pair) => {
  it('is intact, and not once altered', async () => {
    const signed = await signDetached(firstModel([jws2020]), 'JsonWebSignature2020', alg, method, signWith(pair))
    expect(await check(signed, pair)).toMatchObject({ integrity: { value: 'intact' }, proof: 'JsonWebSignature2020', problems: [] })
    for (const { what, at, document } of alterations(signed)) {
      if (what === 'order' && !at.startsWith('/@context')) continue
      expect((await check(document, pair)).integrity.value, `${what} ${at}`).not.toBe('intact')
    }
  })

  it('is not decided with a context that is not bundled', async () => {
    const elsewhere = 'https://example.org/jws-2020/v1'
    const signed = await signDetached(firstModel([jws2020]), 'JsonWebSignature2020', alg, method, signWith(pair))
    const moved = { ...signed, '@context': [...(firstModel()['@context'] as readonly string[]), elsewhere] }
    expect(await check(moved, pair)).toMatchObject({
      integrity: { value: 'unsupported' },
      problems: [{ code: 'context.unknown-url', at: '/@context', detail: elsewhere }],
    })
  })
})

it('jose verifies what the tests’ own signer signs', async () => {
  const seen: Uint8Array[] = []
  const sign: SignDetached = async (header, payload) => {
    seen.push(payload)
    return signWith(p256)(header, payload)
  }
  const signed = await signDetached(firstModel([jws2020]), 'JsonWebSignature2020', 'ES256', method, sign)
  const [head = '', , signature = ''] = String(isObject(signed.proof) ? signed.proof.jws : '').split('.')
  const { protectedHeader } = await flattenedVerify({ protected: head, payload: seen[0] ?? '', signature }, p256.publicKey)
  expect(protectedHeader).toEqual({ alg: 'ES256', b64: false, crit: ['b64'] })
  expect(seen[0]?.length).toBe(64)
})
