import { describe, expect, it } from 'vitest'
import { parse } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'
import { openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { bakedPng, plainText } from '../../fixtures/reader/bakedPng'
import { codesIn, parseDocument, parseText } from './parseText'

const part = (text: string): string => Buffer.from(text).toString('base64url')
const rawToken = (header: string, payload: string): string => `${part(header)}.${part(payload)}.c2ln`
const enveloped = (id: string) => ({ '@context': 'https://www.w3.org/ns/credentials/v2', type: 'EnvelopedVerifiableCredential', id })
const problemsIn = (text: string) => parseText(text).flatMap((parsed) => ('problems' in parsed ? parsed.problems : 'problem' in parsed ? [parsed.problem] : []))

describe('a token', () => {
  it('reports a problem of its header by its place there, and not as a place in the credential', () => {
    const token = rawToken('{"alg":"ES256","alg":"none"}', JSON.stringify({ vc: openBadge3 }))
    expect(problemsIn(token)).toEqual([{ code: 'json.duplicate-member', detail: '/alg' }])
  })
  it('reports a problem of its credential by its place in the credential, and one outside it by its place in the payload', () => {
    const inside = rawToken('{"alg":"ES256"}', JSON.stringify({ vc: openBadge3 }).replace('"validUntil"', '"name":"防災","validUntil"'))
    expect(problemsIn(inside)).toEqual([{ code: 'json.duplicate-member', at: '/name' }])
    const beside = rawToken('{"alg":"ES256"}', `{"iss":"a","iss":"b",${JSON.stringify({ vc: openBadge3 }).slice(1)}`)
    expect(problemsIn(beside)).toEqual([{ code: 'json.duplicate-member', at: '/iss' }])
  })
  it('whose payload nests too deeply is reported; one that is no JSON object, or no UTF-8, is no token', () => {
    const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`
    expect(problemsIn(rawToken('{"alg":"ES256"}', deep))).toEqual([{ code: 'json.too-deep' }])
    expect(problemsIn(rawToken('{"alg":"ES256"}', '[1]'))).toEqual([{ code: 'jwt.syntax' }])
    expect(problemsIn(rawToken('{"alg":', '{}'))).toEqual([{ code: 'jwt.syntax' }])
    expect(problemsIn(`${part('{"alg":"ES256"}')}.${Buffer.from([0x7b, 0xff]).toString('base64url')}.c2ln`)).toEqual([{ code: 'jwt.syntax' }])
  })
  it('gives a presentation the issuer of its claims where it names no holder', () => {
    const vp = { type: 'VerifiablePresentation', verifiableCredential: openBadge3 }
    expect(parseText(tokenOf({ vp, iss: 'did:key:z6MkHolder' }))[0]).toMatchObject({ kind: 'envelope', credential: { issuer: { id: 'did:key:z6MkHolder' } } })
    expect(parseText(JSON.stringify(vp))[0]).toMatchObject({ kind: 'envelope', credential: { issuer: { id: null } } })
  })
})

describe('a token in a data URL', () => {
  it('is read plain and in base64', () => {
    const token = tokenOf(openBadge3, { typ: 'vc+jwt' })
    const secured = { kind: 'credential', secured: { kind: 'jwt', token, form: 'vc-jose' } }
    expect(parseDocument(enveloped(`data:application/vc+jwt,${token}`))).toMatchObject([secured])
    expect(parseDocument(enveloped(`data:application/vc+jwt;base64,${Buffer.from(token).toString('base64')}`))).toMatchObject([secured])
  })
  it('that ends with its header is no token', () => {
    expect(codesIn(enveloped(`data:application/vc+jwt,${part('{"alg":"ES256"}')}`))).toEqual(['jwt.syntax'])
  })
  it('has its own header, whichever header was read before', () => {
    const [jose, flat] = [tokenOf(openBadge3, { typ: 'vc+jwt' }), tokenOf(openBadge3, { typ: 'JWT' })]
    const forms = [jose, flat, flat, jose].map((token) => parseDocument(enveloped(`data:application/vc+jwt,${token}`))[0])
    expect(forms).toMatchObject([
      { secured: { form: 'vc-jose' } },
      { secured: { form: 'ob3-flat' } },
      { secured: { form: 'ob3-flat' } },
      { secured: { form: 'vc-jose' } },
    ])
  })
  it('that is no data URL, or is missing, is no token', () => {
    expect(codesIn(enveloped('https://example.ac.jp/credentials/1'))).toEqual(['jwt.syntax'])
    expect(codesIn({ type: 'EnvelopedVerifiablePresentation' })).toEqual(['jwt.syntax'])
  })
})

describe('an envelope of the reader', () => {
  const envelope = { kind: 'envelope' as const, source: 'x', container: 'json' as const, baked: null, problems: [] }
  it('whose text was not read yet is read by the parser', () => {
    expect(parse({ ...envelope, payload: { kind: 'json', text: JSON.stringify(openBadge3) } })).toMatchObject([{ kind: 'credential' }])
    expect(parse({ ...envelope, payload: { kind: 'json', text: '{"a":' } })).toEqual([{ kind: 'unreadable', source: 'x', problem: { code: 'json.syntax' } }])
  })
  it('with an address alone is of Open Badges 1 in a picture, which is superseded, and of 2 in a drawing', () => {
    const address = 'https://example.org/1'
    const read = (name: string, bytes: Uint8Array) => readFile(name, bytes).flatMap((one) => (one.kind === 'envelope' ? parse(one) : []))
    expect(read('b.png', bakedPng(plainText('openbadges', address)))).toMatchObject([
      { credential: { standard: 'OB1', id: address }, secured: { kind: 'address', url: address }, problems: [{ code: 'credential.superseded-standard' }] },
    ])
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><o:assertion xmlns:o="http://openbadges.org" verify="${address}"/></svg>`
    expect(read('b.svg', Buffer.from(drawing))).toMatchObject([{ credential: { standard: 'OB2', id: address }, problems: [] }])
  })
})
