import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type VerifierContext, verify } from '../../../../electron/verifier'
import type { JsonObject } from '../../../../shared/model/json'
import { signJcs } from '../signedJcs'
import { badge, claims, compact, contextWith, credentialOf, didKeyOf, ed25519Signer, evidence, issuer, key } from '../stage'

const signer = ed25519Signer()
const did = didKeyOf(signer)
const url = 'https://example.ac.jp/status/1'
const register = [issuer(did)]
const packed = (...set: readonly number[]) => {
  const bits = Buffer.alloc(131072 / 8)
  for (const index of set) bits[index >> 3] = 0x80 >> (index % 8)
  return `u${gzipSync(bits).toString('base64url')}`
}
const list = (also: JsonObject = {}, subject: JsonObject = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: did,
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: packed(8), ...subject },
  ...also,
})
const entry = (also: JsonObject = {}): JsonObject => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '8',
  statusListCredential: url,
  ...also,
})
const token = (payload: JsonObject) => compact(payload, { kid: did, typ: 'vc+jwt' }, signer)

async function statusOf(credentialStatus: JsonObject, context: VerifierContext, also: JsonObject = {}) {
  const text = await compact(claims(badge(did, { credentialStatus, ...also })), { kid: did }, signer)
  const { axes, problems } = await verify(credentialOf(text), context)
  return { status: axes.status.value, seen: axes.status.seen, codes: problems.map(({ code }) => code).filter((code) => code.startsWith('status.')) }
}

describe('an entry without a list', () => {
  it('is unknown, and invalid with an invalid index', async () => {
    const { statusListCredential: _, ...nameless } = entry()
    expect(await statusOf(nameless, contextWith(register))).toEqual({ status: 'unknown', seen: [], codes: ['status.no-list'] })
    expect(await statusOf({ ...nameless, statusListIndex: 'x' }, contextWith(register))).toEqual({ status: 'invalid-list', seen: [], codes: ['status.index'] })
    expect(await statusOf({ type: '1EdTechRevocationList' }, contextWith(register))).toEqual({ status: 'unknown', seen: [], codes: ['status.no-list'] })
  })
  it('without a purpose is about revocation', async () => {
    const { statusPurpose: _, ...plain } = entry()
    expect((await statusOf(plain, contextWith(register, [await token(list())]))).status).toBe('revoked')
  })
})

describe('a list of bits', () => {
  it('without an issuer is not proven, though a registered key signed it', async () => {
    const { issuer: _, ...withoutIssuer } = list()
    expect(await statusOf(entry(), contextWith(register, [await token(withoutIssuer)]))).toMatchObject({
      status: 'unknown',
      codes: ['status.list-unproven', 'status.revocation-claimed'],
    })
  })
  it('may name its issuer in the claims of its token', async () => {
    const { issuer: _, ...withoutIssuer } = list()
    expect((await statusOf(entry(), contextWith(register, [await token({ ...withoutIssuer, iss: did })]))).status).toBe('revoked')
  })
  it('without a date counts, and is older than any with one', async () => {
    const { validFrom: _, ...undated } = list({}, { encodedList: packed() })
    expect(await statusOf(entry(), contextWith(register, [await token(undated)]))).toEqual({ status: 'clear', seen: [{ kind: 'list', text: url }], codes: [] })
    const both = [await token(undated), await token(list())]
    expect((await statusOf(entry(), contextWith(register, both))).status).toBe('revoked')
    expect((await statusOf(entry(), contextWith(register, both.toReversed()))).status).toBe('revoked')
  })
  it('ends with its token, or with its own end where that is earlier', async () => {
    const november = (day: number) => Date.parse(`2026-11-${day}T00:00:00Z`) / 1000
    const clear = (also: JsonObject) => token({ ...list({}, { encodedList: packed() }), ...also })
    const codes = async (text: string) => (await statusOf(entry(), contextWith(register, [text]))).codes
    expect(await codes(await clear({ exp: november(20) }))).toEqual(['status.list-expired'])
    expect(await codes(await clear({ exp: november(30) }))).toEqual([])
    expect(await codes(await clear({ exp: november(30), validUntil: '2026-11-20T00:00:00Z' }))).toEqual(['status.list-expired'])
    expect(await codes(await clear({ exp: november(20), validUntil: '2026-11-30T00:00:00Z' }))).toEqual(['status.list-expired'])
  })
  it.each([
    ['a number', 5],
    ['no base64url', 'u{}'],
    ['empty', 'u'],
    ['no gzip', 'uAAAA'],
  ])('whose encodedList is %s is no list', async (_, encodedList) => {
    expect(await statusOf(entry(), contextWith(register, [await token(list({}, { encodedList }))]))).toMatchObject({
      status: 'invalid-list',
      codes: ['status.list-invalid'],
    })
  })
  it('signed inside its JSON and fetched from its address is read as JSON', async () => {
    const body = JSON.stringify(signJcs(list(), signer))
    expect((await statusOf(entry(), contextWith(register, [evidence({ url, body })]))).status).toBe('revoked')
  })
  it('with an unreadable date clears no badge', async () => {
    expect((await statusOf(entry(), contextWith(register, [await token(list({ validFrom: 'autumn' }))]))).status).toBe('invalid-list')
    expect((await statusOf(entry(), contextWith(register, [await token(list({ validUntil: '2026-02-30' }))]))).status).toBe('invalid-list')
  })
})

