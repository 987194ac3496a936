import { createHash, sign } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { type VerifierContext, verify } from '../../../electron/verifier'
import { steadyJson } from '../../../electron/verifier/context/sameJson'
import type { JsonObject } from '../../../shared/model/json'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ed25519Signer, issuer, key, multibase, type Signer } from './stage'

const signer = ed25519Signer()
const did = didKeyOf(signer)
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** A credential with an `eddsa-jcs-2022` proof, made here by the text of the standard. Its names and values sort and print alike in JCS and here. */
function proven(document: JsonObject, by: Signer, also: JsonObject = {}): JsonObject {
  const options = {
    '@context': document['@context'] ?? null,
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: '2026-04-01T00:00:00Z',
    verificationMethod: `${didKeyOf(by)}#${multibase(by)}`,
    proofPurpose: 'assertionMethod',
    ...also,
  }
  const message = Buffer.concat([sha256(steadyJson(options)), sha256(steadyJson(document))])
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(sign(null, message, by.privateKey))}` } }
}

const verdictOf = async (document: JsonObject | string, context: VerifierContext = contextWith([issuer(did)])) => {
  const found = await verify(credentialOf(typeof document === 'string' ? document : JSON.stringify(document)), context)
  return { found, grade: found.grade, integrity: found.axes.integrity.value, issuer: found.axes.issuer.value, counts: found.counts, proof: found.proof }
}

describe('every value of integrity occurs', () => {
  it('intact', async () => {
    expect(await verdictOf(proven(badge(did), signer))).toMatchObject({ grade: 'verified', integrity: 'intact', counts: true, proof: 'eddsa-jcs-2022' })
  })
  it('altered', async () => {
    expect(await verdictOf({ ...proven(badge(did), signer), name: 'x' })).toMatchObject({ grade: 'rejected', integrity: 'altered', counts: false })
  })
  it('unsigned', async () => {
    expect(await verdictOf(badge(did))).toMatchObject({ grade: 'unproven', integrity: 'unsigned', issuer: 'unauthenticated', proof: null })
  })
  it('unsupported', async () => {
    const proof = { type: 'RsaSignature2018', verificationMethod: did, proofPurpose: 'assertionMethod', jws: 'x' }
    expect(await verdictOf({ ...badge(did), proof })).toMatchObject({ grade: 'unproven', integrity: 'unsupported', proof: 'RsaSignature2018' })
  })
  it('data-loss', async () => {
    const document = badge(did, { noContextDefinesThis: 'x' })
    const { proof } = proven(document, signer)
    expect(await verdictOf({ ...document, proof: { ...(proof as JsonObject), cryptosuite: 'eddsa-rdfc-2022' } })).toMatchObject({
      grade: 'unproven',
      integrity: 'data-loss',
    })
  })
  it('malformed: repeated member names', async () => {
    const text = JSON.stringify(proven(badge(did), signer)).replace('{', '{"id":"urn:uuid:first",')
    expect(await verdictOf(text)).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })
  it('malformed: a lone surrogate, a number beyond 2^53', async () => {
    const text = JSON.stringify(proven(badge(did, { name: 'NAME' }), signer))
    for (const odd of ['"\\ud800"', '9007199254740993'])
      expect(await verdictOf(text.replace('"NAME"', odd))).toMatchObject({ grade: 'rejected', integrity: 'malformed' })
  })
})

describe('every value of issuer occurs', () => {
  const web = 'did:web:example.ac.jp'
  it('registered, unregistered', async () => {
    expect((await verdictOf(proven(badge(did), signer))).issuer).toBe('registered')
    expect(await verdictOf(proven(badge(did), signer), contextWith())).toMatchObject({ issuer: 'unregistered', grade: 'unregistered', counts: false })
  })
  it('unauthenticated: the key is in the fragment of the victim’s address', async () => {
    const victim = 'https://victim.example'
    const document = proven(badge(victim), signer, { verificationMethod: `${victim}#${multibase(signer)}` })
    expect(await verdictOf(document, contextWith([issuer(victim, [key('first', ed25519Signer())])]))).toMatchObject({
      integrity: 'intact',
      issuer: 'unauthenticated',
      grade: 'unproven',
    })
  })
  it('unresolved', async () => {
    expect(await verdictOf(proven(badge(web), signer, { verificationMethod: `${web}#key-1` }))).toMatchObject({
      integrity: 'unsupported',
      issuer: 'unresolved',
      grade: 'unproven',
    })
  })
  it('mismatch: a key of another issuer', async () => {
    expect(await verdictOf(proven(badge(did), ed25519Signer()))).toMatchObject({ issuer: 'mismatch', grade: 'rejected' })
  })
})

describe('an endorsement', () => {
  const endorsement = (by: Signer): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:e',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: didKeyOf(by), type: ['Profile'] },
    validFrom: '2026-04-01T00:00:00Z',
    credentialSubject: { id: 'https://example.ac.jp/a/1', type: ['EndorsementSubject'], endorsementComment: '良い' },
  })
  it('by a registered issuer does not prove the badge that carries it', async () => {
    const stranger = ed25519Signer()
    const carrying = badge(didKeyOf(stranger), { endorsement: [proven(endorsement(signer), signer)] })
    expect(await verdictOf(carrying)).toMatchObject({ grade: 'unproven', counts: false })
    expect(await verdictOf(proven(carrying, stranger))).toMatchObject({ counts: false, issuer: 'unregistered' })
  })
  it('is verified by itself and counts as no skill', async () => {
    expect(await verdictOf(proven(endorsement(signer), signer))).toMatchObject({ grade: 'verified', counts: false })
    const full = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementCredential'
    const token = await compact(
      claims({ ...endorsement(signer), type: ['VerifiableCredential', full] }, { sub: 'https://example.ac.jp/a/1' }),
      { kid: did },
      signer,
    )
    expect(await verdictOf(token)).toMatchObject({ grade: 'verified', counts: false })
  })
})

describe('a credential signed by a registered issuer', () => {
  it('does not count before or after its validity period', async () => {
    expect((await verdictOf(proven(badge(did, { validFrom: '2027-01-01T00:00:00Z' }), signer))).counts).toBe(false)
    expect((await verdictOf(proven(badge(did, { validUntil: '2026-11-01' }), signer))).counts).toBe(false)
    expect((await verdictOf(proven(badge(did, { validUntil: ['2026-11-01T00:00:00Z'] }), signer))).counts).toBe(false)
    expect((await verdictOf(proven(badge(did, { validUntil: '2029-11-01T00:00:00Z', expirationDate: '2026-11-01T00:00:00Z' }), signer))).counts).toBe(false)
  })
  it('as a token with an inner document of another issuer is rejected', async () => {
    const token = await compact(claims(badge('https://victim.example'), { iss: did }), { kid: did }, signer)
    expect((await verdictOf(token)).grade).toBe('rejected')
  })
})
