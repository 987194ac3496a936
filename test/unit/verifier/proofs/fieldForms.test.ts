import { createHash } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { canonicalStatements, signStatements, testKey } from '../signer'
import { badge, contextWith, credentialOf, issuer } from '../stage'

/* Forms that issuers in the field write, and what an attacker could make of each. */

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const thief = testKey('Ed25519', 9)
const method = `${university.id}#${university.key.multibase}`
const context = contextWith([
  issuer(university.id, [{ id: method, material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])
const sign = (document: JsonObject, also: JsonObject = {}, suite = 'eddsa-rdfc-2022') => signStatements(document, suite, university.key, method, also)

const judge = async (document: JsonObject) => {
  const parsed = credentialOf(JSON.stringify(document))
  const { grade, axes, problems } = await verify(parsed, context)
  return { grade, integrity: axes.integrity.value, codes: problems.map(({ code }) => code), name: parsed.credential.achievement.name }
}

const achievementOf = (document: JsonObject) => (document.credentialSubject as JsonObject).achievement as JsonObject
const withAchievement = (also: JsonObject) => {
  const document = badge(university.id)
  return { ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), achievement: { ...achievementOf(document), ...also } } }
}
const ja = { '@value': '防災の基礎', '@language': 'ja' }
const en = { '@value': 'Disaster basics', '@language': 'en-GB' }

describe('a name or description in a language', () => {
  it.each<[string, JsonValue]>([
    ['one value', ja],
    ['several', [en, ja]],
    ['a value without a language', { '@value': '防災の基礎' }],
  ])('as %s is intact, and shown in Japanese where there is Japanese', async (_what, name) => {
    expect(await judge(await sign(withAchievement({ name, description: name })))).toEqual({
      grade: 'verified',
      integrity: 'intact',
      codes: [],
      name: '防災の基礎',
    })
  })
  it('of credential, issuer, evidence and criteria is intact', async () => {
    const document = withAchievement({ criteria: { type: 'Criteria', name: ja, narrative: 'x' } })
    const whole = {
      ...document,
      name: [en, ja],
      description: ja,
      issuer: { id: university.id, type: ['Profile'], name: ja },
      evidence: [{ type: ['Evidence'], name: ja, description: en }],
    }
    expect(await judge(await sign(whole))).toMatchObject({ grade: 'verified', codes: [] })
  })
  it('altered after signing is altered, in its text, its language, and where one of several is left out', async () => {
    const signed = await sign(withAchievement({ name: [en, ja] }))
    for (const name of [
      [en, { ...ja, '@value': '別' }],
      [en, { ...ja, '@language': 'zh' }],
      [ja],
      [en, ja, { '@value': '別', '@language': 'ja' }],
      '防災の基礎',
    ])
      expect(await judge({ ...withAchievement({ name }), proof: signed.proof ?? null })).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
  it.each<[string, JsonObject]>([
    ['with a type of its own', { '@value': '防災', '@type': 'https://evil.example/t' }],
    ['with an id', { '@value': '防災', '@id': 'urn:x' }],
    ['without a value', { '@language': 'ja' }],
    ['whose value is no text', { '@value': 1, '@language': 'ja' }],
    ['whose value is an object', { '@value': { a: 1 }, '@language': 'ja' }],
    ['whose language is no tag', { '@value': '防災', '@language': 'ja_JP' }],
    ['whose language is empty', { '@value': '防災', '@language': '' }],
    ['whose direction is none', { '@value': '防災', '@direction': 'up' }],
    ['with a plain member beside', { '@value': '防災', name: '防災' }],
    ['with a context of its own', { '@value': '防災', '@context': {} }],
    ['as a set', { '@set': ['防災'] }],
    ['as a list', { '@list': ['防災'] }],
    ['as a graph', { '@graph': [] }],
  ])('%s is malformed', async (_what, name) => {
    const signed = await sign(withAchievement({ name: ja }))
    for (const one of [name, [name], [ja, name]])
      expect(await judge({ ...withAchievement({ name: one }), proof: signed.proof ?? null })).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })
  it('among plain texts, or as an empty list, is no list of language values', async () => {
    const signed = await sign(withAchievement({ name: ja }))
    for (const name of [['防災', ja], [[ja]]])
      expect(await judge({ ...withAchievement({ name }), proof: signed.proof ?? null })).toMatchObject({ grade: 'rejected' })
  })
  it.each<[string, (document: JsonObject) => JsonObject]>([
    ['the subject', (document) => ({ ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), name: ja } })],
    [
      'a result',
      (document) => ({ ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), result: [{ type: ['Result'], name: ja }] } }),
    ],
    ['the proof', (document) => ({ ...document, proof: { ...(document.proof as JsonObject), name: ja } })],
    ['a date', (document) => ({ ...document, validUntil: { '@value': '2030-01-01T00:00:00Z' } })],
    ['an address', (document) => ({ ...document, id: { '@value': 'urn:x' } })],
    ['a status', (document) => ({ ...document, credentialStatus: { id: 'urn:s', type: 'BitstringStatusListEntry', name: ja } })],
  ])('of %s is still refused', async (_what, change) => {
    expect(await judge(change(await sign(badge(university.id))))).toMatchObject({ grade: 'rejected', codes: expect.arrayContaining(['context.keyword']) })
  })
})