describe('a revocation list of 1EdTech', () => {
  const named = { id: url, type: '1EdTechRevocationList' }
  const id = String(badge(did).id)
  const revocations = (also: JsonObject = {}): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: '1EdTechRevocationList',
    issuer: did,
    revokedCredential: [id],
    ...also,
  })
  const served = (document: JsonObject) => evidence({ url, body: JSON.stringify(document) })
  it('that is not stored leaves the status unknown', async () => {
    expect(await statusOf(named, contextWith(register))).toEqual({ status: 'unknown', seen: [{ kind: 'list', text: url }], codes: ['status.no-list'] })
  })
  it('may hold its issuer whole, or none, and its members in the plural', async () => {
    const { issuer: _, revokedCredential: __, ...withoutIssuer } = revocations()
    for (const one of [revocations({ issuer: { id: did } }), revocations({ issuer: {} }), { ...withoutIssuer, revokedCredentials: [{ id }] }])
      expect((await statusOf(named, contextWith(register, [served(one)]))).status).toBe('revoked')
  })
  it('revokes no credential without an id', async () => {
    const { id: _, ...nameless } = badge(did, { credentialStatus: named })
    const { jti: __, ...payload } = claims(nameless)
    const text = await compact(payload, { kid: did }, signer)
    expect((await verify(credentialOf(text), contextWith(register, [served(revocations())]))).axes.status.value).toBe('clear')
  })
  it('that is signed must be intact, and proven no less than the badge', async () => {
    const signed = signJcs(revocations(), signer)
    expect((await statusOf(named, contextWith(register, [signed]))).status).toBe('revoked')
    expect(await statusOf(named, contextWith(register, [{ ...signed, revokedCredential: [] }]))).toMatchObject({
      status: 'unknown',
      codes: ['status.list-invalid'],
    })
  })
  it('that is signed decides by its own date: the newest, whatever came later, and none that is expired', async () => {
    const [older, newer] = [revocations({ revokedCredential: [], validFrom: '2026-01-01T00:00:00Z' }), revocations({ validFrom: '2026-06-01T00:00:00Z' })]
    const [one, other] = [signJcs(older, signer), signJcs(newer, signer)]
    for (const files of [
      [one, other],
      [other, one],
    ])
      expect((await statusOf(named, contextWith(register, files))).status).toBe('revoked')
    const early = signJcs(revocations({ validFrom: '2027-01-01T00:00:00Z' }), signer)
    expect((await statusOf(named, contextWith(register, [one, early]))).status).toBe('clear')
    expect(await statusOf(named, contextWith(register, [early]))).toMatchObject({ status: 'invalid-list', codes: ['status.list-invalid'] })
    const past = signJcs({ ...older, validUntil: '2026-10-01T00:00:00Z' }, signer)
    expect(await statusOf(named, contextWith(register, [past]))).toMatchObject({ status: 'invalid-list', codes: ['status.list-expired'] })
  })
  it('signed with a key that is not stored decides nothing; with one in its address alone it is less proven', async () => {
    const web = 'did:web:example.ac.jp'
    const [own, attacker] = [ed25519Signer(), ed25519Signer()]
    const text = await compact(claims(badge(web, { credentialStatus: named })), { kid: `${web}#1` }, own)
    const findingOf = async (method: string) => {
      const signed = signJcs(revocations({ issuer: web }), attacker, { verificationMethod: method })
      const { axes, problems } = await verify(credentialOf(text), contextWith([issuer(web, [key(`${web}#1`, own)])], [signed]))
      return [axes.status.value, problems.map(({ code }) => code).filter((code) => code.startsWith('status.'))]
    }
    expect(await findingOf(`${web}#2`)).toEqual(['unknown', ['status.list-unproven', 'status.revocation-claimed']])
    expect(await findingOf(`${web}#${didKeyOf(attacker).slice('did:key:'.length)}`)).toEqual(['unknown', ['status.list-unproven', 'status.revocation-claimed']])
  })
})
