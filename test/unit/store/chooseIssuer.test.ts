import { describe, expect, test } from 'vitest'
import { chooseIssuer } from '../../../electron/store/coverage/binding'

describe('the choice of an issuer', () => {
  test('does not depend on the order of candidates; of equally early ones the first by id is chosen', () => {
    const candidates = [
      { issuerId: 'urn:b', earliest: 5 },
      { issuerId: 'urn:a', earliest: 5 },
      { issuerId: 'urn:0', earliest: Number.POSITIVE_INFINITY },
      { issuerId: 'urn:c', earliest: null },
    ]
    for (const order of [candidates, candidates.toReversed()]) expect(chooseIssuer('urn:x', order)).toEqual({ issuerId: 'urn:a', bound: 'earliest' })
    const undated = [
      { issuerId: 'urn:2', earliest: Number.POSITIVE_INFINITY },
      { issuerId: 'urn:1', earliest: Number.POSITIVE_INFINITY },
    ]
    for (const order of [undated, undated.toReversed()]) expect(chooseIssuer('urn:x', order)).toEqual({ issuerId: 'urn:1', bound: 'earliest' })
    expect(chooseIssuer('urn:x', [{ issuerId: 'urn:c', earliest: null }])).toBeNull()
  })
})