describe('a proof with contexts of its own', () => {
  const own = (also: JsonObject) => ({ '@context': ['https://w3id.org/security/data-integrity/v2'], ...also })

  it('that are pinned and leave its members their usual meaning is intact', async () => {
    expect(await judge(await sign(badge(university.id), own({})))).toMatchObject({ grade: 'verified', codes: [] })
    const one = await sign(badge(university.id), { '@context': 'https://w3id.org/security/data-integrity/v2' })
    expect(await judge(one)).toMatchObject({ grade: 'verified' })
    const older = await sign(badge(university.id), { '@context': ['https://w3id.org/security/suites/ed25519-2020/v1'] }, 'Ed25519Signature2020')
    expect(await judge(older)).toMatchObject({ grade: 'verified' })
  })
  it('covers its end', async () => {
    const ended = await sign(badge(university.id), own({ expires: '2030-01-01T00:00:00Z' }))
    expect(await judge(ended)).toMatchObject({ grade: 'verified' })
    expect(await judge({ ...ended, proof: { ...(ended.proof as JsonObject), expires: '2031-01-01T00:00:00Z' } })).toMatchObject({ integrity: 'altered' })
  })
  it('that were exchanged for others after signing is not intact; that say the same, it is', async () => {
    const plain = await sign(badge(university.id))
    const signed = await sign(badge(university.id), own({}))
    const { '@context': _, ...without } = signed.proof as JsonObject
    const exchanged = { ...without, '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'] }
    expect((await judge({ ...signed, proof: exchanged })).integrity).not.toBe('intact')
    // Under these contexts the options say the same: nothing was changed that a signature covers.
    for (const same of [
      { ...signed, proof: without },
      { ...plain, proof: own(plain.proof as JsonObject) },
    ])
      expect(await judge(same)).toMatchObject({ grade: 'verified' })
  })
  it('that are not pinned is unsupported, and counts for nothing', async () => {
    const signed = await sign(badge(university.id))
    const proof = { ...(signed.proof as JsonObject), '@context': ['https://evil.example/context.json'] }
    expect(await judge({ ...signed, proof })).toMatchObject({
      grade: 'unproven',
      integrity: 'unsupported',
      codes: expect.arrayContaining(['context.unknown-url']),
    })
  })
  it.each<[string, JsonValue]>([
    ['an inline context that renames proofPurpose', [{ proofPurpose: 'https://evil.example/p', assertionMethod: 'https://w3id.org/security#assertionMethod' }]],
    ['pinned addresses and an inline context', ['https://w3id.org/security/data-integrity/v2', {}]],
    ['a number', 7],
    ['a null', [null]],
  ])('that are %s is malformed', async (_what, contexts) => {
    const signed = await sign(badge(university.id))
    expect(await judge({ ...signed, proof: { ...(signed.proof as JsonObject), '@context': contexts } })).toMatchObject({
      grade: 'rejected',
      integrity: 'malformed',
    })
  })
  it('that are pinned but do not define its members is not intact', async () => {
    const signed = await sign(badge(university.id))
    const found = await judge({ ...signed, proof: { ...(signed.proof as JsonObject), '@context': ['https://www.w3.org/ns/did/v1'] } })
    expect(found.integrity).not.toBe('intact')
  })
  it('signed by another key is altered', async () => {
    const forged = await signStatements(badge(university.id), 'eddsa-rdfc-2022', thief, method, own({}))
    expect(await judge(forged)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
  it('does not let the document be read otherwise', async () => {
    const signed = await sign(badge(university.id), own({}))
    expect(await judge({ ...signed, validUntil: '2040-01-01T00:00:00Z' })).toMatchObject({ integrity: 'altered' })
  })
})

describe('a badge and an endorsement inside it that name one list', () => {
  const list = {
    id: 'https://chuo-u.example/revocations',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://chuo-u.example/l',
  }
  const endorsement = (credentialStatus: JsonValue): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:endorsement',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'https://endorser.example', type: ['Profile'] },
    validFrom: '2026-04-01T00:00:00Z',
    credentialSubject: { id: 'https://chuo-u.example/a', type: ['EndorsementSubject'] },
    credentialStatus,
  })
  const endorsed = (status: JsonValue, inside: JsonValue) => badge(university.id, { credentialStatus: status, endorsement: [endorsement(inside)] })

  it('is intact: no member has moved', async () => {
    expect((await judge(await sign(endorsed(list, list)))).integrity).toBe('intact')
    expect((await judge(await sign(endorsed([list], list)))).integrity).toBe('intact')
  })
  it('is refused where the two differ, for then members may have moved', async () => {
    const { statusListIndex, ...rest } = list
    const signed = await sign(endorsed(list, { id: list.id, type: list.type }))
    const moved = endorsed(rest, { id: list.id, type: list.type, statusListIndex })
    expect(await judge({ ...moved, proof: signed.proof ?? null })).toMatchObject({ grade: 'rejected', codes: expect.arrayContaining(['context.form']) })
  })
})

