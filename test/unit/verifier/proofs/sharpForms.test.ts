import { createHash, sign } from 'node:crypto'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { makeCrossCheck, verify } from '../../../../electron/verifier'
import { canonicalize } from '../../../../electron/verifier/jsonld/canonicalize'
import { pinnedContexts } from '../../../../electron/verifier/jsonld/contextTable'
import { jwkKey } from '../../../../electron/verifier/keys/jwk'
import { checkProofs } from '../../../../electron/verifier/proofs'
import { verifyJcs } from '../../../../electron/verifier/proofs/jcs'
import { inspectJws } from '../../../../electron/verifier/proofs/jws/compactJws'
import { readInstant } from '../../../../electron/verifier/proofs/proofShape'
import { verifyRdfc } from '../../../../electron/verifier/proofs/rdfc'
import type { JsonObject } from '../../../../shared/model/json'
import { signJcs } from '../signedJcs'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ed25519Signer, issuer, rawToken, rsaSigner, type Signer } from '../stage'
import { contextAt, keysAtHand } from './keysAtHand'
import { signDataIntegrity, unsignedBadge } from './signedElsewhere'

const signer = ed25519Signer()
const did = didKeyOf(signer)
const context = contextWith([issuer(did)])
const keyOf = ({ jwk }: Signer) => {
  const reading = jwkKey(jwk)
  if (!reading.ok) throw new Error(reading.problem.code)
  return reading.value
}
const verdictOf = (document: JsonObject, held = context) => verify(credentialOf(JSON.stringify(document)), held)
const codes = async (found: ReturnType<typeof verify>) => (await found).problems.map(({ code, at }) => `${code} ${at}`)

describe('a chain over two proofs', () => {
  const content = badge(did)
  const [first, second] = ['urn:uuid:1', 'urn:uuid:2'].map((id) => signJcs(content, signer, { id }).proof ?? null)
  const chained = (proofs: readonly (typeof first)[]) => {
    const earlier = proofs.map((proof) => proof ?? null)
    const { proof } = signJcs({ ...content, proof: earlier }, signer, { previousProof: ['urn:uuid:2', 'urn:uuid:1'] })
    return { ...content, proof: [...earlier, proof ?? null] }
  }
  it('covers both, in the order of the set, whatever order names them', async () => {
    expect(await verdictOf(chained([first, second]))).toMatchObject({ grade: 'verified' })
  })
  it('fails with a previous one, whose place is named', async () => {
    const changed = { ...(second as JsonObject), created: '2026-04-01T00:00:00Z' }
    const found = await verdictOf(chained([first, changed]))
    expect(found).toMatchObject({ grade: 'rejected', axes: { integrity: { value: 'altered', at: '/proof/1/proofValue' } } })
  })
  it('names the previous proof that is missing', async () => {
    const { proof } = signJcs(content, signer, { previousProof: 'urn:uuid:9' })
    expect(await codes(verdictOf({ ...content, proof: proof ?? null }))).toContain('proof.previous-missing /proof/previousProof')
  })
})

describe('a proof over characters of two planes', () => {
  const university = 'did:web:chuo-u.example'
  const names = unsignedBadge({
    name: '𠮷野ＡＩ講座',
    credentialStatus: ['ＡＩ', '𠮷'].map((name) => ({ id: `https://chuo-u.example/${name}`, type: '1EdTechRevocationList' })),
  })
  const check = (document: JsonObject) => checkProofs(document, [], { issuerId: university, issuedAt: null }, contextAt('2026-11-22T10:00:00Z'), keysAtHand())
  it('in the order of UTF-16, as many signers use, is intact with a problem', async () => {
    const finding = await check(await signDataIntegrity(names))
    expect([finding.integrity.value, finding.problems.map(({ code }) => code)]).toEqual(['intact', ['context.canonical-order']])
  })
  it('in the order of the standard is intact', async () => {
    const method = `${university}#${did.slice('did:key:'.length)}`
    const options = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', verificationMethod: method }
    const half = async (document: JsonObject) => {
      const form = await canonicalize(document, { order: 'code-point', contextText: 'newer' })
      if (!form.ok) throw new Error(form.problem.code)
      return createHash('sha256').update(form.value, 'utf8').digest()
    }
    const message = Buffer.concat([await half({ ...options, '@context': names['@context'] ?? null }), await half(names)])
    const proofValue = `z${base58.encode(sign(null, message, signer.privateKey))}`
    const finding = await check({ ...names, proof: { ...options, proofValue } })
    expect([finding.integrity.value, finding.problems]).toEqual(['intact', []])
  })
  it('that fits in neither order is altered', async () => {
    expect((await check({ ...(await signDataIntegrity(names)), name: '𠮷野ＡＩ入門' })).integrity.value).toBe('altered')
  })
})

