import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { base58 } from '@scure/base'
import canonicalizeJson from 'canonicalize'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../../../../electron/verifier/keys/key'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import { checkProofs } from '../../../../electron/verifier/proofs'
import type { JsonObject } from '../../../../shared/model/json'
import { haveVectors, say, vectorText } from '../jsonld/vectors'
import { contextAt, keysAtHand } from './keysAtHand'
import { dataModel, openBadges, unsignedBadge } from './signedElsewhere'

const secret = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]),
  format: 'der',
  type: 'pkcs8',
})
const publicBytes = (createPublicKey as (key: KeyObject) => KeyObject)(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
const name = `z${base58.encode(new Uint8Array([0xed, 0x01, ...publicBytes]))}`
const options = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod', verificationMethod: `did:key:${name}#${name}` }

const half = (part: JsonObject, digest = 'sha256') =>
  createHash(digest)
    .update(canonicalizeJson(part) ?? '')
    .digest()

const signed = (document: JsonObject, changes: JsonObject = {}): JsonObject => {
  const chosen = { ...options, ...changes }
  const value = sign(null, Buffer.concat([half(chosen), half(document)]), secret)
  return { ...document, proof: { ...chosen, proofValue: `z${base58.encode(value)}` } }
}

const check = async (document: JsonObject, now = '2026-11-22T10:00:00Z') =>
  checkProofs(document, [], { issuerId: 'did:web:chuo-u.example', issuedAt: null }, contextAt(now), keysAtHand())

const verdict = async (document: JsonObject) => (await check(document)).integrity.value

describe('eddsa-jcs-2022', () => {
  it('covers every member, also those without meaning and those that are null or empty', async () => {
    const badge = signed(unsignedBadge({ nickname: '適材', nothing: null, none: [] }))
    expect(await check(badge)).toMatchObject({ integrity: { value: 'intact' }, proof: 'eddsa-jcs-2022', problems: [] })
    for (const changes of [{ nickname: '適所' }, { nothing: 0 }, { none: [null] }, { more: null }, { id: undefined }] as const) {
      expect(await verdict(JSON.parse(JSON.stringify({ ...badge, ...changes }))), JSON.stringify(changes)).toBe('altered')
    }
  })

  it('does not depend on the order of members, nor on how numbers were written', async () => {
    const badge = signed(unsignedBadge({ hours: 15, share: 1e-7, zero: 0 }))
    const reordered = Object.fromEntries(Object.entries(badge).reverse())
    expect(await verdict(reordered)).toBe('intact')
    expect(await verdict({ ...badge, ...JSON.parse('{ "hours": 15.0, "share": 0.0000001, "zero": -0 }') })).toBe('intact')
    expect(await verdict({ ...badge, hours: 15.5 })).toBe('altered')
  })

  it('may repeat the first contexts of the document, and only those', async () => {
    const contexts = unsignedBadge()['@context']
    expect(await verdict(signed(unsignedBadge(), { '@context': contexts ?? null }))).toBe('intact')
    const shorter = signed(unsignedBadge({ '@context': [dataModel, openBadges] }), { '@context': [dataModel, openBadges] })
    expect(await verdict({ ...shorter, '@context': contexts ?? null })).toBe('intact')
    const foreign = signed(unsignedBadge({ '@context': [dataModel] }), { '@context': [openBadges] })
    expect(await verdict(foreign)).toBe('malformed')
  })

  it('needs no bundled context, and allows none inside the badge', async () => {
    expect(await verdict(signed(unsignedBadge({ '@context': [dataModel, openBadges, 'https://www.chuo-u.example/context.json'] })))).toBe('intact')
    expect(await verdict(signed(unsignedBadge({ '@context': [dataModel, openBadges, { tag: null }] })))).toBe('malformed')
  })

  it('cannot cover half a surrogate pair', async () => {
    expect(await verdict({ ...signed(unsignedBadge()), name: '\ud842' })).toBe('malformed')
  })

  it('is intact until the proof’s own end, and unsupported after it', async () => {
    const ending = signed(unsignedBadge(), { expires: '2026-12-01T00:00:00Z' })
    expect((await check(ending, '2026-12-01T00:00:00Z')).integrity.value).toBe('intact')
    const late = await check(ending, '2026-12-01T00:00:01Z')
    expect(late.integrity).toEqual({ value: 'unsupported', seen: [{ kind: 'suite', text: 'eddsa-jcs-2022' }], at: '/proof/expires' })
    expect(late.problems).toEqual([{ code: 'proof.expired', at: '/proof/expires' }])
    expect((await check({ ...ending, name: 'x' }, '2026-12-01T00:00:01Z')).integrity.value).toBe('altered')
  })
})

describe('ecdsa-jcs-2019', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = pair.publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([2 + ((Buffer.from(jwk.y ?? '', 'base64url').at(-1) ?? 0) & 1)]), Buffer.from(jwk.x ?? '', 'base64url')])
  const method = `z${base58.encode(new Uint8Array([0x80, 0x24, ...point]))}`
  const chosen = { ...options, cryptosuite: 'ecdsa-jcs-2019', verificationMethod: `did:key:${method}#${method}` }
  const document = unsignedBadge()
  const message = Buffer.concat([half(chosen), half(document)])
  const withValue = (value: Uint8Array) => verdict({ ...document, proof: { ...chosen, proofValue: `z${base58.encode(value)}` } })

  it('accepts r‖s, and neither DER nor zeros', async () => {
    const key: PublicKey | null = ((reading) => (reading.ok ? reading.value : null))(multikey(method))
    expect(key?.type).toBe('P-256')
    expect(await withValue(sign('sha256', message, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }))).toBe('intact')
    expect(await withValue(sign('sha256', message, { key: pair.privateKey, dsaEncoding: 'der' }))).toBe('malformed')
    expect(await withValue(new Uint8Array(64))).toBe('altered')
  })
})

it('canonical JSON is that of RFC 8785', () => {
  const names = haveVectors ? ['arrays', 'french', 'structures', 'unicode', 'values', 'weird'] : []
  for (const file of names)
    expect(canonicalizeJson(JSON.parse(vectorText(`jcs-cyberphone/input/${file}.json`))), file).toBe(vectorText(`jcs-cyberphone/output/${file}.json`))
  expect(canonicalizeJson({ '\u20ac': 1, '\ufb33': 2, '\ud83d\ude00': 3, big: 1e21, small: -0 })).toBe('{"big":1e+21,"small":0,"€":1,"😀":3,"\ufb33":2}')
  say('canonical JSON', names.length)
})
