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
