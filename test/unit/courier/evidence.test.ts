import { describe, expect, it } from 'vitest'
import { completeCredential, normalForm, parse, readEvidence } from '../../../electron/parser'
import { buildContext, storedIn, verify } from '../../../electron/verifier'
import { fetchedDocuments, fetchedUnder } from '../../../electron/verifier/context/inquiry'
import type { JsonObject } from '../../../shared/model/json'
import { bakedPng, internationalText, pngChunk } from '../../fixtures/reader/bakedPng'
import { contextWith, credentialOf, evidence, now, supportOf } from '../verifier/stage'
import { badgeClass, bundle, digest, entry, home, hosted, issuer, url } from './hostedBadge'

const verdictOf = async (file: JsonObject, ...held: readonly JsonObject[]) => {
  const found = await verify(credentialOf(JSON.stringify(file)), contextWith([], held))
  return {
    grade: found.grade,
    status: found.axes.status.value,
    dated: found.axes.integrity.seen.find(({ kind }) => kind === 'fetched-at')?.text,
    problems: found.problems.filter(({ code }) => /^(hosted|status)\./.test(code)),
  }
}

describe('the answer of an address', () => {
  it.each<readonly [string, JsonObject, string]>([
    ['a redirect on the same host', { redirects: [`${home}/moved`], finalUrl: `${home}/moved` }, 'confirmed'],
    ['a redirect to another host', { redirects: ['https://other.example/1'], finalUrl: 'https://other.example/1', host: 'other.example' }, 'unproven'],
    ['a redirect over another host and back', { redirects: ['https://other.example/1', url] }, 'unproven'],
    ['a redirect to what is no address', { redirects: [7, url] }, 'unproven'],
    ['a redirect from TLS to none', { redirects: ['http://badge.example.jp/1', url] }, 'unproven'],
    ['a host that is written with its port', { host: 'badge.example.jp:443' }, 'unproven'],
    ['no host', { host: null }, 'unproven'],
    ['a digest of other bytes', { sha256: '00'.repeat(32) }, 'unproven'],
    ['no body', { body: null }, 'unproven'],
    ['a text beside bytes, whose digest says nothing of it', { bodyBase64: 'AA==', sha256: digest(Buffer.from([0])) }, 'unproven'],
    ['a picture that is not whole', { body: null, bodyBase64: 'iVBORw0KGgo=' }, 'unproven'],
  ])('%s: %s', async (_, also, grade) => {
    expect((await verdictOf(hosted(), bundle(entry(also)))).grade).toBe(grade)
  })
  it('without TLS counts, but may have been changed on the way; one that redirects to TLS on its host may not', async () => {
    const plain = 'http://badge.example.jp/assertion/1'
    const file = hosted({ id: plain, badge: { ...badgeClass, issuer: { ...issuer, id: 'http://badge.example.jp/issuer/1' } } })
    const at = (also: JsonObject) => bundle(entry({ url: plain, finalUrl: plain, ...also }, JSON.stringify(file)))
    expect(await verdictOf(file, at({}))).toMatchObject({ grade: 'confirmed', problems: [{ code: 'hosted.not-encrypted' }] })
    expect(await verdictOf(file, at({ redirects: [url], finalUrl: url }))).toMatchObject({ grade: 'confirmed', problems: [] })
  })
  it.each<readonly [string, JsonObject, string]>([
    ['a server in trouble', { status: 503 }, 'HTTP 503'],
    ['a door that is shut', { status: 403, body: null }, 'HTTP 403'],
    ['a page for people', { body: null, error: 'not-a-document' }, 'not-a-document'],
    ['a page for people that was kept', { body: '<p>ようこそ</p>', sha256: digest('<p>ようこそ</p>') }, 'HTTP 200'],
    ['a list where a badge should be', { body: '[]', sha256: digest('[]') }, 'HTTP 200'],
    ['a document that says things in two ways', { body: '{"a":1,"a":2}', sha256: digest('{"a":1,"a":2}') }, 'HTTP 200'],
    ['no connection', { status: 0, host: null, body: null, sha256: null, error: 'time-out' }, 'time-out'],
    ['no reason given', { status: 0, host: null, body: null, sha256: null }, ''],
    ['a file that was damaged', { sha256: digest('') }, 'SHA-256'],
    ['another host', { redirects: ['https://other.example/1'], finalUrl: 'https://other.example/1', host: 'other.example' }, 'https://other.example/1'],
    ['no TLS any more', { redirects: ['http://badge.example.jp/1'], finalUrl: 'http://badge.example.jp/1' }, 'http://badge.example.jp/1'],
  ])('%s is no answer: it neither confirms nor revokes', async (_, also, heard) => {
    const noAnswer = entry({ fetchedOn: '2026-11-20T00:00:00Z', ...also })
    expect(await verdictOf(hosted(), bundle(noAnswer))).toMatchObject({
      grade: 'unproven',
      status: 'none',
      problems: [{ code: 'hosted.no-answer', detail: heard }],
    })
    expect(await verdictOf(hosted(), bundle(entry(), noAnswer))).toMatchObject({ grade: 'confirmed', dated: '2026-11-01T00:00:00Z', problems: [] })
  })
  it('from the future, by a wrong clock, comes after all past ones', async () => {
    const ahead = entry({ fetchedOn: '2099-01-01T00:00:00Z' })
    const gone = entry({ status: 410, fetchedOn: '2026-11-20T00:00:00Z' }, null)
    expect(await verdictOf(hosted(), bundle(ahead, gone))).toMatchObject({ status: 'revoked' })
    expect(await verdictOf(hosted(), bundle(ahead))).toMatchObject({ grade: 'confirmed' })
  })
  it('that it has no badge any more (404) confirms nothing, whatever it answered before', async () => {
    const absent = entry({ status: 404, fetchedOn: '2026-11-20T00:00:00Z' }, null)
    expect(await verdictOf(hosted(), bundle(entry()), bundle(absent))).toMatchObject({
      grade: 'unproven',
      status: 'none',
      problems: [{ code: 'hosted.not-found', detail: '2026-11-20T00:00:00Z' }],
    })
    expect(await verdictOf(hosted(), bundle(absent), bundle(entry({ fetchedOn: '2026-11-21T00:00:00Z' })))).toMatchObject({ grade: 'confirmed' })
  })
})

