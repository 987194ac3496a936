import { describe, expect, test } from 'vitest'
import { doubtsOf, mendOf, noCountReason, shortLiteral, signOf } from '../../renderer/screens/badge/findings'
import { axesOf } from './fake/badges'

const intact = axesOf.verified

describe('the sign of an axis', () => {
  test('is ✓ only for a right value', () => {
    expect(signOf('integrity', intact)).toBe('right')
    expect(signOf('integrity', { ...intact, integrity: 'unsigned' })).toBe('unknown')
    expect(signOf('integrity', { ...intact, integrity: 'altered' })).toBe('wrong')
  })
  test('an unregistered key is not wrong, the key of another issuer is', () => {
    expect(signOf('issuer', { ...intact, issuer: 'unregistered' })).toBe('unknown')
    expect(signOf('issuer', { ...intact, issuer: 'mismatch' })).toBe('wrong')
  })
  test('no way to look up a revocation is ―, a missing list is ？', () => {
    expect(signOf('status', { ...intact, status: 'none' })).toBe('none')
    expect(signOf('status', { ...intact, status: 'unknown' })).toBe('unknown')
  })
})

describe('why a proven badge does not count', () => {
  test('is its end or its revocation', () => {
    expect(noCountReason({ counts: false, grade: 'verified', axes: { ...intact, time: 'expired' } })).toBe('expired')
    expect(noCountReason({ counts: false, grade: 'confirmed', axes: { ...intact, status: 'revoked' } })).toBe('revoked')
  })
  test('is not shown if the grade is the reason', () => {
    expect(noCountReason({ counts: false, grade: 'unproven', axes: { ...axesOf.unproven, time: 'expired' } })).toBeNull()
  })
})

describe('the doubt about a counting badge', () => {
  const claimed = [{ code: 'status.revocation-claimed' as const }]
  const unsolicited = [{ code: 'evidence.unsolicited' as const }]
  test('is an unreadable status list, and an unproven claim of revocation', () => {
    expect(doubtsOf({ grade: 'verified', axes: intact, problems: [] })).toEqual([])
    for (const status of ['unknown', 'invalid-list'] as const)
      expect(doubtsOf({ grade: 'verified', axes: { ...intact, status }, problems: [] })).toEqual(['statusUnknown'])
    expect(doubtsOf({ grade: 'confirmed', axes: { ...intact, status: 'unknown' }, problems: claimed })).toEqual(['revocationClaimed', 'statusUnknown'])
    expect(mendOf({ grade: 'confirmed', axes: intact, problems: claimed })).toBe('courier')
  })
  test('is an unsolicited copy for a badge of form only, and links to the courier inquiry whoever the recipient is', () => {
    expect(doubtsOf({ grade: 'unproven', axes: axesOf.unproven, problems: unsolicited })).toEqual(['unsolicited'])
    expect(mendOf({ grade: 'unproven', axes: { ...axesOf.unproven, recipient: 'unmatched' }, problems: unsolicited })).toBe('courier')
  })
  test('is another badge that claims its id, and links to Import, where an inquiry decides it', () => {
    const problems = [{ code: 'credential.contested-id' as const, detail: 'late.json' }]
    expect(doubtsOf({ grade: 'verified', axes: intact, problems })).toEqual(['contested'])
    expect(mendOf({ grade: 'verified', axes: intact, problems })).toBe('importing')
  })
  test('is empty for a badge that never counts', () => {
    for (const grade of ['unproven', 'unregistered', 'rejected'] as const)
      expect(doubtsOf({ grade, axes: { ...intact, status: 'unknown' }, problems: claimed })).toEqual([])
  })
})

describe('the next step', () => {
  test('links to the register for an unregistered key, to Unmatched for an unknown recipient, to Import for a missing file', () => {
    expect(mendOf({ problems: [], grade: 'unregistered', axes: axesOf.unregistered })).toBe('issuers')
    expect(mendOf({ problems: [], grade: 'verified', axes: { ...intact, recipient: 'unmatched' } })).toBe('unmatched')
    expect(mendOf({ problems: [], grade: 'unproven', axes: axesOf.unproven })).toBe('importing')
    expect(mendOf({ problems: [], grade: 'rejected', axes: axesOf.rejected })).toBe('importing')
    expect(mendOf({ problems: [], grade: 'unproven', axes: { ...axesOf.unproven, integrity: 'intact', issuer: 'unauthenticated' } })).toBe('issuers')
  })
  test('is empty for a badge without a fault', () => {
    expect(mendOf({ problems: [], grade: 'verified', axes: intact })).toBeNull()
  })
})

test('digests are shown by their beginning, keys by both ends, fingerprints whole', () => {
  expect(shortLiteral('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK')).toBe('did:key:z6Mk…nEGta2doK')
  expect(shortLiteral('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')).toBe('9f86d081884c7d65…')
  expect(shortLiteral('7K2M 9QXD 4TFA 0B8N H6WC 3RVE J5YP 1GZS')).toBe('7K2M 9QXD 4TFA 0B8N H6WC 3RVE J5YP 1GZS')
})
