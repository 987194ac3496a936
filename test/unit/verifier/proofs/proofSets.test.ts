import { beforeAll, describe, expect, it } from 'vitest'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { isObject, type JsonObject, type JsonValue } from '../../../../shared/model/json'
import type { IssuerValue } from '../../../../shared/model/verification'
import { signText, testKey } from '../signer'
import { contextAt, keysAtHand } from './keysAtHand'
import { signDataIntegrity, signEd25519Signature2020, unsignedBadge } from './signedElsewhere'

const badge = unsignedBadge()
const proofOf = (signed: JsonObject): JsonObject => (isObject(signed.proof) ? signed.proof : {})
const altered = (proof: JsonObject): JsonObject => ({ ...proof, created: '2026-04-02T00:00:00Z' })

let university: JsonObject = {}
let universityToo: JsonObject = {}
let someoneElse: JsonObject = {}
beforeAll(async () => {
  university = proofOf(await signDataIntegrity(badge, 1))
  universityToo = proofOf(await signEd25519Signature2020(badge, 1))
  someoneElse = proofOf(await signDataIntegrity(badge, 2, 'did:web:elsewhere.example'))
})

const check = (proofs: readonly JsonValue[], whose: IssuerValue = 'registered', others: IssuerValue = 'mismatch', now = '2026-11-22T10:00:00Z') =>
  checkProofs(
    { ...badge, proof: proofs },
    [],
    { issuerId: 'did:web:chuo-u.example', issuedAt: null },
    contextAt(now),
    keysAtHand({ [String(university.verificationMethod)]: whose, [String(someoneElse.verificationMethod)]: others }),
  )

const inShort = async (finding: ReturnType<typeof check>) => {
  const { integrity, issuer, proof, problems } = await finding
  return [integrity.value, issuer.value, proof, problems.map(({ code, at }) => `${code} ${at}`)]
}

describe('a set of proofs', () => {
  it('is intact where every proof of the issuer is', async () => {
    expect(await inShort(check([universityToo, university]))).toEqual(['intact', 'registered', 'Ed25519Signature2020', []])
  })

  it('is rejected for one failing proof of the issuer, whatever other proofs are intact', async () => {
    expect(await inShort(check([university, altered(universityToo)]))).toEqual([
      'altered',
      'registered',
      'Ed25519Signature2020',
      ['proof.altered /proof/1/proofValue'],
    ])
    expect(await inShort(check([university, { ...universityToo, proofPurpose: 'authentication' }]))).toEqual([
      'malformed',
      'registered',
      'Ed25519Signature2020',
      ['proof.wrong-purpose /proof/1/proofPurpose'],
    ])
  })

  it('is intact by the issuer’s proof alone; a proof of another issuer is listed, intact or not', async () => {
    const listed = ['intact', 'registered', 'eddsa-rdfc-2022', ['proof.foreign /proof/0']]
    expect(await inShort(check([someoneElse, university]))).toEqual(listed)
    expect(await inShort(check([altered(someoneElse), university]))).toEqual(listed)
  })

  it('is intact by the issuer’s proof alone; a proof of an unknown suite is listed', async () => {
    expect(await inShort(check([{ type: 'BbsBlsSignature2020' }, university]))).toEqual([
      'intact',
      'registered',
      'eddsa-rdfc-2022',
      ['proof.unknown-suite /proof/0'],
    ])
  })

  it('is intact by the issuer’s proof alone; a failing proof that only claims to be the issuer’s is listed', async () => {
    expect(await inShort(check([altered(someoneElse), university], 'registered', 'unauthenticated'))).toEqual([
      'intact',
      'registered',
      'eddsa-rdfc-2022',
      ['proof.altered /proof/0/proofValue'],
    ])
    expect((await check([altered(someoneElse)], 'registered', 'unauthenticated')).integrity.value).toBe('altered')
  })

  it('of another issuer alone is a mismatch', async () => {
    expect(await inShort(check([someoneElse]))).toEqual(['intact', 'mismatch', 'eddsa-rdfc-2022', ['proof.foreign /proof/0']])
  })

  it('whose issuer’s key is not stored is not decided by a proof of another issuer', async () => {
    expect(await inShort(check([someoneElse, university], 'unresolved'))).toEqual([
      'unsupported',
      'unresolved',
      'eddsa-rdfc-2022',
      ['key.not-held /proof/1/verificationMethod', 'proof.foreign /proof/0'],
    ])
  })

  it('prefers the registered key to the self-certifying one', async () => {
    expect(await inShort(check([someoneElse, university], 'registered', 'unregistered'))).toEqual(['intact', 'registered', 'eddsa-rdfc-2022', []])
  })
})

