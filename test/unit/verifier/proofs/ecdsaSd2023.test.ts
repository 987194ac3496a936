import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { readCbor } from '../../../../electron/verifier/proofs/disclosure/cbor'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { alterations } from '../alterations'
import { testKey } from '../signer'
import { badge, contextWith, credentialOf, issuer } from '../stage'
import { contextAt, keysAtHand } from './keysAtHand'
import { cbor, type Parts, signSelectively } from './selectiveSigner'

const web = 'did:web:chuo-u.example'
const key = testKey('P-256', 5)
const method = `${web}#${key.multibase}`

const check = (document: JsonObject) => checkProofs(document, [], { issuerId: web, issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), keysAtHand())
const inShort = async (finding: ReturnType<typeof check>) => {
  const { integrity, problems } = await finding
  return [integrity.value, integrity.at, problems.map(({ code }) => code)]
}

const isAboutTheIssuer = (statement: string) => /#(issuer|validFrom)>/.test(statement)
const signed = (document: JsonObject, change?: (parts: Parts) => Parts) => signSelectively(document, key, method, isAboutTheIssuer, change)

/** Two nodes without an id: the badge and its criteria. */
const nameless = (also: JsonObject = {}): JsonObject => {
  const { id: _id, ...rest } = badge(web, also)
  return rest
}

let whole: JsonObject = {}
beforeAll(async () => {
  whole = await signed(nameless())
})
const withValue = (proofValue: JsonValue) => check({ ...whole, proof: { ...(isObject(whole.proof) ? whole.proof : {}), proofValue } })

describe('a derived proof', () => {
  it('is intact, with the problem that parts may be undisclosed', async () => {
    expect(await check(whole)).toMatchObject({
      integrity: { value: 'intact' },
      issuer: { value: 'registered' },
      proof: 'ecdsa-sd-2023',
      problems: [{ code: 'proof.selective', at: '/proof' }],
    })
  })

  it('without a status: revocation is unknown', async () => {
    const pinned = { id: method, material: { publicKeyMultibase: key.multibase }, validFrom: null, validUntil: null }
    const { grade, axes } = await verify(credentialOf(JSON.stringify(whole)), contextWith([issuer(web, [pinned])]))
    expect([grade, axes.status.value]).toEqual(['verified', 'unknown'])
  })

  it('is not intact once anything but the order of lists is altered', async () => {
    let count = 0
    for (const { what, at, document } of alterations(whole)) {
      if (what === 'order' && !at.startsWith('/@context')) continue
      expect((await check(document)).integrity.value, `${what} ${at}`).not.toBe('intact')
      count += 1
    }
    expect(count).toBeGreaterThan(60)
  })

  it('is intact where everything or nothing is mandatory', async () => {
    for (const isMandatory of [() => true, () => false]) {
      expect((await check(await signSelectively(nameless(), key, method, isMandatory))).integrity.value).toBe('intact')
    }
  })

  it('reads no text as a label, and sorts as its signer did', async () => {
    const achievement = { type: ['Achievement'], name: '“_:c14n0 "と\\" _:c14n1 <x> .', description: '行\n_:c14n2', tag: ['ＡＩ', '𠮷野', '適材'] }
    const found = await check(await signed(nameless({ credentialSubject: { type: ['AchievementSubject'], achievement } })))
    expect(found).toMatchObject({ integrity: { value: 'intact' } })
    expect(found.problems.map(({ code }) => code)).toEqual(['proof.selective', 'context.canonical-order'])
  })

  it('is refused with another type of key', async () => {
    const other = testKey('P-384')
    const document = await signSelectively(nameless(), other, `${web}#${other.multibase}`, isAboutTheIssuer)
    expect(await inShort(check(document))).toEqual(['malformed', '/proof/verificationMethod', ['key.malformed']])
  })
})

describe('a holder must not', () => {
  const alteredParts: readonly (readonly [string, (parts: Parts) => Parts])[] = [
    ['leave out a signature', (parts) => ({ ...parts, signatures: parts.signatures.slice(1) })],
    ['repeat a signature', (parts) => ({ ...parts, signatures: [...parts.signatures.slice(1), parts.signatures[1] ?? new Uint8Array(64)] })],
    ['name a mandatory statement that is not there', (parts) => ({ ...parts, mandatory: [...parts.mandatory, 9999] })],
    ['call a mandatory statement another', (parts) => ({ ...parts, mandatory: parts.mandatory.slice(1) })],
    ['leave out a label', (parts) => ({ ...parts, labels: new Map([...parts.labels].slice(1)) })],
    ['give another key', (parts) => ({ ...parts, key: Buffer.concat([Buffer.from([0x80, 0x24]), testKey('P-256', 3).publicBytes]) })],
    ['sign the base with another key', (parts) => ({ ...parts, baseSignature: testKey('P-256', 3).sign(parts.key) })],
    ['put a zero signature', (parts) => ({ ...parts, baseSignature: new Uint8Array(64) })],
  ]
  it.each(alteredParts)('%s', async (_what, change) => {
    expect(await inShort(check(await signed(nameless(), change)))).toEqual(['altered', '/proof/proofValue', ['proof.altered']])
  })

  const malformedParts: readonly (readonly [string, string, (parts: Parts) => Parts])[] = [
    ['give two nodes one label', 'proof.shape', (parts) => ({ ...parts, labels: new Map([...parts.labels].map(([number]) => [number, new Uint8Array(32)])) })],
    ['give a short label', 'proof.shape', (parts) => ({ ...parts, labels: new Map([[0, new Uint8Array(31)]]) })],
    ['name a mandatory statement twice', 'proof.shape', (parts) => ({ ...parts, mandatory: [0, 0] })],
    ['give a signature as DER', 'proof.shape', (parts) => ({ ...parts, signatures: [new Uint8Array(70)] })],
    ['give a long base signature', 'proof.value-length', (parts) => ({ ...parts, baseSignature: new Uint8Array(65) })],
    ['give a bare point', 'proof.value-length', (parts) => ({ ...parts, key: parts.key.subarray(2) })],
    ['give a key of another curve', 'key.malformed', (parts) => ({ ...parts, key: Buffer.concat([Buffer.from([0xe7, 0x01]), parts.key.subarray(2)]) })],
    [
      'give a point that is not on the curve',
      'key.malformed',
      (parts) => ({ ...parts, key: Buffer.concat([parts.key.subarray(0, 3), new Uint8Array(32).fill(255)]) }),
    ],
  ]
  it.each(malformedParts)('%s', async (_what, code, change) => {
    expect(await inShort(check(await signed(nameless(), change)))).toEqual(['malformed', '/proof/proofValue', [code]])
  })

  it('show more statements than are verified', async () => {
    const many = await signed(nameless(), (parts) => ({ ...parts, signatures: Array.from({ length: 4097 }, () => new Uint8Array(64)) }))
    expect(await inShort(check(many))).toEqual(['unsupported', '/proof/proofValue', ['canonicalization.too-complex']])
    expect(await inShort(withValue(`u${'A'.repeat(1_000_000)}`))).toEqual(['unsupported', '/proof/proofValue', ['canonicalization.too-complex']])
  })
})

