import { describe, expect, it } from 'vitest'
import { answeredCredentials } from '../../../electron/parser/answeredCredentials'
import { tokenInJson } from '../../../electron/parser/tokenInJson'
import { openBadge3, tokenOf } from '../../fixtures/parser/documents'
import { parseText } from './parseText'

const parts = (token: string) => {
  const [head = '', payload = '', signature = ''] = token.split('.')
  return { protected: head, payload, signature }
}
const token = tokenOf({ ...openBadge3, iss: 'did:web:a.example' }, { kid: 'did:web:a.example#1' })
const other = tokenOf({ ...openBadge3, iss: 'did:web:a.example' }, { kid: 'did:web:b.example#1' })

describe('a JWS in JSON', () => {
  it('is the compact token of its one signature', () => {
    const { payload, ...signature } = parts(token)
    expect(tokenInJson(parts(token))).toBe(token)
    expect(tokenInJson({ payload, signatures: [signature] })).toBe(token)
  })
  it('of several signatures is that whose key is named as the issuer’s, else the first', () => {
    const { payload, ...mine } = parts(token)
    const { payload: _, ...theirs } = parts(other)
    expect(tokenInJson({ payload, signatures: [theirs, mine] })).toBe(token)
    expect(tokenInJson({ payload, signatures: [mine, mine] })).toBe(token)
    expect(tokenInJson({ payload, signatures: [theirs, theirs] })).toBe(`${theirs.protected}.${payload}.${theirs.signature}`)
    const { protected: nameless, signature } = parts(tokenOf({ ...openBadge3, iss: 'did:web:a.example' }, { kid: undefined }))
    expect(tokenInJson({ payload, signatures: [{ protected: nameless, signature }, mine] })).toBe(token)
    expect(tokenInJson({ payload: 'e30', signatures: [{ protected: '!', signature: '' }, mine] })).toBe('!.e30.')
  })
  it('of several signatures is not that whose key only begins like the issuer’s address, and may be one relative to it', () => {
    const { payload, ...mine } = parts(token)
    for (const kid of ['did:web:a.example.evil#1', 'did:web:a.example:evil#1', 'did:web:a.examples']) {
      const { payload: _, ...theirs } = parts(tokenOf({ ...openBadge3, iss: 'did:web:a.example' }, { kid }))
      expect(tokenInJson({ payload, signatures: [theirs, mine] }), kid).toBe(token)
    }
    const { payload: _, ...relative } = parts(tokenOf({ ...openBadge3, iss: 'did:web:a.example' }, { kid: '#1' }))
    const { payload: __, ...theirs } = parts(other)
    expect(tokenInJson({ payload, signatures: [theirs, relative] })).toBe(`${relative.protected}.${payload}.${relative.signature}`)
  })
  it('takes the issuer of the credential where the token has no iss', () => {
    const named = (issuer: unknown, kid: string) => parts(tokenOf({ ...openBadge3, iss: undefined, issuer }, { kid }))
    for (const issuer of [{ id: 'did:web:a.example' }, 'did:web:a.example']) {
      const { payload, ...mine } = named(issuer, 'did:web:a.example#1')
      const { payload: _, ...theirs } = named(issuer, 'did:web:b.example#1')
      expect(tokenInJson({ payload, signatures: [theirs, mine] })).toBe(`${mine.protected}.${payload}.${mine.signature}`)
    }
  })
  it('carries the disclosures and the key binding in the unprotected header of the first signature', () => {
    expect(tokenInJson({ ...parts(token), header: { disclosures: ['WyJz', 'XQ'] } })).toBe(`${token}~WyJz~XQ~`)
    expect(tokenInJson({ ...parts(token), header: { disclosures: [], kb_jwt: 'a.b.c' } })).toBe(`${token}~a.b.c`)
  })
  it('is none without a payload or a signature', () => {
    for (const value of [{}, { payload: 1 }, { payload: 'e30' }, { payload: 'e30', signatures: ['x'] }, { payload: 'e30', protected: 'e30' }])
      expect(tokenInJson(value)).toBeNull()
  })
  it('is read as the badge it carries', () => {
    expect(parseText(JSON.stringify(parts(token)))).toMatchObject([{ kind: 'credential', secured: { kind: 'jwt', token } }])
  })
})

describe('a wallet’s answer', () => {
  it('gives its credentials, each as a document of its own', () => {
    expect(parseText(JSON.stringify({ credential: token }))).toMatchObject([{ kind: 'credential', source: 'a.json', secured: { token } }])
    expect(parseText(JSON.stringify({ credentials: [token, { credential: openBadge3 }, openBadge3] }))).toMatchObject([
      { kind: 'credential', source: 'a.json#1' },
      { kind: 'credential', source: 'a.json#2' },
      { kind: 'credential', source: 'a.json#3' },
    ])
  })
  it('is none where the object is a document by itself, or names no credential', () => {
    for (const value of [{ type: 'Profile', credential: 'x' }, { '@context': 'x', credential: 'x' }, { '@type': 'x', credential: 'x' }, { credential: 7 }, {}])
      expect(answeredCredentials(value)).toEqual([])
  })
  it('inside an answer is read, but not without end', () => {
    let answer: object = { credential: token }
    for (let level = 0; level < 6; level += 1) answer = { credential: answer }
    expect(parseText(JSON.stringify(answer))).toMatchObject([{ kind: 'unreadable', problem: { code: 'json.too-deep' } }])
  })
})
