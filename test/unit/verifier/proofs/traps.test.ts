import { base58 } from '@scure/base'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ContextTable, contextDigest, pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import type { PublicKey } from '../../../../electron/verifier/keys/key'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import type { Problem } from '../../../../shared/model/problem'
import { contextAt, keysAtHand } from './keysAtHand'
import { openBadges, signDataIntegrity, unsignedBadge } from './signedElsewhere'

const about = { issuerId: 'did:web:chuo-u.example', issuedAt: null }
const now = contextAt('2026-11-22T10:00:00Z')

const check = (document: JsonObject, problems: readonly Problem[] = [], contexts: ContextTable = pinnedContexts) =>
  checkProofs(document, problems, about, now, keysAtHand(), contexts)

let signed: JsonObject = {}
let proof: JsonObject = {}
beforeAll(async () => {
  signed = await signDataIntegrity(unsignedBadge())
  proof = isObject(signed.proof) ? signed.proof : {}
})

const withMembers = (changes: JsonObject) => check({ ...signed, ...changes })
const withProof = (changes: Readonly<Record<string, JsonValue>>) => check({ ...signed, proof: { ...proof, ...changes } })
const without = (document: JsonObject, name: string): JsonObject => Object.fromEntries(Object.entries(document).filter(([member]) => member !== name))

/** The verdict, its place, and the problem codes. */
const inShort = async (finding: ReturnType<typeof check>) => {
  const { integrity, problems } = await finding
  return [integrity.value, integrity.at, problems.map(({ code }) => code)]
}

describe('a change that hides a member while the signature still fits', () => {
  it('an extra context that gives the end of validity another name is refused', async () => {
    const { validUntil, ...rest } = signed
    const context = [
      ...(signed['@context'] as readonly string[]),
      { until2: { '@id': 'https://www.w3.org/2018/credentials#validUntil', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } },
    ]
    expect(await inShort(check({ ...rest, '@context': context, until2: validUntil ?? null }))).toEqual(['malformed', '/@context/4', ['context.inline']])
  })

  it('an extra context that nests the status elsewhere is refused', async () => {
    const { credentialStatus, ...rest } = signed
    const context = [...(signed['@context'] as readonly string[]), { more: '@nest' }]
    expect(await inShort(check({ ...rest, '@context': context, more: { credentialStatus: credentialStatus ?? null } }))).toEqual([
      'malformed',
      '/@context/4',
      ['context.inline'],
    ])
  })

  it('the status under its full name is refused, though no statement differs', async () => {
    const { credentialStatus, ...rest } = signed
    const full = 'https://www.w3.org/2018/credentials#credentialStatus'
    const finding = await check({ ...rest, [full]: credentialStatus ?? null })
    expect(finding.integrity.value).toBe('malformed')
    expect(finding.problems).toEqual([{ code: 'context.alias', at: '/https:~1~1www.w3.org~12018~1credentials#credentialStatus', detail: full }])
  })

  it('keywords and nested contexts are refused', async () => {
    expect(await inShort(withMembers({ '@included': [] }))).toEqual(['malformed', '/@included', ['context.keyword']])
    expect(await inShort(withMembers({ name: { '@value': 'GIS基礎' } }))).toEqual(['malformed', '/name/@value', ['context.keyword']])
    const issuer = { ...(signed.issuer as JsonObject), '@context': ['https://www.w3.org/ns/credentials/v2'] }
    expect(await inShort(withMembers({ issuer }))).toEqual(['malformed', '/issuer/@context', ['context.nested']])
  })

  it('another order of contexts is refused', async () => {
    const [first = '', second = '', ...others] = signed['@context'] as readonly string[]
    expect(await inShort(withMembers({ '@context': [second, first, ...others] }))).toEqual(['malformed', '/@context', ['context.order']])
  })
})

