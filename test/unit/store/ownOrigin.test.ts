import { describe, expect, test } from 'vitest'
import { isOwnOrigin, originOf } from '../../../electron/store/credential/ownOrigin'

describe('the origin of an id', () => {
  test.each([
    ['https://a.example/achievements/1', 'https://a.example'],
    ['HTTPS://A.Example/achievements/1', 'https://a.example'],
    ['https://a.example:443/x', 'https://a.example'],
    ['https://a.example:8443/x', 'https://a.example:8443'],
    ['https://a.example?x=1', 'https://a.example'],
    ['https://xn--wgv71a119e.example/1', 'https://xn--wgv71a119e.example'],
    ['did:web:a.example', 'https://a.example'],
    ['did:web:A.Example:staff:1', 'https://a.example'],
    ['did:web:a.example%3A8443', 'https://a.example:8443'],
    ['did:web:a.example%3a8443:x#key', 'https://a.example:8443'],
  ])('of %s is %s', (id, origin) => {
    expect(originOf(id)).toBe(origin)
  })

  test.each([
    'http://a.example/1',
    'urn:uuid:1',
    'did:key:z6Mk1',
    'DID:WEB:a.example',
    'did:web:',
    'did:web:a.example%2Fevil',
    'did:web:a.example%40b.example',
    'did:web:%61.example',
    'did:web:user@a.example',
    'did:web:a.example%3A99999',
    'https://user@a.example/1',
    'https://user:secret@a.example/1',
    'https://@a.example/1',
    'https://b.example\\@a.example/1',
    'https:\\\\a.example/1',
    'https:a.example/1',
    'https:///a.example/1',
    ' https://a.example/1',
    'https://a.exa\tmple/1',
    'https://大学.example/1',
    'https://a.example\n/1',
    '',
  ])('there is none of %j', (id) => {
    expect(originOf(id)).toBeNull()
  })
})

describe('an issuer of the same origin', () => {
  test.each([
    ['https://a.example/achievements/1', 'did:web:a.example'],
    ['https://a.example/achievements/1', 'https://a.example/issuers/2'],
    ['https://a.example:8443/1', 'did:web:a.example%3A8443'],
    ['https://A.example:443/1', 'did:web:a.example:unit'],
  ])('of %s is %s', (achievementId, issuerId) => {
    expect(isOwnOrigin(achievementId, issuerId)).toBe(true)
  })

  test.each([
    ['https://a.example/1', 'did:web:sub.a.example'],
    ['https://sub.a.example/1', 'did:web:a.example'],
    ['https://a.example/1', 'https://a.example.evil.example/1'],
    ['https://a.example/1', 'https://a.example@evil.example/1'],
    ['https://a.example:8443/1', 'did:web:a.example'],
    ['https://a.example/1', 'http://a.example/1'],
    ['https://a.example/1', 'https://a.example./1'],
    ['https://a.example/1', 'did:web:a.example%2Eevil.example'],
    ['http://a.example/1', 'http://a.example/1'],
    ['urn:uuid:1', 'urn:uuid:1'],
  ])('of %s is not %s', (achievementId, issuerId) => {
    expect(isOwnOrigin(achievementId, issuerId)).toBe(false)
  })
})