describe('other proof values', () => {
  const encoded = (...parts: readonly (Uint8Array | number)[]) =>
    `u${Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part))).toString('base64url')}`

  it('the holder’s own copy is named as such, and is unsupported', async () => {
    const base = encoded(0xd9, 0x5d, 0x00, cbor([new Uint8Array(64)]))
    expect(await inShort(withValue(base))).toEqual(['unsupported', '/proof/proofValue', ['proof.base-only']])
  })

  it('another encoding or another header is malformed', async () => {
    const value = String((whole.proof as JsonObject).proofValue)
    for (const other of [null, 5, '', 'u', 'z5', `z${value.slice(1)}`, `${value}=`, value.slice(1), encoded(0xd9, 0x5d, 0x02), encoded(0xd9, 0x5d)]) {
      expect(await inShort(withValue(other)), String(other)).toEqual(['malformed', '/proof/proofValue', ['proof.value-encoding']])
    }
  })

  it('anything but five parts is malformed', async () => {
    const bytes = Buffer.from(String((whole.proof as JsonObject).proofValue).slice(1), 'base64url')
    const others = [cbor(5), cbor([]), cbor([1, 2, 3, 4]), Buffer.concat([bytes.subarray(3), Buffer.from([0])]), bytes.subarray(3, -1), Buffer.alloc(0)]
    for (const other of others) expect(await inShort(withValue(encoded(0xd9, 0x5d, 0x01, other)))).toEqual(['malformed', '/proof/proofValue', ['proof.shape']])
    const parts = [new Uint8Array(64), Buffer.concat([Buffer.from([0x80, 0x24]), key.publicBytes]), [], new Map(), []] as const
    for (const [index, wrong] of [
      [2, 5],
      [3, []],
      [4, 5],
      [4, [new Uint8Array(1)]],
    ] as const) {
      const changed = cbor([...parts].with(index, wrong as never))
      expect(await inShort(withValue(encoded(0xd9, 0x5d, 0x01, changed)))).toEqual(['malformed', '/proof/proofValue', ['proof.shape']])
    }
  })
})

describe('the CBOR reader', () => {
  const read = (hex: string) => readCbor(Buffer.from(hex, 'hex'))
  it('reads numbers, bytes, lists and maps in their shortest form', () => {
    expect(read('00')).toBe(0)
    expect(read('17')).toBe(23)
    expect(read('1818')).toBe(24)
    expect(read('190100')).toBe(256)
    expect(read('1a00010000')).toBe(65536)
    expect(read('1affffffff')).toBe(4294967295)
    expect(read('820142ffff')).toEqual([1, Buffer.from('ffff', 'hex')])
    expect(read('a2004101014102')).toEqual(
      new Map([
        [0, Buffer.from([1])],
        [1, Buffer.from([2])],
      ]),
    )
  })
  it.each([
    ['nothing', ''],
    ['a longer form than needed', '1817'],
    ['a longer form than needed, in two bytes', '1900ff'],
    ['a longer form than needed, in four bytes', '1a0000ffff'],
    ['64 bits', '1b0000000100000000'],
    ['a negative number', '20'],
    ['text', '6161'],
    ['a tag', 'c000'],
    ['a float', 'f93c00'],
    ['true', 'f5'],
    ['indefinite length', '9fff'],
    ['a cut number', '19ff'],
    ['cut bytes', '43ffff'],
    ['a cut list', '8201'],
    ['a list said to be long', '9affffffff'],
    ['a map said to be long', 'baffffffff'],
    ['a cut map', 'a101'],
    ['a name twice', 'a200010002'],
    ['a name that is no number', 'a1410000'],
    ['a list in a list in a list', '81818100'],
    ['something after the end', '0000'],
  ])('refuses %s', (_what, hex) => {
    expect(read(hex)).toBeNull()
  })
})