describe('a document made to take long', () => {
  it('with more proofs than any badge has is not verified', async () => {
    const many = (count: number) => Array.from({ length: count }, () => university)
    expect(await inShort(check(many(32)))).toEqual(['intact', 'registered', 'eddsa-rdfc-2022', []])
    const tooMany = ['unsupported', 'unauthenticated', null, ['canonicalization.too-complex /proof']]
    expect(await inShort(check(many(33)))).toEqual(tooMany)
    const found = await check([...many(33), 'x'])
    expect([found.integrity, found.problems.length]).toEqual([{ value: 'malformed', seen: [], at: '/proof/33' }, 1])
    const banned = await check(many(33).map((proof) => ({ ...proof, '@type': 'x' })))
    expect([banned.integrity.value, banned.problems.map(({ code }) => code)]).toEqual(['malformed', ['context.keyword', 'canonicalization.too-complex']])
  })

  it('with a hundred contexts, at any depth, is not canonicalized', async () => {
    const [model, badges] = badge['@context'] as readonly string[]
    const of = (count: number) => ({ '@context': [model ?? '', ...Array.from({ length: count - 1 }, () => badges ?? '')] })
    const about = { issuerId: 'did:web:chuo-u.example', issuedAt: null }
    const found = async (document: JsonObject) =>
      (await checkProofs({ ...document, proof: university }, [], about, contextAt('2026-11-22T10:00:00Z'), keysAtHand())).integrity
    expect((await found({ ...badge, ...of(50) })).value).toBe('data-loss')
    const tooComplex = { value: 'unsupported', at: '/@context' }
    expect(await found({ ...badge, ...of(51) })).toMatchObject(tooComplex)
    expect(await found({ ...badge, endorsement: [{ ...of(51), id: 'urn:uuid:e', type: ['EndorsementCredential'] }] })).toMatchObject(tooComplex)
  })

  it('with a chain in which each proof names all before it has each verified once', async () => {
    const signer = testKey('Ed25519')
    const method = `did:web:chuo-u.example#${signer.multibase}`
    const content = unsignedBadge()
    const proofs: JsonValue[] = []
    for (const place of Array(24).keys()) {
      const earlier = proofs.map((_, index) => `urn:uuid:${index}`)
      const options = { id: `urn:uuid:${place}`, ...(place > 0 ? { previousProof: earlier } : {}) }
      const document = place > 0 ? { ...content, proof: [...proofs] } : content
      proofs.push(proofOf(signText(document, 'eddsa-jcs-2022', signer, method, options)))
    }
    const found = await checkProofs(
      { ...content, proof: proofs },
      [],
      { issuerId: 'did:web:chuo-u.example', issuedAt: null },
      contextAt('2026-11-22T10:00:00Z'),
      keysAtHand(),
    )
    expect([found.integrity.value, found.problems]).toEqual(['intact', []])
  })
})

describe('a chain of proofs', () => {
  it('is refused where the previous proof is missing', async () => {
    expect(await inShort(check([{ ...university, previousProof: 'urn:uuid:gone' }]))).toEqual([
      'malformed',
      'registered',
      'eddsa-rdfc-2022',
      ['proof.previous-missing /proof/0/previousProof'],
    ])
  })

  it('is refused where a previous proof lacks its own', async () => {
    const first = { ...university, id: 'urn:uuid:1', previousProof: 'urn:uuid:gone' }
    const found = await check([first, { ...universityToo, previousProof: 'urn:uuid:1' }])
    expect([found.integrity.value, found.problems.map(({ code }) => code)]).toEqual(['malformed', ['proof.previous-missing', 'proof.previous-missing']])
  })

  it('is refused where it is circular', async () => {
    const first = { ...university, id: 'urn:uuid:1', previousProof: 'urn:uuid:2' }
    const second = { ...universityToo, id: 'urn:uuid:2', previousProof: ['urn:uuid:1'] }
    expect((await check([first, second])).integrity.value).toBe('malformed')
    expect((await check([{ ...university, id: 'urn:uuid:1', previousProof: 'urn:uuid:1' }])).problems).toEqual([
      { code: 'proof.shape', at: '/proof/0/previousProof' },
    ])
  })
})
