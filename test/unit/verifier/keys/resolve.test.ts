import { describe, expect, it } from 'vitest'
import type { KeyRequest } from '../../../../electron/verifier/keys/key'
import { resolveKey } from '../../../../electron/verifier/keys/resolve'
import type { JsonObject } from '../../../../shared/model/json'
import { contextWith, didJwkOf, didKeyOf, ecSigner, ed25519Signer, evidence, issuer, key, multibase } from '../stage'

const own = ed25519Signer()
const other = ed25519Signer()
const did = didKeyOf(own)
const web = 'did:web:example.ac.jp'

const ask = (request: Partial<KeyRequest>, context = contextWith()) => {
  const finding = resolveKey({ method: null, carried: null, issuerId: web, issuedAt: '2026-04-01T00:00:00+09:00', ...request }, context)
  return { value: finding.issuer.value, codes: finding.problems.map(({ code }) => code), hasKey: finding.key !== null }
}

const didDocument = (id: string, signer = own, also: JsonObject = {}): JsonObject => ({
  id,
  verificationMethod: [{ id: `${id}#key-1`, type: 'Multikey', controller: id, publicKeyMultibase: multibase(signer) }],
  assertionMethod: [`${id}#key-1`],
  ...also,
})

describe('did:key and did:jwk', () => {
  it('equal to the issuer, not in the register: unregistered', () => {
    expect(ask({ method: `${did}#${did.slice(8)}`, issuerId: did })).toEqual({ value: 'unregistered', codes: ['issuer.unregistered'], hasKey: true })
    const jwk = didJwkOf(ecSigner('P-256'))
    expect(ask({ method: `${jwk}#0`, issuerId: jwk })).toEqual({ value: 'unregistered', codes: ['issuer.unregistered'], hasKey: true })
  })
  it('without a fragment is accepted too, as in official samples', () => {
    expect(ask({ method: did, issuerId: did }).value).toBe('unregistered')
  })
  it('in the register without keys: the DID is the key', () => {
    expect(ask({ method: did, issuerId: did }, contextWith([issuer(did)]))).toEqual({ value: 'registered', codes: [], hasKey: true })
  })
  it('of another issuer: mismatch', () => {
    expect(ask({ method: didKeyOf(other), issuerId: did }, contextWith([issuer(did)]))).toMatchObject({ value: 'mismatch', codes: ['key.of-another'] })
  })
  it('with a fragment that names another key: no key', () => {
    expect(ask({ method: `${did}#${multibase(other)}`, issuerId: did })).toMatchObject({ hasKey: false, codes: ['key.malformed'] })
  })
  it('pinned by the register under an https issuer: registered', () => {
    const context = contextWith([issuer('https://example.ac.jp', [key('k1', own)])])
    expect(ask({ method: did, issuerId: 'https://example.ac.jp' }, context).value).toBe('registered')
    expect(ask({ method: didKeyOf(other), issuerId: 'https://example.ac.jp' }, context).value).toBe('mismatch')
  })
})

