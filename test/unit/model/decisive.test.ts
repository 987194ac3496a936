import { describe, expect, test } from 'vitest'
import { decisiveProblem } from '../../../shared/model/decisive'

describe('the problem that decided the grade', () => {
  test('of a rejected badge is what rejects it, whatever was remarked of its key before', () => {
    expect(decisiveProblem('rejected', [{ code: 'key.from-document' }, { code: 'proof.altered' }])).toEqual({ code: 'proof.altered' })
    expect(decisiveProblem('rejected', [{ code: 'status.no-list' }, { code: 'hosted.other-origin' }, { code: 'hosted.no-evidence' }])).toEqual({
      code: 'hosted.other-origin',
    })
  })
  test('of one that cannot be decided is the first that signature or key have', () => {
    expect(decisiveProblem('unregistered', [{ code: 'issuer.look-alike' }, { code: 'key.not-pinned' }])).toEqual({ code: 'key.not-pinned' })
    expect(decisiveProblem('unproven', [{ code: 'context.older-text' }, { code: 'hosted.no-evidence' }])).toEqual({ code: 'hosted.no-evidence' })
  })
  test('of one in an older standard is that, where nothing else leaves it open', () => {
    const older = { code: 'credential.superseded-standard' } as const
    expect(decisiveProblem('unproven', [{ code: 'credential.no-id' }, older])).toEqual(older)
    expect(decisiveProblem('unproven', [{ code: 'hosted.no-evidence' }, older])).toEqual({ code: 'hosted.no-evidence' })
    expect(decisiveProblem('rejected', [older, { code: 'proof.altered' }])).toEqual({ code: 'proof.altered' })
  })
  test('is not sought where the badge is proven, or where nothing tells more than the grade', () => {
    expect(decisiveProblem('verified', [{ code: 'proof.foreign' }])).toBeUndefined()
    expect(decisiveProblem('unproven', [{ code: 'recipient.weak-hash' }])).toBeUndefined()
  })
  test('keeps its place and its literal', () => {
    expect(decisiveProblem('rejected', [{ code: 'jwt.claim-differs', at: '/jti', detail: 'jti' }])).toEqual({
      code: 'jwt.claim-differs',
      at: '/jti',
      detail: 'jti',
    })
  })
})