describe('fetched documents', () => {
  it('are used with those that came as files: keys by their own type, and of each address the newest', () => {
    const keys = `${home}/keys`
    const held = contextWith(
      [],
      [bundle(entry({ url: keys, finalUrl: keys }, '{"keys":[]}')), bundle(entry(), entry({ fetchedOn: '2026-11-02T00:00:00Z' }, '{"id":"newer"}'))],
    )
    expect([...fetchedDocuments(held)].map(({ type, id, document }) => [type, id, document])).toEqual([
      ['jwks', keys, { keys: [] }],
      ['keyDocument', url, { id: 'newer' }],
    ])
    expect([...fetchedDocuments(held, 'with-keys')].map(({ id }) => id)).toEqual([keys])
  })
  it('are found by their own id too, that of the newest answer first, unless their address has served another since', () => {
    const at = (place: string, id: string, fetchedOn: string) =>
      entry({ url: `${home}/${place}`, finalUrl: `${home}/${place}`, fetchedOn }, JSON.stringify({ id, place }))
    const held = contextWith(
      [],
      [
        bundle(at('old', 'urn:own', '2026-11-01T00:00:00Z'), at('new', 'urn:own', '2026-11-03T00:00:00Z')),
        bundle(at('changed', 'urn:own', '2026-11-01T00:00:00Z'), at('changed', 'urn:other', '2026-11-02T00:00:00Z')),
        bundle(entry({ url: `${home}/absent`, finalUrl: 'urn:own', status: 404 }, null)),
      ],
    )
    expect(fetchedUnder(held, 'urn:own').map(({ id }) => id)).toEqual([`${home}/new`, `${home}/old`])
    expect(fetchedUnder(held, `${home}/new`)).toEqual([])
  })
  it('of a thousand addresses are each found, also when they are asked for a second time', async () => {
    const served = Array.from({ length: 1000 }, (_, number) => ({ url: `${home}/assertion/${number}`, finalUrl: `${home}/assertion/${number}` }))
    const held = contextWith([], [bundle(...served.map((where) => entry(where, JSON.stringify(hosted({ id: where.url })))))])
    for (const where of [...served, ...served]) {
      const found = await verify(credentialOf(JSON.stringify(hosted({ id: where.url }))), held)
      expect(found.problems.filter(({ code }) => code === 'hosted.no-evidence')).toEqual([])
    }
  })
  it('are none where a stored bundle can no longer be read', () => {
    const unreadable = { ...supportOf(bundle(entry())), ...normalForm({ version: 2 }) }
    expect([...fetchedDocuments(buildContext([unreadable], { issuers: [] }, now))]).toEqual([])
  })
})