describe('did:web and https', () => {
  it('not stored: unresolved, and nothing is fetched', () => {
    expect(ask({ method: `${web}#key-1` })).toEqual({ value: 'unresolved', codes: ['key.not-held'], hasKey: false })
  })
  it('of another did:web, even without a document: mismatch', () => {
    expect(ask({ method: 'did:web:evil.example#key-1' })).toEqual({ value: 'mismatch', codes: ['key.of-another'], hasKey: false })
  })
  it('in a stored document but not in the register: the key is found, the issuer is not authenticated', () => {
    expect(ask({ method: `${web}#key-1` }, contextWith([], [didDocument(web)]))).toEqual({
      value: 'unauthenticated',
      codes: ['key.from-document'],
      hasKey: true,
    })
  })
  it('in a stored document and pinned by the register under any key id: registered', () => {
    const context = contextWith([issuer(web, [key('first', own)])], [didDocument(web)])
    expect(ask({ method: `${web}#key-1` }, context)).toEqual({ value: 'registered', codes: [], hasKey: true })
  })
  it('given in the register with its id: registered without any document', () => {
    expect(ask({ method: `${web}#key-1` }, contextWith([issuer(web, [key(`${web}#key-1`, own)])]))).toEqual({ value: 'registered', codes: [], hasKey: true })
    expect(ask({ method: '#key-1' }, contextWith([issuer(web, [key('#key-1', own)])])).value).toBe('registered')
  })
  it('where the register pins other keys: unregistered, with a problem', () => {
    const context = contextWith([issuer(web, [key('first', other)])], [didDocument(web)])
    expect(ask({ method: `${web}#key-1` }, context)).toEqual({ value: 'unregistered', codes: ['key.not-pinned'], hasKey: true })
  })
  it('a key the register pins for one issuer does not serve another', () => {
    const context = contextWith([issuer(web, [key(`${web}#key-1`, own)])])
    expect(ask({ method: `${web}#key-1`, issuerId: 'https://evil.example' }, context)).toMatchObject({ value: 'mismatch', codes: ['key.of-another'] })
  })
  it('listed for authentication only: not for badges, though a file with this makes it no mismatch', () => {
    const { assertionMethod: _, ...rest } = didDocument(web)
    const held = { ...rest, authentication: [`${web}#key-1`] }
    const served = evidence({ url: 'https://example.ac.jp/.well-known/did.json', body: JSON.stringify(held) })
    expect(ask({ method: `${web}#key-1` }, contextWith([], [served]))).toMatchObject({ value: 'mismatch', codes: ['key.not-for-assertion'] })
    expect(ask({ method: `${web}#key-1` }, contextWith([], [held]))).toMatchObject({ value: 'unauthenticated', codes: ['key.not-for-assertion'] })
    const elsewhere = evidence({ url: 'https://evil.example/did.json', body: JSON.stringify(held) })
    expect(ask({ method: `${web}#key-1` }, contextWith([], [elsewhere]))).toMatchObject({ value: 'unauthenticated' })
  })
  it('a third document about the address is ignored', () => {
    const liar = didDocument('did:web:evil.example', other, {
      verificationMethod: [{ id: `${web}#key-1`, controller: web, publicKeyMultibase: multibase(other) }],
      assertionMethod: [`${web}#key-1`],
    })
    expect(ask({ method: `${web}#key-1` }, contextWith([], [liar])).value).toBe('unresolved')
  })
  it('of two documents for one address the one with the pinned key is used', () => {
    const context = contextWith([issuer(web, [key('first', own)])], [didDocument(web, other), didDocument(web, own)])
    expect(ask({ method: `${web}#key-1` }, context).value).toBe('registered')
  })
  it('pinned, and another’s by a file: the register decides, at the issuer’s own address', () => {
    const lie = (id: string) => ({
      id,
      verificationMethod: [{ id: `${id}#key-1`, controller: 'did:web:evil.example', publicKeyMultibase: multibase(own) }],
      assertionMethod: [`${id}#key-1`],
    })
    const register = [issuer(web, [key('first', own)])]
    expect(ask({ method: `${web}#key-1` }, contextWith(register, [lie(web)])).value).toBe('registered')
    expect(ask({ method: `${web}#key-1` }, contextWith([], [lie(web)]))).toMatchObject({ value: 'unauthenticated', codes: ['key.of-another'] })
    expect(ask({ method: 'did:web:evil.example#key-1' }, contextWith(register, [lie('did:web:evil.example')])).value).toBe('mismatch')
  })
  it('of two documents with the pinned key the one that allows assertions is used', () => {
    const { assertionMethod: _, ...mute } = didDocument(web)
    const register = [issuer(web, [key('first', own)])]
    expect(ask({ method: `${web}#key-1` }, contextWith(register, [{ ...mute, authentication: [`${web}#key-1`] }, didDocument(web)])).value).toBe('registered')
  })
  it('in the register under two ids of one issuer belongs to either id', () => {
    const both = contextWith([issuer(web, [key(`${web}#key-1`, own)]), issuer('https://example.ac.jp', [key('https://example.ac.jp/keys/1', own)])])
    expect(ask({ method: `${web}#key-1`, issuerId: 'https://example.ac.jp' }, both).value).toBe('registered')
    expect(ask({ method: `${web}#key-1`, issuerId: 'https://else.example' }, both).value).toBe('mismatch')
  })
  it('a single key in a file of its own, whose controller is the issuer', () => {
    const held = { id: 'https://example.ac.jp/keys/1', type: 'Multikey', controller: 'https://example.ac.jp', publicKeyMultibase: multibase(own) }
    const request = { method: 'https://example.ac.jp/keys/1', issuerId: 'https://example.ac.jp' }
    expect(ask(request, contextWith([], [held])).value).toBe('unauthenticated')
    const ofAnother = { ...held, controller: 'https://evil.example' }
    expect(ask(request, contextWith([], [ofAnother]))).toMatchObject({ value: 'unauthenticated', codes: ['key.of-another'] })
    expect(ask(request, contextWith([], [evidence({ url: held.id, body: JSON.stringify(ofAnother) })])).value).toBe('mismatch')
    const elsewhere = { ...request, issuerId: 'https://else.example' }
    expect(ask(elsewhere, contextWith([], [held])).value).toBe('mismatch')
  })
  it('in a stored document, and unusable: unresolved', () => {
    const unfit = didDocument(web, own, {
      verificationMethod: [{ id: `${web}#key-1`, type: 'Multikey', controller: web, publicKeyMultibase: 'z6Mk' }],
    })
    expect(ask({ method: `${web}#key-1` }, contextWith([], [unfit]))).toEqual({ value: 'unresolved', codes: ['key.malformed'], hasKey: false })
    expect(ask({ method: `${web}#key-1`, issuerId: 'https://else.example' }, contextWith([], [unfit]))).toMatchObject({ value: 'mismatch', hasKey: false })
  })
  it('in a key set from evidence, by its bare name', () => {
    const fetched = evidence({ url: 'https://example.ac.jp/jwks', body: JSON.stringify({ keys: [{ ...own.jwk, kid: 'k1' }] }) })
    expect(ask({ method: 'k1' }, contextWith([], [fetched])).value).toBe('unauthenticated')
  })
  it('in a document from evidence, by its address', () => {
    const url = 'https://example.ac.jp/issuer'
    const fetched = evidence({ url, body: JSON.stringify(didDocument(url)) })
    expect(ask({ method: `${url}#key-1`, issuerId: url }, contextWith([], [fetched])).value).toBe('unauthenticated')
  })
  it('a key in a JWKS by its kid', () => {
    const held = { keys: [{ ...own.jwk, kid: 'k-2026' }] }
    expect(ask({ method: 'k-2026' }, contextWith([], [held]))).toEqual({ value: 'unauthenticated', codes: ['key.from-document'], hasKey: true })
    expect(ask({ method: 'k-2026' }, contextWith([issuer(web, [key('k-2026', own)])])).value).toBe('registered')
  })
})

