import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { credentialKey } from '../../../../electron/parser'
import { dependenciesOf, type VerifierContext, verify } from '../../../../electron/verifier'
import { heldDays } from '../../../../shared/model/heldDays'
import type { JsonObject, JsonValue } from '../../../../shared/model/json'
import { signJcs } from '../signedJcs'
import { badge, compact, contextWith, credentialOf, didKeyOf, ed25519Signer, evidence, issuer, now } from '../stage'

/* Verifiable credentials in every spelling: what the parser reads from them, and what the verdict is about. */

const signer = ed25519Signer()
const issuerId = didKeyOf(signer)
const kid = `${issuerId}#${issuerId.slice('did:key:'.length)}`
const register = [issuer(issuerId)]
const [listUrl, bitsUrl] = ['https://example.ac.jp/revoked', 'https://example.ac.jp/status/1']
const status: JsonValue = [
  { id: listUrl, type: '1EdTechRevocationList' },
  { id: `${bitsUrl}#7`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: bitsUrl },
]
const ends = '2027-03-31T00:00:00+09:00'
const whole = badge(issuerId, { validUntil: ends, credentialStatus: status })
const id = String(whole.id)
const subject = whole.credentialSubject as JsonObject
const seconds = (text: string) => Math.floor(Date.parse(text) / 1000)
const begins = String(whole.validFrom)

const without = (document: JsonObject, ...names: readonly string[]) => Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))
const called = (document: JsonObject, name: string, other: string) =>
  Object.fromEntries(Object.entries(document).map(([one, value]) => [one === name ? other : one, value]))
const typed = { typ: 'vc+jwt' }

/** Every spelling of the same credential as a token: header and payload. */
const same: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['flat', {}, whole],
  ['inside vc', {}, { vc: whole }],
  ['as the payload of VC-JOSE-COSE', typed, whole],
  ['with the claims of a token besides', {}, { ...whole, iss: issuerId, sub: 'did:example:holder', jti: id, nbf: seconds(begins), exp: seconds(ends) }],
  ['with jti in the place of id', {}, { vc: without(whole, 'id'), jti: id }],
  ['with iss in the place of issuer', {}, { vc: { ...whole, issuer: { type: ['Profile'], name: '中央大学' } }, iss: issuerId }],
  ['with sub in the place of the subject’s id', {}, { vc: { ...whole, credentialSubject: without(subject, 'id') }, sub: 'did:example:holder' }],
  ['with @id', {}, called(whole, 'id', '@id')],
  ['with @type', {}, called(whole, 'type', '@type')],
  ['with the issuer under @id', {}, { ...whole, issuer: { '@id': issuerId, name: '中央大学' } }],
  ['with the subject under @id', {}, { ...whole, credentialSubject: called(subject, 'id', '@id') }],
  ['with the achievement under @id', {}, { ...whole, credentialSubject: { ...subject, achievement: called(subject.achievement as JsonObject, 'id', '@id') } }],
  ['with the subject in a list', {}, { ...whole, credentialSubject: [subject] }],
  ['with the achievement in a list', {}, { ...whole, credentialSubject: { ...subject, achievement: [subject.achievement!] } }],
  [
    'with the entries of its status under @id and @type',
    {},
    { ...whole, credentialStatus: (status as readonly JsonObject[]).map((one) => called(called(one, 'id', '@id'), 'type', '@type')) },
  ],
  ['in the words of the first data model', {}, called(called(whole, 'validFrom', 'issuanceDate'), 'validUntil', 'expirationDate')],
  ['in the words of both', {}, { ...whole, issuanceDate: begins, expirationDate: ends }],
  ['everything said twice, the same', {}, { ...whole, '@id': id, '@type': whole.type!, vc: whole }],
]