it('a badge without an address of its own has no evidence', async () => {
  expect(await verdictOf(hosted({ id: null }))).toMatchObject({ grade: 'unproven', problems: [{ code: 'hosted.no-evidence' }] })
})

describe('an address that answers that the badge was revoked', () => {
  const gone = (body: string | null, fetchedOn = '2026-11-20T00:00:00Z') => entry({ status: 410, fetchedOn }, body)
  const revoked = { status: 'revoked', problems: [{ code: 'status.revoked-at-origin', detail: '2026-11-20T00:00:00Z' }] }
  it.each([
    ['410 with a body', gone(JSON.stringify({ id: url, revoked: true }))],
    ['410 with a page', gone(null)],
    ['200 with nothing but the revocation', entry({ fetchedOn: '2026-11-20T00:00:00Z' }, JSON.stringify({ id: url, revoked: true }))],
  ])('%s: revoked, and unproven without an earlier copy', async (_, answer) => {
    expect(await verdictOf(hosted(), bundle(answer))).toMatchObject({ grade: 'unproven', dated: '2026-11-20T00:00:00Z', ...revoked })
  })
  it('keeps the grade an earlier copy gave: revoked is not rejected', async () => {
    expect(await verdictOf(hosted(), bundle(entry(), gone(null)))).toMatchObject({ grade: 'confirmed', dated: '2026-11-01T00:00:00Z', ...revoked })
  })
  it('confirms the copy it repeats', async () => {
    const body = JSON.stringify(hosted({ revoked: true, revocationReason: '誤交付' }))
    expect(await verdictOf(hosted(), bundle(gone(body)))).toMatchObject({ grade: 'confirmed', ...revoked })
  })
  it('does not count where another host answers', async () => {
    const away = { redirects: ['https://other.example/1'], finalUrl: 'https://other.example/1', host: 'other.example' }
    expect(await verdictOf(hosted(), bundle(entry({ status: 410, ...away }, null)))).toMatchObject({ grade: 'unproven', status: 'none' })
  })
  it('also revokes a file with only the address', async () => {
    const address = {
      kind: 'credential' as const,
      source: 'a.png',
      container: 'png' as const,
      credential: credentialOf(JSON.stringify(hosted())).credential,
      problems: [],
    }
    const of = (...fetched: readonly JsonObject[]) => verify({ ...address, secured: { kind: 'address', url } }, contextWith([], [bundle(...fetched)]))
    expect(await of(gone(null))).toMatchObject({ grade: 'unproven', axes: { status: { value: 'revoked' } } })
    expect(await of(entry())).toMatchObject({ grade: 'unproven', axes: { status: { value: 'unknown' } }, problems: [] })
    expect(await of(entry({ status: 404 }, null))).toMatchObject({ grade: 'unproven', problems: [{ code: 'hosted.not-found' }] })
  })
})