describe('keys in the file alone', () => {
  it.each([['https://victim.example'], ['did:web:victim.example']])(
    'in the fragment of the victim’s address: unauthenticated, though it verifies (%s)',
    (victim) => {
      const request = { method: `${victim}#${multibase(other)}`, issuerId: victim }
      expect(ask(request)).toEqual({ value: 'unauthenticated', codes: ['key.fragment'], hasKey: true })
      const registered = contextWith([issuer(victim, [key('first', own)])])
      expect(ask(request, registered)).toEqual({ value: 'unauthenticated', codes: ['key.fragment', 'key.not-pinned'], hasKey: true })
    },
  )
  it('in the fragment of another address than the issuer’s: mismatch', () => {
    expect(ask({ method: `https://evil.example#${multibase(other)}`, issuerId: 'https://victim.example' }).value).toBe('mismatch')
  })
  it('in the fragment, and pinned by the register: registered, since only its holder can sign with it', () => {
    const context = contextWith([issuer('https://example.ac.jp', [key('first', own)])])
    expect(ask({ method: `https://example.ac.jp#${multibase(own)}`, issuerId: 'https://example.ac.jp' }, context).value).toBe('registered')
  })
  it('in a jwk header: unauthenticated, and registered only where the register pins that key', () => {
    expect(ask({ carried: other.jwk }, contextWith([issuer(web, [key('first', own)])]))).toMatchObject({
      value: 'unauthenticated',
      codes: ['key.header-jwk', 'key.not-pinned'],
    })
    expect(ask({ carried: own.jwk }, contextWith([issuer(web, [key('first', own)])])).value).toBe('registered')
  })
  it('with a private member: no key', () => {
    expect(ask({ carried: { ...own.jwk, d: 'AAAA' } })).toMatchObject({ hasKey: false, codes: ['key.private-member'] })
  })
})

describe('a credential without an issuer', () => {
  it('contradicts no key and is proven by none', () => {
    expect(ask({ method: did, issuerId: null }, contextWith([issuer(did)])).value).toBe('unauthenticated')
    expect(ask({ method: `https://example.ac.jp#${multibase(own)}`, issuerId: null }).value).toBe('unauthenticated')
    expect(ask({ method: `${web}#1`, issuerId: null })).toMatchObject({ value: 'unresolved', hasKey: false })
  })
})

describe('the period of a registered key is [validFrom, validUntil)', () => {
  const context = contextWith([issuer(did, [key(did, own, '2026-04-01T00:00:00+09:00', '2026-10-01T00:00:00+09:00')])])
  it.each([
    ['2026-03-31T23:59:59+09:00', 'unregistered'],
    ['2026-03-31T15:00:00Z', 'registered'],
    ['2026-09-30T23:59:59+09:00', 'registered'],
    ['2026-10-01T00:00:00+09:00', 'unregistered'],
    [null, 'unregistered'],
    ['not a date', 'unregistered'],
  ])('issued %s: %s', (issuedAt, value) => {
    const found = ask({ method: did, issuerId: did, issuedAt }, context)
    expect(found.value).toBe(value)
    expect(found.codes).toEqual(value === 'registered' ? [] : ['key.outside-period'])
  })
  it('a replaced key keeps its old badges', () => {
    const rotated = contextWith([issuer(web, [key(`${web}#1`, own, null, '2026-10-01T00:00:00Z'), key(`${web}#2`, other, '2026-10-01T00:00:00Z')])])
    expect(ask({ method: `${web}#1` }, rotated).value).toBe('registered')
    expect(ask({ method: `${web}#2`, issuedAt: '2026-10-02' }, rotated).value).toBe('registered')
    expect(ask({ method: `${web}#2` }, rotated).codes).toEqual(['key.outside-period'])
  })
})