describe('a suite by itself', () => {
  const canonicalizing = { contexts: pinnedContexts, crossCheck: makeCrossCheck() }
  const proof = { type: 'DataIntegrityProof', proofPurpose: 'assertionMethod', proofValue: `z${'2'.repeat(88)}` }
  const value = `z${base58.encode(new Uint8Array(64).fill(7))}`
  it('refuses a key of another type', async () => {
    const rsa = keyOf(rsaSigner())
    const refused = { verdict: 'malformed', at: '/proof/verificationMethod', problems: [{ code: 'key.malformed', at: '/proof/verificationMethod' }] }
    expect(await verifyJcs(badge(did), proof, rsa)).toEqual(refused)
    expect(await verifyRdfc(badge(did), proof, rsa, canonicalizing)).toEqual(refused)
  })
  it('refuses a context of the proof’s own', async () => {
    const own = { ...proof, proofValue: value, '@context': ['https://www.example.org/own'] }
    const refused = { verdict: 'malformed', at: '/proof/@context', problems: [{ code: 'context.nested', at: '/proof/@context' }] }
    expect(await verifyJcs(badge(did), own, keyOf(signer))).toEqual(refused)
    expect(await verifyRdfc(badge(did), own, keyOf(signer), canonicalizing)).toEqual(refused)
  })
  it('reads a document without any context, and refuses options that nest beyond the stack', async () => {
    const plain = { 'https://example.org/name': '適材' }
    const options = { 'https://example.org/purpose': 'x', proofValue: value }
    expect((await verifyRdfc(plain, options, keyOf(signer), canonicalizing)).verdict).toBe('altered')
    let deep: JsonObject = options
    for (let level = 0; level < 20_000; level++) deep = { 'https://example.org/in': deep }
    expect(await verifyRdfc(plain, { ...deep, proofValue: value }, keyOf(signer), canonicalizing)).toEqual({
      verdict: 'unsupported',
      at: '/proof',
      problems: [{ code: 'canonicalization.too-complex', at: '/proof' }],
    })
  })
  it('gives up options whose blank nodes cannot be told apart', async () => {
    const clique = Array.from({ length: 12 }, (_, one) => ({
      '@id': `_:b${one}`,
      'https://example.org/knows': Array.from({ length: 12 }, (__, other) => ({ '@id': `_:b${other}` })).filter((_other, other) => other !== one),
    }))
    const found = await verifyRdfc(
      { 'https://example.org/name': '適材' },
      { 'https://example.org/in': clique, proofValue: value },
      keyOf(signer),
      canonicalizing,
    )
    expect(found).toEqual({ verdict: 'unsupported', at: '/proof', problems: [{ code: 'canonicalization.too-complex', at: '/proof' }] })
  })
  it('reads a date of a proof without a zone as UTC', () => {
    expect(readInstant('2026-04-01T00:00:00')?.toISOString()).toBe('2026-04-01T00:00:00.000Z')
    expect(readInstant('2026-04-01')).toBeNull()
  })
})

describe('proofs of a document', () => {
  it('are malformed where the text is, with or without a place', async () => {
    const check = (problem: { readonly at?: string }) =>
      checkProofs(signJcs(badge(did), signer), [{ code: 'json.duplicate-member', ...problem }], { issuerId: did, issuedAt: null }, context, keysAtHand())
    expect((await check({ at: '/name' })).integrity).toMatchObject({ value: 'malformed', at: '/name' })
    expect((await check({})).integrity).toEqual({ value: 'malformed', seen: [{ kind: 'suite', text: 'eddsa-jcs-2022' }] })
  })
  it('by a key of another issuer in the proof itself are foreign, without a name', async () => {
    const other = ed25519Signer()
    const method = { type: 'Multikey', controller: didKeyOf(other), publicKeyMultibase: didKeyOf(other).slice('did:key:'.length) }
    const found = await verdictOf(signJcs(badge(did), other, { verificationMethod: method }))
    expect(found).toMatchObject({ grade: 'rejected', axes: { issuer: { value: 'mismatch' } } })
    expect(found.problems).toContainEqual({ code: 'proof.foreign', at: '/proof' })
  })
})

describe('the form of a token', () => {
  const sound = rawToken({ alg: 'EdDSA', kid: did }, claims(badge(did)), Buffer.alloc(64, 1))
  it('has three parts, each in canonical base64url', () => {
    const [header = '', payload = '', signature = ''] = sound.split('.')
    const forms = [sound, `${sound}.x`, `${header}=.${payload}.${signature}`, `${header}.${payload}*.${signature}`, `${header}.${payload}`]
    expect(forms.map((token) => inspectJws(token, { alg: 'EdDSA' }).verdict)).toEqual(['sound', 'malformed', 'malformed', 'malformed', 'malformed'])
  })
  it('must not name another algorithm in the key of its header', async () => {
    const withAlg = async (alg: string) => verdictOnText(await compact(claims(badge(did)), { jwk: { ...signer.jwk, alg } }, signer))
    const verdictOnText = (text: string) => verify(credentialOf(text), context)
    expect(await withAlg('ES256')).toMatchObject({ grade: 'rejected', axes: { integrity: { value: 'malformed' } } })
    expect(await withAlg('EdDSA')).toMatchObject({ grade: 'verified' })
  })
  it('may name its key relative to the issuer of the credential, or of its claims; without an issuer the key is not found', async () => {
    const relative = `#${did.slice('did:key:'.length)}`
    const { iss: _, ...nameless } = claims(badge(did))
    expect(await verify(credentialOf(await compact(nameless, { kid: relative }, signer)), context)).toMatchObject({ grade: 'verified' })
    const { issuer: __, ...withoutIssuer } = nameless
    expect(await verify(credentialOf(await compact(withoutIssuer, { kid: relative }, signer)), context)).toMatchObject({
      axes: { issuer: { value: 'unauthenticated' } },
    })
  })
})
