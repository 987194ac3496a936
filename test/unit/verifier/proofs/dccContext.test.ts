import { describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { signStatements, testKey } from '../signer'
import { contextWith, credentialOf, issuer } from '../stage'

/* Credentials of the Digital Credentials Consortium's pilots, under its own context, and what could be hidden in its terms. */

const url = 'https://w3id.org/dcc/v1'
const key = testKey('Ed25519', 3)
const did = `did:key:${key.multibase}`
const method = `${did}#${key.multibase}`
const context = contextWith([issuer(did)])

const diploma = (also: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/2018/credentials/v1', url, 'https://w3id.org/security/suites/ed25519-2020/v1'],
  id: 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164',
  type: ['VerifiableCredential', 'LearningCredential'],
  issuer: { id: did, type: 'Issuer', name: '中央大学' },
  issuanceDate: '2026-04-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:holder',
    type: 'Person',
    name: '鈴木 花子',
    hasCredential: {
      id: 'urn:uuid:c',
      type: 'EducationalOccupationalCredential',
      name: '修了証',
      awardedOnCompletionOf: { id: 'urn:uuid:p', type: 'EducationalOccupationalProgram', identifier: 'P1', name: '地域防災' },
    },
  },
  ...also,
})
const sign = (document: JsonObject) => signStatements(document, 'Ed25519Signature2020', key, method)
const judge = async (document: JsonObject) => {
  const { grade, axes, problems } = await verify(credentialOf(JSON.stringify(document)), context)
  return { grade, integrity: axes.integrity.value, codes: problems.map(({ code }) => code) }
}

describe('a credential under the context of the Digital Credentials Consortium', () => {
  it('is verified', async () => {
    expect(pinnedContexts.newer.has(url)).toBe(true)
    expect(await judge(await sign(diploma()))).toMatchObject({ grade: 'verified', integrity: 'intact' })
  })
  it('covers what it says of the subject, also by the term that is read backwards', async () => {
    const signed = await sign(diploma())
    const subject = diploma().credentialSubject as JsonObject
    const credential = subject.hasCredential as JsonObject
    const changed: readonly JsonObject[] = [
      { ...subject, name: '別の人' },
      { ...subject, hasCredential: { ...credential, name: '別の修了証' } },
      { ...subject, hasCredential: { ...credential, awardedOnCompletionOf: { id: 'urn:uuid:p', type: 'EducationalOccupationalProgram', identifier: 'P2' } } },
    ]
    for (const credentialSubject of changed) expect(await judge({ ...signed, credentialSubject })).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
  it.each<[string, (document: JsonObject) => JsonObject]>([
    [
      'the end moved to another object with its id',
      ({ expirationDate, ...rest }) => ({ ...rest, evidence: { id: rest.id ?? null, type: 'Assertion', expirationDate: expirationDate ?? null } }),
    ],
    [
      'a term written out in full',
      ({ credentialSubject, ...rest }) => ({
        ...rest,
        credentialSubject: { ...(credentialSubject as JsonObject), 'http://schema.org/url': 'https://evil.example' },
      }),
    ],
    ['a type as a member', (document) => ({ ...document, Assertion: { expirationDate: '2040-01-01T00:00:00Z' } })],
    [
      'the keyword behind the backward term',
      (document) => ({ ...document, '@reverse': { 'http://schema.org/educationalCredentialAwarded': { id: 'urn:x' } } }),
    ],
  ])('is not intact with %s', async (_, change) => {
    const signed = await sign(diploma({ expirationDate: '2027-04-01T00:00:00Z' }))
    expect(['rejected', 'unproven']).toContain((await judge(change(signed))).grade)
  })
  it('is not intact where the context was added after signing, and gives members a meaning they had not', async () => {
    const plain: JsonValue = ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/suites/ed25519-2020/v1']
    const signed = await sign(diploma({ '@context': plain, type: ['VerifiableCredential'], issuer: did, credentialSubject: { id: 'did:example:holder' } }))
    expect(await judge(signed)).toMatchObject({ grade: 'verified' })
    const named = { ...signed, '@context': [...plain.slice(0, 1), url, ...plain.slice(1)], credentialSubject: { id: 'did:example:holder', courseCode: 'X' } }
    expect(await judge(named)).toMatchObject({ grade: 'rejected', integrity: 'altered' })
  })
})
