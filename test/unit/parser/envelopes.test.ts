import { describe, expect, it } from 'vitest'
import { limits } from '../../../electron/reader'
import { hostedBadge, openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { parseDocument, parseText } from './parseText'

const clr = (held: unknown) => ({
  '@context': openBadge3['@context'],
  id: 'urn:uuid:clr',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: { id: 'did:web:example.ac.jp', name: '例示大学' },
  validFrom: '2026-04-01T00:00:00Z',
  credentialSubject: { id: 'did:key:z6Mk', type: ['ClrSubject'], verifiableCredential: held },
})
const presentation = (held: unknown) => ({ '@context': [], type: 'VerifiablePresentation', holder: 'did:key:z6MkHolder', verifiableCredential: held })

describe('a CLR', () => {
  it('gives itself, then each credential in it, numbered, with its own document', () => {
    expect(parseDocument(clr([openBadge3, { ...openBadge3, id: 'urn:2' }]))).toMatchObject([
      { kind: 'envelope', source: 'a.json', inner: 2, credential: { standard: 'CLR2', id: 'urn:uuid:clr', issuer: { name: '例示大学' } } },
      {
        kind: 'credential',
        source: 'a.json#1',
        credential: { standard: 'OB3' },
        secured: { kind: 'document', document: openBadge3, text: JSON.stringify(openBadge3) },
      },
      { kind: 'credential', source: 'a.json#2', credential: { id: 'urn:2' } },
    ])
  })
  it('as a token has the token for itself alone', () => {
    const token = tokenOf({ vc: clr(openBadge3), iss: 'did:web:example.ac.jp' })
    expect(parseText(token, 'a.jwt')).toMatchObject([
      { kind: 'envelope', secured: { kind: 'jwt', token, form: 'ob3-vc' } },
      { kind: 'credential', source: 'a.jwt#1', container: 'jws', secured: { kind: 'document' } },
    ])
  })
  it('without a credential is reported', () => {
    expect(parseDocument(clr(undefined))).toMatchObject([
      { kind: 'envelope', inner: 0 },
      { kind: 'unreadable', problem: { code: 'envelope.no-credential' } },
    ])
  })
  it('gives each credential the problems of its own text only', () => {
    const text = JSON.stringify(clr([openBadge3, hostedBadge])).replace('"identityType"', '"salt":"x","identityType"')
    const [envelope, first, second] = parseText(text)
    const at = '/credentialSubject/identifier/0/salt'
    expect(envelope).toMatchObject({ problems: [{ code: 'json.duplicate-member', at: `/credentialSubject/verifiableCredential/0${at}` }] })
    expect(first).toMatchObject({ problems: [{ code: 'json.duplicate-member', at }] })
    expect(second).toMatchObject({ problems: [] })
  })
})

describe('a presentation', () => {
  it('may hold documents, tokens, enveloped tokens and other envelopes', () => {
    const enveloped = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${tokenOf(openBadge3, { typ: 'vc+jwt' })}`,
    }
    expect(parseDocument(presentation([openBadge3, tokenOf({ vc: openBadge3 }), enveloped, clr(openBadge3)]))).toMatchObject([
      { kind: 'envelope', inner: 4, credential: { standard: 'VC', issuer: { id: 'did:key:z6MkHolder' } } },
      { kind: 'credential', source: 'a.json#1', secured: { kind: 'document' } },
      { kind: 'credential', source: 'a.json#2', secured: { kind: 'jwt', form: 'ob3-vc' } },
      { kind: 'credential', source: 'a.json#3', secured: { kind: 'jwt', form: 'vc-jose' } },
      { kind: 'envelope', source: 'a.json#4' },
      { kind: 'credential', source: 'a.json#4#1' },
    ])
  })
  it('as a token is in the vp claim', () => {
    expect(parseText(tokenOf({ vp: presentation(openBadge3), iss: 'did:key:z6MkHolder' }))).toMatchObject([
      { kind: 'envelope', secured: { kind: 'jwt' } },
      { kind: 'credential' },
    ])
  })
  it('gives an answer for every member, of any kind', () => {
    expect(parseDocument(presentation(['not a token', 5, {}, 'https://example.org/1'])).slice(1)).toMatchObject([
      { kind: 'unreadable', source: 'a.json#1', problem: { code: 'document.not-an-object' } },
      { kind: 'unreadable', source: 'a.json#2', problem: { code: 'document.not-an-object' } },
      { kind: 'unreadable', source: 'a.json#3', problem: { code: 'document.unknown-kind' } },
      { kind: 'unreadable', source: 'a.json#4' },
    ])
  })
  it('with more members than any true file has is not opened', () => {
    expect(parseDocument(presentation(Array.from({ length: limits.documents + 1 }, () => 1)))).toMatchObject([
      { kind: 'envelope' },
      { problem: { code: 'envelope.too-many' } },
    ])
    expect(parseDocument(Array.from({ length: limits.documents + 1 }, () => 1))).toMatchObject([{ problem: { code: 'envelope.too-many' } }])
  })
  it('is opened inside a few others and no deeper', () => {
    let token = tokenOf({ vc: openBadge3 })
    for (let depth = 0; depth <= limits.envelopeNesting; depth++) token = tokenOf({ vp: presentation(token) })
    expect(parseText(token).at(-1)).toMatchObject({ kind: 'unreadable', problem: { code: 'json.too-deep' } })
  })
})

describe('a list at the top', () => {
  it('is read element by element', () => {
    expect(parseDocument([openBadge3, hostedBadge, tokenOf({ vc: openBadge3 })])).toMatchObject([
      { source: 'a.json#1', credential: { standard: 'OB3' } },
      { source: 'a.json#2', credential: { standard: 'OB2' } },
      { source: 'a.json#3', secured: { kind: 'jwt' } },
    ])
    expect(parseDocument([openBadge3])).toMatchObject([{ source: 'a.json' }])
    expect(parseDocument([])).toMatchObject([{ kind: 'unreadable', problem: { code: 'document.unknown-kind' } }])
  })
})
