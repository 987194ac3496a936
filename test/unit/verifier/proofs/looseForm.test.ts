import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../../electron/verifier'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import { methodOf, peerVerdict } from '../peer'
import { canonicalStatements, signStatements, signText, testKey } from '../signer'
import { badge, contextWith, credentialOf, issuer } from '../stage'

const university = { id: 'did:web:chuo-u.example', key: testKey('Ed25519', 1) }
const peer = peerVerdict([university])
const method = methodOf(university)
const context = contextWith([
  issuer(university.id, [{ id: method, material: { publicKeyMultibase: university.key.multibase }, validFrom: null, validUntil: null }]),
])

const status: JsonObject = {
  id: 'https://chuo-u.example/status/3#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://chuo-u.example/status/3',
}
const id = 'urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164'
const ended = badge(university.id, {
  validUntil: '2026-05-01T00:00:00Z',
  credentialStatus: status,
  evidence: [{ id, type: ['Evidence'], name: '演習' }],
})

let signed: JsonObject = {}
beforeAll(async () => {
  signed = await signStatements(ended, 'eddsa-rdfc-2022', university.key, method)
})

const verdictOf = async (document: JsonObject) => {
  const { grade, axes, counts, problems } = await verify(credentialOf(JSON.stringify(document)), context)
  const [problem] = problems
  return { grade, integrity: axes.integrity.value, counts, code: problem?.code, at: problem?.at }
}

/** An instant before its end, so that only the signature can fail. */
const whileValid = new Date('2026-04-15T00:00:00Z')

describe('a signature over statements fits several forms of the document', () => {
  it('the signed form is intact, and the badge expired', async () => {
    expect(await verdictOf(signed)).toMatchObject({ grade: 'verified', integrity: 'intact', counts: false })
  })

  const refused = (at: string) => ({ grade: 'rejected', integrity: 'malformed', counts: false, code: 'context.form', at })

  it.each([
    ['/validUntil', (until: JsonValue) => [until]],
    ['/validUntil', (until: JsonValue) => [[until]]],
  ] as const)('an end of validity in a list is refused: %s', async (at, change) => {
    const document = { ...signed, validUntil: change(signed.validUntil ?? null) }
    expect((await peer(document, whileValid)).verified).toBe(true)
    expect(await verdictOf(document)).toEqual(refused(at))
  })

  it.each(['statusPurpose', 'statusListIndex', 'statusListCredential', 'id'])('a status whose %s is no single value is refused', async (name) => {
    const value = name === 'statusListCredential' ? { id: status[name] ?? null } : [status[name] ?? null]
    const document = { ...signed, credentialStatus: { ...status, [name]: value } }
    // An id in a list is no JSON-LD.
    const expected = name === 'id' ? { grade: 'rejected', integrity: 'malformed', code: 'context.syntax' } : refused(`/credentialStatus/${name}`)
    expect(await verdictOf(document)).toMatchObject(expected)
    expect(await verdictOf({ ...signed, credentialStatus: [document.credentialStatus] })).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })

  it('a status in a list in a list is refused, and one in a list is accepted', async () => {
    expect(await verdictOf({ ...signed, credentialStatus: [[status]] })).toEqual(refused('/credentialStatus/0'))
    expect(await verdictOf({ ...signed, credentialStatus: [status] })).toMatchObject({ grade: 'verified' })
  })

  it.each([
    ['/credentialStatus/1/id', ['statusPurpose', 'statusListIndex'], ['statusListCredential']],
    ['/credentialStatus/1/id', ['statusListIndex', 'statusListCredential'], ['statusPurpose']],
  ] as const)('a status split into two entries of one id, neither of them complete, is refused: %s', async (at, one, other) => {
    const part = (names: readonly string[]) => Object.fromEntries(['id', 'type', ...names].map((name) => [name, status[name] ?? null]))
    const document = { ...signed, credentialStatus: [part(one), part(other)] }
    expect((await peer(document, whileValid)).verified).toBe(true)
    expect(await verdictOf(document)).toEqual(refused(at))
    const beside = { ...signed, credentialStatus: [String(status.id), part(one), part(other)] }
    expect(await verdictOf(beside)).toEqual(refused('/credentialStatus/2/id'))
  })

  it('two entries without an id are two', async () => {
    const { id: _, ...nameless } = status
    const two = await signStatements(
      badge(university.id, { credentialStatus: [nameless, { ...nameless, statusPurpose: 'suspension' }] }),
      'eddsa-rdfc-2022',
      university.key,
      method,
    )
    expect(await verdictOf(two)).toMatchObject({ grade: 'verified', integrity: 'intact' })
  })

  it('an end of validity that moved to another object with the badge’s id is refused', async () => {
    const { validUntil, ...rest } = signed
    const types = signed.type as readonly string[]
    const document = { ...rest, evidence: [{ id, type: [...types, 'Evidence'], name: '演習', validUntil: validUntil ?? null }] }
    expect((await peer(document, whileValid)).verified).toBe(true)
    expect(await verdictOf(document)).toEqual(refused('/evidence/0/validUntil'))
  })

  it('a name given to a blank node is data loss', async () => {
    const subject = signed.credentialSubject as JsonObject
    const achievement = subject.achievement as JsonObject
    const criteria = isObject(achievement.criteria) ? achievement.criteria : {}
    const document = { ...signed, credentialSubject: { ...subject, achievement: { ...achievement, criteria: { ...criteria, id: '_:a' } } } }
    expect((await peer(document, whileValid)).verified).toBe(true)
    expect(await verdictOf(document)).toEqual({
      ...{ grade: 'unproven', integrity: 'data-loss', counts: false },
      ...{ code: 'context.data-loss', at: '/credentialSubject/achievement/criteria/id' },
    })
    const proof = { ...(signed.proof as JsonObject), id: '_:p' }
    expect(await verdictOf({ ...signed, proof })).toMatchObject({ grade: 'unproven', code: 'context.data-loss', at: '/proof/id' })
  })

  it.each(['identityHash', 'identityType', 'hashed', 'salt'])('a recipient with a %s that is no single value is refused', async (name) => {
    const identity: JsonObject = {
      ...{ type: 'IdentityObject', identityHash: 'suzuki@city.example', identityType: 'emailAddress', hashed: false, salt: 's' },
    }
    const subject = (identifier: JsonValue) => ({ ...(ended.credentialSubject as JsonObject), identifier })
    const document = await signStatements({ ...ended, credentialSubject: subject([identity]) }, 'eddsa-rdfc-2022', university.key, method)
    expect(await verdictOf(document)).toMatchObject({ grade: 'verified' })
    const listed = { ...identity, [name]: [identity[name] ?? null] }
    expect((await peer({ ...document, credentialSubject: subject([listed]) }, whileValid)).verified).toBe(true)
    expect(await verdictOf({ ...document, credentialSubject: subject([listed]) })).toEqual(refused(`/credentialSubject/identifier/0/${name}`))
    expect(await verdictOf({ ...document, credentialSubject: [subject(listed)] })).toEqual(refused(`/credentialSubject/0/identifier/${name}`))
  })

  it('a blank node that is referred to by nothing is data loss', async () => {
    const more = { evidence: [...(signed.evidence as readonly JsonValue[]), ''] }
    expect(await canonicalStatements({ ...ended, ...more })).toBe(await canonicalStatements(ended))
    const refusal = { grade: 'unproven', integrity: 'data-loss', counts: false, code: 'context.data-loss' }
    expect(await verdictOf({ ...signed, ...more })).toEqual({ ...refusal, at: '/evidence' })
    expect(await verdictOf({ ...signed, termsOfUse: '' })).toEqual({ ...refusal, at: '/termsOfUse' })
    expect(await verdictOf({ ...signed, credentialSubject: ['', ended.credentialSubject ?? null] })).toEqual({ ...refusal, at: '/credentialSubject' })
  })

  it('a null among the statuses is no status', async () => {
    const document = { ...signed, credentialStatus: [null, status] }
    expect((await verdictOf(document)).grade).toBe('verified')
    const { credentialStatus: _none, ...without } = ended
    const unlisted = await signStatements(without, 'eddsa-rdfc-2022', university.key, method)
    const verdict = await verify(credentialOf(JSON.stringify({ ...unlisted, credentialStatus: [null] })), context)
    expect(verdict.axes.status.value).toBe('none')
    expect(verdict.problems).toContainEqual({ code: 'document.null-member', at: '/credentialStatus/0' })
  })

  it('an altered badge is altered, in any form', async () => {
    expect(await verdictOf({ ...signed, name: 'x', validUntil: [signed.validUntil ?? null] })).toMatchObject({ integrity: 'altered', code: 'proof.altered' })
  })
})