describe('what no signature covers', () => {
  it('a member without meaning is data loss, named by its pointer', async () => {
    expect(await inShort(withMembers({ nickname: '適材' }))).toEqual(['data-loss', '/nickname', ['context.data-loss']])
    expect(await inShort(withProof({ comment: '正' }))).toEqual(['data-loss', '/proof/comment', ['context.data-loss']])
    expect(await inShort(withMembers({ type: ['VerifiableCredential', 'OpenBadgeCredential', 'Extra'] }))).toEqual([
      'data-loss',
      '/type',
      ['context.data-loss'],
    ])
  })

  it('null and empty members make no statement: the parser reports them, and they change no verdict', async () => {
    expect((await withMembers({ description: null, evidence: [] })).integrity.value).toBe('intact')
  })

  it('a number that lost digits is data loss', async () => {
    expect(await inShort(check(signed, [{ code: 'json.unsafe-number', at: '/x' }]))).toEqual(['data-loss', '/x', []])
    expect((await check({ ...signed, name: 'x' }, [{ code: 'json.unsafe-number', at: '/x' }])).integrity.value).toBe('altered')
  })

  it('a text with a repeated member name is malformed, signed or not', async () => {
    expect(await inShort(check(signed, [{ code: 'json.duplicate-member', at: '/name' }]))).toEqual(['malformed', '/name', []])
    expect((await check(unsignedBadge(), [{ code: 'json.duplicate-member', at: '/name' }])).integrity.value).toBe('malformed')
  })
})

