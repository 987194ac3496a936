import { describe, expect, it } from 'vitest'
import { absoluteAddress, documentAddress, isInNameOf, keyAddresses, nameAmongOwn } from '../../../../electron/verifier/keys/source'

describe('the name of a key', () => {
  it.each([
    ['#k', 'https://a.example', 'https://a.example#k'],
    ['/k', 'https://a.example/i', 'https://a.example/k'],
    ['?k=1', 'https://a.example/i', 'https://a.example/i?k=1'],
    ['/k', 'did:web:a.example#x', 'did:web:a.example/k'],
    ['/k', 'urn:a', '/k'],
    ['//[', 'https://a.example', '//['],
    ['#k', null, '#k'],
    ['k', 'https://a.example', 'k'],
  ])('%s of the issuer %s is the address %s', (name, issuerId, address) => {
    expect(absoluteAddress(name, issuerId)).toBe(address)
  })
  it('that is bare may mean a key of a set, a fragment, or an address relative to the issuer', () => {
    expect(keyAddresses('k', 'https://a.example/i/')).toEqual(['k', 'https://a.example/i/#k', 'https://a.example/i/k'])
    expect(keyAddresses('k', 'did:web:a.example')).toEqual(['k', 'did:web:a.example#k'])
    expect(keyAddresses('/k', 'https://a.example')).toEqual(['https://a.example/k', '/k'])
    expect(keyAddresses('#k', 'https://a.example')).toEqual(['https://a.example#k'])
    expect(keyAddresses('k', null)).toEqual(['k'])
    expect(keyAddresses('did:web:b.example#k', 'https://a.example')).toEqual(['did:web:b.example#k'])
  })
  it('is in the name of the issuer where it is relative to it, under its id or on its host', () => {
    const isIn = (name: string) => isInNameOf(name, 'https://a.example/i')
    expect(['k', '#k', '/k', 'https://a.example/i#k', 'https://a.example/other'].map(isIn)).toEqual([true, true, true, true, true])
    expect(['https://a.example.evil/i', '//evil.example/i', 'did:web:a.example', 'urn:a'].map(isIn)).toEqual([false, false, false, false])
  })
  it('among the issuer’s own keys is without the issuer’s address', () => {
    expect(['#k', 'https://a.example#k', 'k', 'https://b.example#k'].map((name) => nameAmongOwn(name, 'https://a.example'))).toEqual([
      'k',
      'k',
      'k',
      'https://b.example#k',
    ])
  })
  it('of a did:web leads to the address of its document', () => {
    expect(documentAddress('did:web:a.example%3A8080:x:y#k')).toBe('https://a.example:8080/x/y/did.json')
    expect(documentAddress('did:web:a.example')).toBe('https://a.example/.well-known/did.json')
    expect(documentAddress('https://a.example/i#k')).toBe('https://a.example/i')
  })
})