it('a signature over the text covers its form', async () => {
  const listed = signText({ ...ended, tag: [['x']] }, 'eddsa-jcs-2022', university.key, method)
  expect(await verdictOf(listed)).toMatchObject({ integrity: 'intact' })
  expect(await verdictOf({ ...listed, tag: ['x'] })).toMatchObject({ integrity: 'altered' })
})

describe('a value among the proofs', () => {
  const among = (...others: readonly JsonValue[]) => verdictOf({ ...signed, proof: [...others, signed.proof ?? null] })
  it.each([['x'], [null], [5], [[]]] as const)('must be a proof: %j', async (other) => {
    expect(await among(other)).toMatchObject({ grade: 'rejected', integrity: 'malformed', code: 'proof.shape', at: '/proof/0' })
  })
  it('must have a type', async () => {
    expect(await among({})).toMatchObject({ grade: 'rejected', integrity: 'malformed', code: 'proof.shape', at: '/proof/0/type' })
    expect(await among({ type: 'MerkleProof2019' })).toMatchObject({ grade: 'verified' })
  })
})

it('a proof may repeat all contexts of its document, not some of them', async () => {
  const proof = signed.proof as JsonObject
  const contexts = signed['@context'] as readonly string[]
  expect(await verdictOf({ ...signed, proof: { ...proof, '@context': contexts } })).toMatchObject({ integrity: 'intact' })
  expect(await verdictOf({ ...signed, proof: { ...proof, '@context': contexts.slice(0, 1) } })).toMatchObject({
    integrity: 'malformed',
    code: 'context.nested',
    at: '/proof/@context',
  })
})
