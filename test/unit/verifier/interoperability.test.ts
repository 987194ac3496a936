import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign, compactVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../electron/verifier'
import type { JsonObject } from '../../../shared/model/json'
import type { KeyMaterial } from '../../../shared/model/register'
import { alterations } from './alterations'
import { methodOf, peerVerdict } from './peer'
import { signDataIntegrity, signEd25519Signature2020, unsignedBadge } from './proofs/signedElsewhere'
import { type KeyType, signCompact, signStatements, signText, testKey } from './signer'
import { badge, claims, contextWith, credentialOf, issuer } from './stage'

const web = 'did:web:chuo-u.example'

const registered = (material: KeyMaterial, id = 'key-1') => contextWith([issuer(web, [{ id, material, validFrom: null, validUntil: null }])])

/** The grade, or null where the text is no credential at all. */
async function gradeOf(text: string, context: ReturnType<typeof registered>): Promise<string | null> {
  const found = (() => {
    try {
      return credentialOf(text)
    } catch {
      return null
    }
  })()
  return found && (await verify(found, context)).grade
}

/** The order of a document whose statements are signed has no meaning, except that of contexts and of proofs, of which there is one. */
const isFreeOrder = (alteration: string): boolean => alteration.startsWith('order ') && !alteration.startsWith('order /@context')

/** Alterations after which the document is still accepted, by kind and place. */
async function accepted(document: JsonObject, context: ReturnType<typeof registered>): Promise<{ readonly count: number; readonly which: readonly string[] }> {
  const which: string[] = []
  let count = 0
  for (const { what, at, document: altered } of alterations(document)) {
    count += 1
    if ((await gradeOf(JSON.stringify(altered), context)) === 'verified') which.push(`${what} ${at}`)
  }
  return { count, which }
}

const signedElsewhere = [
  ['eddsa-rdfc-2022', signDataIntegrity],
  ['Ed25519Signature2020', signEd25519Signature2020],
] as const

describe.each(signedElsewhere)('a credential signed by another program as %s', (suite, sign) => {
  const key = testKey('Ed25519', 1)
  const context = registered({ publicKeyMultibase: key.multibase }, `${web}#${key.multibase}`)
  let signed: JsonObject = {}
  beforeAll(async () => {
    signed = await sign(unsignedBadge({ evidence: [{ id: 'https://chuo-u.example/e/1', type: ['Evidence'], name: '演習' }] }))
  })

  it('is verified here', async () => {
    const found = await verify(credentialOf(JSON.stringify(signed)), context)
    expect([found.grade, found.proof]).toEqual(['verified', suite])
  })

  it('is not accepted once any value, name, member or order of contexts is altered', async () => {
    const { count, which } = await accepted(signed, context)
    expect(count).toBeGreaterThan(120)
    // The last context is that of the 2020 suite, independent of the one before: where the other suite signed, removing it changes nothing.
    const harmless = ['order /@context/3', 'removal /@context/3']
    expect(which.filter((one) => !isFreeOrder(one) && !harmless.includes(one))).toEqual([])
  })
})

describe('a credential signed by the tests’ own signer', () => {
  const key = testKey('Ed25519')
  const held = { id: web, key }
  const peer = peerVerdict([held])
  const context = registered({ publicKeyMultibase: key.multibase }, methodOf(held))

  it.each(['eddsa-rdfc-2022', 'Ed25519Signature2020'])('as %s is verified by the other program and here', async (suite) => {
    const signed = await signStatements(unsignedBadge(), suite, key, methodOf(held))
    expect((await peer(signed)).verified).toBe(true)
    expect(await gradeOf(JSON.stringify(signed), context)).toBe('verified')
    const altered = { ...signed, name: 'x' }
    expect((await peer(altered)).verified).toBe(false)
    expect(await gradeOf(JSON.stringify(altered), context)).toBe('rejected')
  })

  it.each([
    ['eddsa-rdfc-2022', 'Ed25519'],
    ['ecdsa-rdfc-2019', 'P-256'],
    ['ecdsa-rdfc-2019', 'P-384'],
  ] as const)('over statements as %s with %s is verified here, and not once altered', async (suite, type) => {
    const own = testKey(type)
    const method = `${web}#${own.multibase}`
    const signed = await signStatements(badge(web), suite, own, method)
    const known = registered({ publicKeyMultibase: own.multibase }, method)
    expect(await gradeOf(JSON.stringify(signed), known)).toBe('verified')
    expect((await accepted(signed, known)).which.filter((one) => !isFreeOrder(one))).toEqual([])
  })

  it.each([
    ['eddsa-jcs-2022', 'Ed25519'],
    ['ecdsa-jcs-2019', 'P-256'],
    ['ecdsa-jcs-2019', 'P-384'],
  ] as const)('over its text as %s with %s is verified here, and not once anything is altered, in any order of members', async (suite, type) => {
    const own = testKey(type)
    const method = `${web}#${own.multibase}`
    const known = registered({ publicKeyMultibase: own.multibase }, method)
    const signed = signText(badge(web), suite, own, method)
    expect(await gradeOf(JSON.stringify(signed), known)).toBe('verified')
    expect((await accepted(signed, known)).which).toEqual([])
  })
})

const joseKeys: readonly (readonly [string, () => { readonly privateKey: KeyObject; readonly publicKey: KeyObject }])[] = [
  ['EdDSA', () => generateKeyPairSync('ed25519')],
  ['Ed25519', () => generateKeyPairSync('ed25519')],
  ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['ES384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['RS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['PS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
]

const encoded = (part: JsonObject): string => Buffer.from(JSON.stringify(part)).toString('base64url')

describe.each(joseKeys)('a token signed by jose with %s', (alg, generate) => {
  const { privateKey, publicKey } = generate()
  const publicKeyJwk: JsonObject = JSON.parse(JSON.stringify(publicKey.export({ format: 'jwk' })))
  const context = registered({ publicKeyJwk }, `${web}#key-1`)
  const payload = claims(badge(web), { iat: 1_775_000_000 })
  const header = { alg, kid: `${web}#key-1`, typ: 'JWT' }
  const sign = () => new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header).sign(privateKey)

  it('is verified here, and not once payload or header is altered anywhere', async () => {
    const token = await sign()
    const [protectedPart, payloadPart, signature] = token.split('.')
    expect(await gradeOf(token, context)).toBe('verified')
    const altered = [
      ...[...alterations(payload)].map((one) => ({ ...one, token: `${protectedPart}.${encoded(one.document)}.${signature}` })),
      ...[...alterations(header)].map((one) => ({ ...one, token: `${encoded(one.document)}.${payloadPart}.${signature}` })),
    ]
    expect(altered.length).toBeGreaterThan(80)
    for (const { what, at, token: other } of altered) expect(await gradeOf(other, context), `${what} ${at}`).not.toBe('verified')
  })
})

describe.each([
  ['EdDSA', 'Ed25519'],
  ['ES256', 'P-256'],
  ['ES384', 'P-384'],
] as const)('a token signed by the tests’ own signer with %s', (alg, type: KeyType) => {
  it('is verified by jose and here', async () => {
    const key = testKey(type)
    const token = signCompact({ alg, kid: `${web}#key-1` }, claims(badge(web)), key)
    const { payload } = await compactVerify(token, await importJWK({ ...key.jwk }, alg))
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual(claims(badge(web)))
    expect(await gradeOf(token, registered({ publicKeyJwk: { ...key.jwk } }, `${web}#key-1`))).toBe('verified')
  })
})
