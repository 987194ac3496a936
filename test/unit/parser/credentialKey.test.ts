import { describe, expect, it } from 'vitest'
import { credentialKey, readInstant } from '../../../electron/parser'
import { hostedBadge, openBadge3 } from '../../fixtures/parser/documents'
import { credentialIn } from './parseText'

const keyOf = (document: object) => credentialKey(credentialIn(document).credential)

describe('credentialKey', () => {
  it('is the issuer and the id, decoded and trimmed', () => {
    expect(keyOf(openBadge3)).toBe('did:web:example.ac.jp\nurn:uuid:0b6c7f1e-0001-4a5e-9d2c-0123456789ab')
    expect(keyOf({ ...openBadge3, id: ' urn:a%2Fb ' })).toBe(keyOf({ ...openBadge3, id: 'urn:a/b' }))
    expect(keyOf({ ...openBadge3, id: '100%' })).toBe('did:web:example.ac.jp\n100%')
  })
  it('is null without an id or an issuer, except for a hosted badge, whose address is enough', () => {
    expect(keyOf({ ...openBadge3, id: undefined })).toBeNull()
    expect(keyOf({ ...openBadge3, issuer: undefined })).toBeNull()
    expect(keyOf({ ...hostedBadge, badge: 'https://badge.example.org/BadgeClass/1' })).toBe(`\n${hostedBadge.id}`)
  })
})

describe('readInstant', () => {
  it.each([
    ['2026-04-01T00:00:00+09:00', '2026-03-31T15:00:00.000Z', true],
    ['2026-04-01T00:00:00.1234Z', '2026-04-01T00:00:00.123Z', true],
    ['2026-04-01t00:00z', '2026-04-01T00:00:00.000Z', true],
    ['2026-04-01T00:00:00+0900', '2026-03-31T15:00:00.000Z', true],
    ['2026-04-01T00:00:00-05:30', '2026-04-01T05:30:00.000Z', true],
    ['2026-04-01T09:00:00', '2026-04-01T09:00:00.000Z', false],
    ['2026-04-01', '2026-04-01T00:00:00.000Z', false],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', false],
    ['2000-02-29', '2000-02-29T00:00:00.000Z', false],
    ['0099-12-31', '0099-12-31T00:00:00.000Z', false],
  ])('reads %s as %s', (text, instant, zoned) => {
    expect(readInstant(text)).toEqual({ at: new Date(instant), zoned })
  })
  it.each(['', '2026-02-29', '2100-02-29', '2026-13-01', '2026-04-01T25:00:00Z', '2026-04-01T00:61:00Z', '2026-04-01T00:00:00+25:00', '1 April 2026', '2026'])(
    'reads nothing from %j',
    (text) => {
      expect(readInstant(text)).toBeNull()
    },
  )
})