describe('a context that was changed in place before it was final', () => {
  const url = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'
  const names = ['https://www.w3.org/2018/credentials/v1', url, 'https://w3id.org/security/suites/ed25519-2020/v1']
  const early: JsonObject = {
    '@context': names,
    id: 'urn:uuid:early',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: university.id, type: 'Profile', name: '中央大学' },
    issuanceDate: '2022-09-01T00:00:00Z',
    credentialSubject: {
      type: 'AchievementSubject',
      id: 'did:example:r',
      achievement: { id: 'urn:uuid:a', type: 'Achievement', name: '入門', description: 'd', criteria: { type: 'Criteria', narrative: 'c' } },
    },
  }
  const { sign: signBytes } = university.key

  /** Signs under the text the context had then. */
  async function signedThen(): Promise<JsonObject> {
    // Written out, because jsonld keeps the texts of addresses.
    const contexts = names.map((name) => (pinnedContexts.older.get(name) ?? pinnedContexts.newer.get(name))?.['@context'] ?? null)
    const options = { type: 'Ed25519Signature2020', created: '2022-09-01T00:00:00Z', verificationMethod: method, proofPurpose: 'assertionMethod' }
    const halves = [await canonicalStatements({ '@context': contexts, ...options }), await canonicalStatements({ ...early, '@context': contexts })]
    const bytes = Buffer.concat(halves.map((text) => createHash('sha256').update(text).digest()))
    return { ...early, proof: { ...options, proofValue: `z${base58.encode(signBytes(bytes))}` } }
  }

  it('is intact under the text of its day, and the text is named', async () => {
    expect(await judge(await signedThen())).toMatchObject({ grade: 'verified', codes: ['context.older-text'] })
  })
  it('is intact under the final text too, without a remark', async () => {
    expect(await judge(await sign(early, {}, 'Ed25519Signature2020'))).toMatchObject({ grade: 'verified', codes: [] })
  })
  it('altered is altered under both', async () => {
    const signed = await signedThen()
    expect(await judge({ ...signed, issuanceDate: '2022-09-02T00:00:00Z' })).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
})