describe('a badge that cannot be read here', () => {
  it('with a context that is not bundled is unsupported', async () => {
    const context = [...(signed['@context'] as readonly string[]), 'https://www.chuo-u.example/context.json']
    const finding = await withMembers({ '@context': context })
    expect(finding.integrity).toMatchObject({ value: 'unsupported', at: '/@context' })
    expect(finding.problems).toEqual([{ code: 'context.unknown-url', at: '/@context', detail: 'https://www.chuo-u.example/context.json' }])
  })

  it('with a suite that is not implemented is unsupported, by its own name', async () => {
    const foreign = [
      { type: 'RsaSignature2018', jws: 'eyJhbGciOiJSUzI1NiJ9..c2ln' },
      { type: 'EcdsaSecp256k1Signature2019', jws: 'eyJhbGciOiJFUzI1NksifQ..c2ln' },
      { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2V0ChVhQ' },
      { type: 'MerkleProof2019', proofValue: 'z4zvrPUULnHmaio' },
    ]
    for (const one of foreign) {
      const name = one.cryptosuite ?? one.type
      expect(await check({ ...signed, proof: one })).toEqual({
        integrity: { value: 'unsupported', seen: [{ kind: 'suite', text: name }], at: '/proof' },
        issuer: { value: 'unauthenticated', seen: [] },
        proof: name,
        problems: [{ code: 'proof.unknown-suite', at: '/proof', detail: name }],
      })
    }
  })

  it('with blank nodes that cannot be told apart is unsupported', async () => {
    const people = [...Array(12).keys()]
    const knows = people.map((one) => ({
      id: `_:n${one}`,
      type: ['Profile'],
      parentOrg: people.filter((other) => other !== one).map((other) => ({ id: `_:n${other}` })),
    }))
    expect(await inShort(withMembers({ issuer: { ...(signed.issuer as JsonObject), parentOrg: knows } }))).toEqual([
      'unsupported',
      '',
      ['canonicalization.too-complex'],
    ])
  })
})

describe('the form of a proof', () => {
  it('must have the purpose of an assertion', async () => {
    expect(await inShort(withProof({ proofPurpose: 'authentication' }))).toEqual(['malformed', '/proof/proofPurpose', ['proof.wrong-purpose']])
    expect(await inShort(check({ ...signed, proof: without(proof, 'proofPurpose') }))).toEqual(['malformed', '/proof/proofPurpose', ['proof.wrong-purpose']])
  })

  it('must have its value in base58btc and at its exact length', async () => {
    const value = String(proof.proofValue)
    const bytes = base58.decode(value.slice(1))
    const hex = Buffer.from(bytes).toString('hex')
    for (const other of [value.slice(1), `u${Buffer.from(bytes).toString('base64url')}`, `f${hex}`, `${value}0`, `${value} `, 'z', '', 5, null]) {
      expect(await inShort(withProof({ proofValue: other })), String(other)).toEqual(['malformed', '/proof/proofValue', ['proof.value-encoding']])
    }
    const encoded = [bytes.subarray(1), new Uint8Array([...bytes, 0]), new Uint8Array([0, ...bytes])].map((wrong) => base58.encode(wrong))
    for (const wrong of [...encoded, '2'.repeat(100_000)]) {
      expect(await inShort(withProof({ proofValue: `z${wrong}` }))).toEqual(['malformed', '/proof/proofValue', ['proof.value-length']])
    }
  })

  it('must have valid dates', async () => {
    expect(await inShort(withProof({ created: '2026-04-01' }))).toEqual(['malformed', '/proof/created', ['proof.shape']])
    expect(await inShort(withProof({ created: '2026-13-41T00:00:00Z' }))).toEqual(['malformed', '/proof/created', ['proof.shape']])
    expect(await inShort(withProof({ expires: 'soon' }))).toEqual(['malformed', '/proof/expires', ['proof.shape']])
  })

  it('must name a key of the suite’s type', async () => {
    const method = 'did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP#zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP'
    expect(await inShort(withProof({ verificationMethod: method }))).toEqual(['malformed', '/proof/verificationMethod', ['key.malformed']])
    expect(await inShort(withProof({ verificationMethod: 7 }))).toEqual(['malformed', '/proof/verificationMethod', ['proof.shape']])
  })

  it('must be an object with a suite', async () => {
    expect(await inShort(check({ ...signed, proof: 'z4zvrPUULnHmaio' }))).toEqual(['malformed', '/proof', ['proof.shape']])
    expect(await inShort(check({ ...signed, proof: [without(proof, 'type')] }))).toEqual(['malformed', '/proof/0/type', ['proof.shape']])
    expect(await inShort(check({ ...signed, proof: without(proof, 'cryptosuite') }))).toEqual(['malformed', '/proof/type', ['proof.shape']])
  })
})

describe('no proof and no key', () => {
  it('a badge without proof is unsigned, and its issuer is its own claim', async () => {
    const unsigned = {
      integrity: { value: 'unsigned', seen: [] },
      issuer: { value: 'unauthenticated', seen: [] },
      proof: null,
      problems: [{ code: 'proof.none' }],
    }
    expect(await check(unsignedBadge())).toEqual(unsigned)
    expect(await check({ ...unsignedBadge(), proof: [] })).toEqual(unsigned)
  })

  it('a badge whose key is not stored is unsupported', async () => {
    const finding = await checkProofs(signed, [], about, now, keysAtHand({ [String(proof.verificationMethod)]: 'unresolved' }))
    expect(finding).toMatchObject({ integrity: { value: 'unsupported' }, issuer: { value: 'unresolved' }, proof: 'eddsa-rdfc-2022' })
    expect(finding.problems).toEqual([{ code: 'key.not-held', at: '/proof/verificationMethod' }])
  })

  it('the key written out in the proof is requested as one in the file', async () => {
    const embedded = { id: 'did:web:chuo-u.example#key', publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2' }
    const asked: unknown[] = []
    const key: PublicKey | null = null
    await checkProofs({ ...signed, proof: { ...proof, verificationMethod: embedded } }, [], { ...about, issuedAt: '2026-04-01' }, now, (request) => {
      asked.push(request)
      return { key, issuer: { value: 'unresolved', seen: [] }, problems: [] }
    })
    expect(asked).toEqual([{ method: 'did:web:chuo-u.example#key', carried: embedded, issuerId: 'did:web:chuo-u.example', issuedAt: '2026-04-01' }])
  })
})

it('a badge signed over the older text of a context changed in place is intact, and the text is named', async () => {
  const older = pinnedContexts.newer.get(openBadges) ?? {}
  const terms = isObject(older['@context']) ? older['@context'] : {}
  const newer = { '@context': { ...terms, AchievementSubject: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject' } } }
  const changed: ContextTable = { newer: new Map([...pinnedContexts.newer, [openBadges, newer]]), older: new Map([[openBadges, older]]) }
  const finding = await check(signed, [], changed)
  expect(finding.integrity.value).toBe('intact')
  expect(finding.problems).toEqual([{ code: 'context.older-text', detail: contextDigest(older) }])
  expect((await check({ ...signed, name: 'x' }, [], changed)).integrity.value).toBe('data-loss')
})
