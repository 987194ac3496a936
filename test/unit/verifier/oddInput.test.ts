import { describe, expect, it } from 'vitest'
import { normalForm, parse } from '../../../electron/parser'
import { dataOf, dependenciesOf, makeContext, type VerifierContext, verify } from '../../../electron/verifier'
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'
import { badge, claims, compact, contextWith, didKeyOf, ed25519Signer, issuer } from './stage'

const odd: readonly JsonValue[] = [
  null,
  [],
  {},
  0,
  -1,
  1e300,
  '',
  'x',
  '#',
  'https://[',
  'did:key:z',
  'did:jwk:e30',
  true,
  [null],
  [{}],
  { id: {} },
  '2026-13-45',
]

/** Every document that differs in one place, at any depth, by one odd value or a missing one. */
function* variants(value: JsonValue, make: (changed: JsonValue) => JsonValue): Generator<JsonValue> {
  if (!isObject(value) && !isArray(value)) return
  for (const [name, member] of Object.entries(value)) {
    const put = (changed: JsonValue): JsonValue =>
      isArray(value) ? value.map((item, index) => (String(index) === name ? changed : item)) : { ...value, [name]: changed }
    for (const replacement of odd) yield make(put(replacement))
    yield* variants(member, (changed) => make(put(changed)))
  }
}

const signer = ed25519Signer()
const did = didKeyOf(signer)
const context: VerifierContext = contextWith([issuer(did)])

async function verdictsOf(texts: Iterable<string> | AsyncIterable<string>) {
  const grades: string[] = []
  for await (const text of texts) {
    const kind = text.startsWith('{') ? ('json' as const) : ('jws' as const)
    for (const item of parse({ kind: 'envelope', source: 'odd', container: kind, baked: null, payload: { kind, text }, problems: [] })) {
      if (item.kind !== 'credential' && item.kind !== 'envelope') continue
      dependenciesOf(item)
      grades.push((await verify(item, context)).grade)
    }
  }
  return grades
}

const status = {
  id: 'https://example.ac.jp/s#1',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '1',
  statusListCredential: 'https://example.ac.jp/s',
}

describe('every odd value in every place gives a verdict', () => {
  it('of an embedded proof, and none is verified', async () => {
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      verificationMethod: did,
      proofPurpose: 'assertionMethod',
      proofValue: `z${'2'.repeat(88)}`,
    }
    const document: JsonObject = { ...badge(did, { credentialStatus: status }), proof }
    const grades = await verdictsOf([...variants(document, (changed) => changed)].map((changed) => JSON.stringify(changed)))
    expect(grades.length).toBeGreaterThan(300)
    expect(grades).not.toContain('verified')
  })
  it('of a token with the old signature, and none is verified', async () => {
    const [header, payload = '', signature] = (await compact(claims(badge(did, { credentialStatus: status })), { kid: did }, signer)).split('.')
    const content: JsonObject = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const texts = [...variants(content, (changed) => changed)].map(
      (changed) => `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`,
    )
    const grades = await verdictsOf(texts)
    expect(grades.length).toBeGreaterThan(300)
    expect(grades).not.toContain('verified')
  })
  it('of the header of a token', async () => {
    const header: JsonObject = { alg: 'EdDSA', kid: did, jwk: signer.jwk, crit: ['x'] }
    const payload = Buffer.from(JSON.stringify(claims(badge(did)))).toString('base64url')
    const texts = [...variants(header, (changed) => changed)].map(
      (changed) => `${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${payload}.${'A'.repeat(86)}`,
    )
    expect(await verdictsOf(texts)).not.toContain('verified')
  })
  it('of a token with a valid signature', async () => {
    const content = claims(badge(did, { credentialStatus: status }))
    const texts = [...variants(content, (changed) => changed)].filter(isObject).map((changed) => compact(changed, { kid: did }, signer))
    expect((await verdictsOf(await Promise.all(texts))).length).toBeGreaterThan(300)
  })
  it('of a hosted badge', async () => {
    const issuerProfile = {
      type: 'Issuer',
      id: 'https://b.example.jp/i',
      name: 'x',
      url: 'https://b.example.jp',
      revocationList: 'https://b.example.jp/r',
      publicKey: { id: 'k', publicKeyPem: 'x' },
    }
    const badgeClass = { type: 'BadgeClass', id: 'https://b.example.jp/b', name: 'x', issuer: issuerProfile }
    const document = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://b.example.jp/a',
      recipient: { type: 'email', hashed: false, identity: 'a@example.jp' },
      badge: badgeClass,
      verification: { type: 'hosted' },
      issuedOn: '2026-04-01',
    }
    const grades = await verdictsOf([...variants(document, (changed) => changed)].map((changed) => JSON.stringify(changed)))
    expect(new Set(grades)).toEqual(new Set(['unproven', 'rejected']))
  })
  it('of a supporting document', async () => {
    const web = 'did:web:example.ac.jp'
    const token = await compact(claims(badge(web, { credentialStatus: status })), { kid: `${web}#key-1` }, signer)
    const method = { id: `${web}#key-1`, type: 'JsonWebKey', controller: web, publicKeyJwk: signer.jwk }
    const list = {
      id: 'https://example.ac.jp/s',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: web,
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uAAAA' },
    }
    const [credential] = parse({ kind: 'envelope', source: 'odd', container: 'jws', baked: null, payload: { kind: 'jws', text: token }, problems: [] })
    if (credential?.kind !== 'credential') throw new Error('a credential')
    const documents = [{ id: web, verificationMethod: [method], assertionMethod: [`${web}#key-1`] }, { keys: [{ ...signer.jwk, kid: 'k' }] }, list]
    for (const document of documents)
      for (const changed of variants(document, (whole) => whole)) {
        const support = { kind: 'support' as const, source: 'odd', id: null, text: JSON.stringify(changed), ...normalForm(changed as JsonObject) }
        const held = makeContext({
          ...dataOf(context),
          keyDocuments: [
            { ...support, type: 'keyDocument' as const },
            { ...support, type: 'jwks' as const },
          ],
          statusLists: [{ ...support, type: 'statusList' as const }],
        })
        expect((await verify(credential, held)).grade).not.toBe('verified')
      }
  })
})
