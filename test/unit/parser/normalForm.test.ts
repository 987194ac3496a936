import { describe, expect, it } from 'vitest'
import { normalForm, readKept } from '../../../electron/parser'
import type { RawDocument } from '../../../shared/model/document'
import type { JsonObject } from '../../../shared/model/json'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'

const of = (document: JsonObject) => normalForm(document).document
const placesOf = (document: JsonObject) => normalForm(document).problems.map(({ code, at }) => `${code} ${at}`)

describe('the normal form of a document', () => {
  it.each([
    ['of Open Badges 2.0', hostedBadge],
    ['of Open Badges 3.0', openBadge3],
  ])('is the document itself where it is written plainly: one %s is not copied', (_, document) => {
    expect(of(document)).toBe(document)
    expect(normalForm(document).problems).toEqual([])
  })
  it('has every member under its plain name, at any depth', () => {
    expect(of({ '@id': 'a', '@type': 'B', 'obi:issuer': { '@id': 'c', name: 'x', list: [{ '@id': 'd' }] }, 'https://w3id.org/openbadges#url': 'u' })).toEqual({
      id: 'a',
      type: 'B',
      issuer: { id: 'c', name: 'x', list: [{ id: 'd' }] },
      url: 'u',
    })
  })
  it('does not confuse names with the same beginning, nor inherited ones', () => {
    const document = { '@idx': 1, object: 2, hasCredential: 3, hasOwnProperty: 4, isPrototypeOf: 5, other: { 'obi-x': 6, 'https://else.example#id': 7 } }
    expect(of(document)).toBe(document)
  })
  it('leaves language values, contexts, proofs and documents inside unchanged', () => {
    const inner = { '@id': 'x' }
    const document = {
      '@context': { '@id': 'y' },
      proof: inner,
      verifiableCredential: [inner],
      endorsement: inner,
      name: { '@value': 'x', '@type': 'y' },
      issuer: ['a'],
    }
    expect(of(document)).toEqual({ ...document, issuer: 'a' })
    expect(of(document).verifiableCredential).toBe(document.verifiableCredential)
    expect(of({ ...document, '@id': 'z' })).toEqual({ ...document, issuer: 'a', id: 'z' })
  })
  it('has a single value where one is allowed, and an address in place of an object with nothing else', () => {
    expect(
      of({ badge: [{ id: 'b', type: 'BadgeClass' }], issuedOn: { '@value': '2026-04-01' }, publicKey: [{ id: 'k' }, { id: 'l', publicKeyPem: 'x' }, 'm'] }),
    ).toEqual({
      badge: 'b',
      issuedOn: '2026-04-01',
      publicKey: ['k', { id: 'l', publicKeyPem: 'x' }, 'm'],
    })
    expect(of({ publicKey: { id: 'k' }, issuer: [null, 'a', 'a'], expires: [], revoked: [null] })).toEqual({
      publicKey: 'k',
      issuer: 'a',
      expires: [],
      revoked: [null],
    })
  })
  it('leaves the lists of a verifiable credential unchanged', () => {
    const document = { issuer: ['a', 'b'], credentialSubject: [{ id: 'c' }] }
    expect(of(document)).toBe(document)
    expect(placesOf(document)).toEqual([])
  })
  it('keeps both of two spellings, with a problem where they differ', () => {
    const twice = { '@id': 'b', id: 'a', '@type': ['obi:Assertion', 'Extension'], type: ['Extension', 'Assertion'] }
    expect(of(twice)).toEqual({ id: 'a', type: ['Extension', 'Assertion'], '@id': 'b', '@type': ['obi:Assertion', 'Extension'] })
    expect(placesOf(twice)).toEqual(['document.ambiguous /@id'])
    expect(placesOf({ type: 'Assertion', '@type': ['Assertion', 'Other'] })).toEqual(['document.ambiguous /@type'])
    expect(placesOf({ a: [{ id: 'a', '@id': 'b' }] })).toEqual(['document.ambiguous /a/0/@id'])
    expect(placesOf({ issuer: ['a', 'b'] })).toEqual(['document.ambiguous /issuer'])
  })
  it.each([
    [{ badge: { issuer: 'a' }, issuer: 'b' }, '/issuer'],
    [{ id: 'https://a.example/1', uid: 'https://a.example/2', badge: 'c' }, '/uid'],
    [{ badge: 'c', verification: { type: 'HostedBadge' }, verify: { type: 'signed' } }, '/verify'],
    [{ badge: 'c', verification: { type: 'SignedBadge', creator: 'k' }, verify: { type: 'signed', url: 'l' } }, '/verify'],
    [{ id: 'https://a.example/1', badge: 'c', verification: { url: 'https://a.example/2' } }, '/verification/url'],
    [{ id: 'https://a.example/1', badge: 'c', verify: { type: 'hosted', url: 'https://a.example/2' } }, '/verify/url'],
    [{ publicKeyPem: 'x', owner: 'a', controller: 'b' }, '/owner'],
    [{ publicKey: { owner: 'a', controller: 'b' } }, '/publicKey/owner'],
    [{ publicKey: ['x', { owner: 'a', controller: 'b' }] }, '/publicKey/1/owner'],
  ])('reports %j as ambiguous at %s', (document, at) => {
    expect(placesOf(document as unknown as JsonObject)).toEqual([`document.ambiguous ${at}`])
  })
  it.each([
    { badge: { issuer: 'a' }, issuer: { id: 'a', name: 'x' } },
    { id: 'https://a.example/1', uid: 'qp8g1s', badge: 'c' },
    { id: 'https://a.example/1', badge: 'c', verification: { type: 'HostedBadge' }, verify: { type: 'hosted', url: 'https://a.example/1' } },
    { id: 'https://a.example/1', badge: 'c', verify: { type: 'signed', url: 'https://a.example/key' } },
    { id: 'https://a.example/1', badge: 'c', verification: { type: 'SignedBadge', url: 'https://a.example/key' } },
    { id: 'urn:uuid:1', badge: 'c', verify: { type: 'hosted', url: 'https://a.example/1' } },
    { badge: 'c', verification: { type: 'SignedBadge', creator: 'k' }, verify: { type: 'signed', url: 'k' } },
    { id: 'a', '@id': 'a', issuedOn: 'x', issued_on: 'x' },
  ])('finds nothing wrong with %j', (document) => {
    expect(placesOf(document as unknown as JsonObject)).toEqual([])
  })
})

it('an ambiguous document that was stored before ambiguity was detected is reported once when it is read again', () => {
  const kept = { kind: 'support' as const, source: 'a.json', type: 'profile' as const, id: 'a', text: '', problems: [] }
  const raw = { id: 'a', '@id': 'b' } as unknown as RawDocument
  const read = readKept({ ...kept, raw })
  expect(read).toMatchObject({ document: { id: 'a' }, problems: [{ code: 'document.ambiguous', at: '/@id' }] })
  expect(readKept(read).problems).toHaveLength(1)
  expect(readKept({ ...kept, raw: { '@id': 'a' } as unknown as RawDocument })).toMatchObject({ document: { id: 'a' }, problems: [] })
})