describe('a copy is compared with the file', () => {
  const copyOf = (document: JsonObject) => evidence({ url, body: JSON.stringify(document) })
  it.each<readonly [string, JsonObject, JsonObject, string | null]>([
    ['the same', {}, {}, null],
    ['not revoked is nothing new', {}, { revoked: false }, null],
    ['a file that says itself not revoked', { revoked: false }, {}, '/revoked'],
    ['another recipient', {}, { recipient: { type: 'email', hashed: false, identity: 'b@city.example' } }, '/recipient'],
    ['another day', {}, { issuedOn: '2025-06-15T00:00:00+09:00' }, '/issuedOn'],
    ['a member the file has not', {}, { narrative: 'x' }, '/narrative'],
    ['a member the copy has not', { narrative: 'x' }, {}, '/narrative'],
    ['another name of the badge', {}, { badge: { ...badgeClass, issuer, name: '別' } }, '/badge/name'],
    ['another name of the issuer', {}, { badge: { ...badgeClass, issuer: { ...issuer, name: '別' } } }, '/badge/issuer/name'],
    ['another address in the file', { badge: `${home}/class/2` }, {}, '/badge'],
    ['another address in both', { badge: `${home}/class/1` }, { badge: `${home}/class/2` }, '/badge'],
    ['the badge class by its address in the copy, which was not asked', {}, { badge: `${home}/class/1` }, '/badge'],
    ['another address in the copy', {}, { badge: `${home}/class/2` }, '/badge'],
    ['no badge class in the copy', {}, { badge: null }, '/badge'],
  ])('%s', async (_, inFile, inCopy, at) => {
    const { grade, problems } = await verdictOf(hosted(inFile), copyOf(hosted(inCopy)))
    expect([grade, problems.find(({ code }) => code === 'hosted.differs')?.at ?? null]).toEqual([at === null ? 'confirmed' : 'unproven', at])
  })
  it('with a class that the file gives by address alone, once that address has served it', async () => {
    const file = hosted({ badge: `${home}/class/1` })
    expect(await verdictOf(file, copyOf(hosted()))).toMatchObject({
      grade: 'unproven',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'hosted.origin-unproven', at: '/badge' })]),
    })
    expect(await verdictOf(file, copyOf(hosted()), at(`${home}/class/1`, { ...badgeClass, issuer }))).toMatchObject({ grade: 'confirmed' })
  })
  const byAddress = copyOf(hosted({ badge: `${home}/class/1` }))
  const at = (address: string, document: JsonObject) => evidence({ url: address, body: JSON.stringify(document) })
  it('with the class that its own address served, where the copy gives the address alone, and likewise with its issuer', async () => {
    expect(await verdictOf(hosted(), byAddress, at(`${home}/class/1`, badgeClass), at(`${home}/issuer/1`, issuer))).toMatchObject({ grade: 'confirmed' })
    expect(await verdictOf(hosted(), byAddress, at(`${home}/class/1`, { ...badgeClass, name: '別' }))).toMatchObject({ problems: [{ at: '/badge/name' }] })
    expect(await verdictOf(hosted(), byAddress, at(`${home}/class/1`, badgeClass))).toMatchObject({ problems: [{ at: '/badge/issuer' }] })
  })
  it('never with a badge class that came as a file, which anybody can write', async () => {
    expect(await verdictOf(hosted(), byAddress, badgeClass)).toMatchObject({ grade: 'unproven', problems: [{ code: 'hosted.differs', at: '/badge' }] })
  })
})

describe('a picture served by the address', () => {
  const png = (also: JsonObject = {}) => bakedPng(internationalText('openbadges', JSON.stringify(hosted(also))))
  const picture = (bytes: Uint8Array) => entry({ body: null, bodyBase64: Buffer.from(bytes).toString('base64'), sha256: digest(bytes) })
  it('confirms by the badge baked into it', async () => {
    expect(await verdictOf(hosted(), bundle(picture(png())))).toMatchObject({ grade: 'confirmed' })
    expect(await verdictOf(hosted(), bundle(picture(png({ narrative: '別' }))))).toMatchObject({ grade: 'unproven', problems: [{ at: '/narrative' }] })
  })
  it('confirms nothing where no badge, or only an address, is baked into it', async () => {
    for (const bytes of [bakedPng(), bakedPng(pngChunk('tEXt', Buffer.from(`openbadges\0${url}`)))])
      expect(await verdictOf(hosted(), bundle(picture(bytes)))).toMatchObject({ grade: 'unproven', problems: [{ code: 'hosted.no-answer' }] })
  })
  it('may be an SVG', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${url}"><![CDATA[${JSON.stringify(hosted())}]]></openbadges:assertion></svg>`
    expect(await verdictOf(hosted(), bundle(entry({}, svg)))).toMatchObject({ grade: 'confirmed' })
  })
  it('completes a badge of which only the address is known', () => {
    const [found] = parse({ kind: 'envelope', source: 'a.svg', container: 'svg', baked: 'openbadges', payload: { kind: 'url', url }, problems: [] })
    const held = [supportOf(bundle(picture(png())))]
    expect(found?.kind === 'credential' && completeCredential(found.credential, storedIn(buildContext(held, { issuers: [] }, now))).achievement.name).toBe(
      '地域防災リーダー',
    )
    expect(readEvidence(bundle(picture(png())))).toMatchObject({ ok: true, value: [{ body: null, bytes: Buffer.from(png()), redirects: [] }] })
  })
})