const list = (...revokedCredential: readonly JsonValue[]) => ({ id: listUrl, type: '1EdTechRevocationList', issuer: issuerId, revokedCredential })
const bits = (set: boolean) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: bitsUrl,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: issuerId,
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: {
    id: `${bitsUrl}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: `u${gzipSync(Buffer.concat([Buffer.of(set ? 1 : 0), Buffer.alloc(16_383)])).toString('base64url')}`,
  },
})
const holding = async (revoked: JsonObject, set = false, write = (document: JsonObject) => document): Promise<VerifierContext> =>
  contextWith(register, [evidence({ url: listUrl, body: JSON.stringify(revoked) }), await compact(write(bits(set)), { kid, ...typed }, signer)])

async function factsOf(header: JsonObject, payload: JsonObject, context: VerifierContext) {
  const parsed = credentialOf(await compact(payload, { kid, ...header }, signer))
  const { grade, counts, axes, issuerName, problems } = await verify(parsed, context)
  const { credential } = parsed
  return {
    facts: {
      id: credential.id,
      issuerId: credential.issuer.id,
      achievement: credential.achievement,
      recipients: credential.recipients,
      days: heldDays(credential.validFrom, credential.validUntil),
    },
    key: credentialKey(credential),
    dependsOn: dependenciesOf(parsed),
    verdict: { grade, counts, issuerName, time: axes.time.value, status: axes.status.value },
    ambiguous: problems.some(({ code }) => code === 'document.ambiguous'),
  }
}

describe('a token is the same to parser and verifier,', () => {
  it.each(same)('%s', async (_, header, payload) => {
    const clear = await holding(list('urn:uuid:1'))
    const facts = await factsOf(header, payload, clear)
    expect(facts).toEqual(await factsOf({}, whole, clear))
    expect(facts.verdict).toEqual({ grade: 'verified', counts: true, issuerName: '中央大学', time: 'current', status: 'clear' })
    for (const entry of [id, { id }, { '@id': id }])
      for (const revoked of [
        list(entry),
        called(list(entry), 'revokedCredential', 'revokedCredentials'),
        called(called(list(entry), 'id', '@id'), 'type', '@type'),
        { ...list(), revokedCredentials: [entry] },
      ])
        expect((await factsOf(header, payload, await holding(revoked))).verdict).toMatchObject({ counts: false, status: 'revoked' })
    const spelled = (document: JsonObject) => ({ ...called(called(document, 'id', '@id'), 'type', '@type'), issuer: { '@id': issuerId } })
    for (const context of [await holding(list(), true), await holding(list(), true, spelled)])
      expect((await factsOf(header, payload, context)).verdict).toMatchObject({ counts: false, status: 'revoked' })
    expect((await factsOf(header, payload, await holding(list(), false, spelled))).verdict.status).toBe('clear')
  })
})

describe('a token with one member in two different spellings is proven in neither:', () => {
  const other = 'did:web:stranger.example'
  it.each([
    ['id and @id', { ...whole, '@id': 'urn:uuid:2' }],
    ['type and @type', { ...whole, '@type': ['VerifiableCredential', 'EndorsementCredential'] }],
    ['issuer', { ...whole, issuer: { id: issuerId, '@id': other } }],
    ['the issuer inside vc and beside it', { vc: whole, issuer: other }],
    ['the id inside vc and beside it', { vc: whole, id: 'urn:uuid:2' }],
    ['the subject inside vc and beside it', { vc: whole, credentialSubject: { ...subject, id: 'did:example:other' } }],
    ['a status beside vc and not in it', { vc: without(whole, 'credentialStatus'), credentialStatus: status }],
    ['the subject', { ...whole, credentialSubject: { ...subject, '@id': 'did:example:other' } }],
    ['the achievement', { ...whole, credentialSubject: { ...subject, achievement: { ...(subject.achievement as JsonObject), '@id': 'urn:a:2' } } }],
    ['a status entry', { ...whole, credentialStatus: { id: listUrl, '@id': `${listUrl}/2`, type: '1EdTechRevocationList' } }],
  ])('%s', async (_, payload) => {
    const found = await factsOf({}, payload as JsonObject, await holding(list()))
    expect(found).toMatchObject({ ambiguous: true, verdict: { grade: 'rejected', counts: false } })
  })
  it.each([
    ['iss', { ...whole, iss: other }],
    ['jti', { ...whole, jti: 'urn:uuid:2' }],
    ['sub', { ...whole, sub: 'did:example:other' }],
    ['nbf', { ...whole, nbf: seconds('2020-01-01T00:00:00Z') }],
    ['exp', { ...whole, exp: seconds('2099-01-01T00:00:00Z') }],
  ])('a claim that differs: %s', async (_, payload) => {
    expect((await factsOf({}, payload as JsonObject, await holding(list()))).verdict).toMatchObject({ grade: 'rejected', counts: false })
  })
  it('a document that is no list clears no badge, and an entry that is not revoked revokes none', async () => {
    const one = { ...whole, credentialStatus: { id: listUrl, type: '1EdTechRevocationList' } }
    const statusBy = async (document: JsonObject) =>
      (await factsOf({}, one, contextWith(register, [evidence({ url: listUrl, body: JSON.stringify(document) })]))).verdict.status
    expect(await statusBy({ id: listUrl, type: 'Issuer', issuer: issuerId })).toBe('invalid-list')
    expect(await statusBy(list({ id, revoked: false }, 7))).toBe('clear')
    expect(await statusBy(list({ id, revoked: false }, id))).toBe('revoked')
  })
  it('and an ambiguous list clears no badge', async () => {
    const context = contextWith(register, [evidence({ url: listUrl, body: JSON.stringify({ ...list(), '@id': 'https://else.example' }) })])
    const one = { ...whole, credentialStatus: { id: listUrl, type: '1EdTechRevocationList' } }
    expect((await factsOf({}, one, context)).verdict.status).not.toBe('clear')
    const bitList = await compact({ ...bits(false), '@id': 'https://else.example' }, { kid, ...typed }, signer)
    const two = { ...whole, credentialStatus: (status as readonly JsonObject[])[1]! }
    expect((await factsOf({}, two, contextWith(register, [bitList]))).verdict.status).not.toBe('clear')
  })
})

describe('the dates of a token are those coverage is counted by:', () => {
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000)
  const inSeconds = (date: Date) => Math.floor(date.getTime() / 1000)
  it.each([
    ['a later nbf', { nbf: inSeconds(day(30)) }, 'not-yet-valid'],
    ['an earlier exp', { exp: inSeconds(day(-1)) }, 'expired'],
    ['a later issuanceDate', { issuanceDate: day(30).toISOString() }, 'not-yet-valid'],
    ['an earlier expirationDate', { expirationDate: day(-1).toISOString() }, 'expired'],
    ['a beginning that cannot be read', { issuanceDate: 'spring' }, 'not-yet-valid'],
    ['an hour that no day has', { validUntil: '2027-03-31T24:30:00+09:00' }, 'expired'],
  ])('%s', async (_, also, time) => {
    const { facts, verdict } = await factsOf(typed, { ...whole, ...also }, await holding(list()))
    expect([verdict.time, verdict.counts]).toEqual([time, false])
    const today = '2026-11-22'
    expect(facts.days.from <= today && today <= facts.days.until).toBe(false)
  })
})

it('an embedded proof is verified over the document as read, never over the normal form: a keyword in it stays refused', async () => {
  const plain = without(badge(issuerId), 'credentialStatus')
  for (const spelled of [called(plain, 'id', '@id'), called(plain, 'type', '@type'), { ...plain, '@id': id }]) {
    // Signed without the keyword, and as it is.
    for (const signed of [{ ...spelled, proof: signJcs(plain, signer).proof! }, signJcs(spelled, signer)]) {
      const found = await verify(credentialOf(JSON.stringify(signed)), contextWith(register))
      expect([found.grade, found.counts]).toEqual(['rejected', false])
    }
  }
  expect((await verify(credentialOf(JSON.stringify(signJcs(plain, signer))), contextWith(register))).grade).toBe('verified')
})
