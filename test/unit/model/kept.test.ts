import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../shared/model/credential'
import { inConflict, keptCredential, keptVerdict } from '../../../shared/model/kept'
import type { Verification } from '../../../shared/model/verification'

const credential: Credential = {
  standard: 'OB3',
  id: 'urn:uuid:1',
  name: '修了証',
  issuer: { id: 'did:web:example.ac.jp', name: '例示大学', url: null },
  achievement: { id: 'https://example.ac.jp/dx', name: null, description: null, criteria: null, tags: [], alignments: [] },
  recipients: [{ kind: 'email', email: 'sato@city.example.jp' }],
  recipientName: null,
  validFrom: '2026-04-01T00:00:00+09:00',
  validUntil: '2027-03-31T23:59:59+09:00',
  evidence: [],
  endorsements: 0,
}
const verification: Verification = {
  grade: 'rejected',
  axes: {
    integrity: { value: 'altered', seen: [{ kind: 'suite', text: 'eddsa-rdfc-2022' }], at: '/proof' },
    issuer: { value: 'registered', seen: [] },
    time: { value: 'current', seen: [] },
    status: { value: 'none', seen: [] },
    schema: { value: 'ok', seen: [] },
    recipient: { value: 'unmatched', seen: [] },
  },
  countable: true,
  counts: false,
  proof: 'eddsa-rdfc-2022',
  issuerName: '例示大学',
  problems: [{ code: 'key.from-document' }, { code: 'proof.altered', at: '/proof' }],
  contextDigest: 'c'.repeat(64),
}

describe('what is kept', () => {
  it('of a credential are its days, its names and the whole of it as JSON', () => {
    const { document, ...kept } = keptCredential(credential)
    expect(kept).toEqual({
      standard: 'OB3',
      issuerId: 'did:web:example.ac.jp',
      claimedIssuerName: '例示大学',
      achievementUri: 'https://example.ac.jp/dx',
      achievementName: '修了証',
      validFromMilliseconds: Date.parse('2026-03-31T15:00:00Z'),
      heldFrom: '2026-04-01',
      heldUntil: '2027-03-31',
      recipients: credential.recipients,
    })
    expect(JSON.parse(document)).toEqual(credential)
  })

  it('of a verdict are its words, what was seen, and the problem that decided it', () => {
    const { seen, problems, ...kept } = keptVerdict(verification)
    expect(kept).toEqual({
      grade: 'rejected',
      countable: true,
      integrity: 'altered',
      issuer: 'registered',
      time: 'current',
      status: 'none',
      schema: 'ok',
      recipient: 'unmatched',
      proof: 'eddsa-rdfc-2022',
      issuerName: '例示大学',
      contextDigest: 'c'.repeat(64),
      reason: { code: 'proof.altered', at: '/proof' },
    })
    expect(JSON.parse(problems)).toEqual(verification.problems)
    expect(JSON.parse(seen)).toMatchObject({ integrity: { seen: [{ kind: 'suite', text: 'eddsa-rdfc-2022' }], at: '/proof' }, recipient: { seen: [] } })
  })

  it('of a verdict on what several people claim is that they do, and whose numbers they are; nothing else of it changes', () => {
    const before = keptVerdict({ ...verification, grade: 'verified', problems: [] })
    const { recipient, problems, seen, reason, ...rest } = inConflict(before, ['00001', '00002'])
    const { recipient: _recipient, problems: _problems, seen: _seen, reason: _reason, ...restBefore } = before
    expect([recipient, JSON.parse(problems), reason]).toEqual([
      'conflict',
      [{ code: 'recipient.conflict', detail: '00001, 00002' }],
      { code: 'recipient.conflict', detail: '00001, 00002' },
    ])
    expect(JSON.parse(seen)).toEqual({
      ...JSON.parse(before.seen),
      recipient: {
        seen: [
          { kind: 'identity', text: '00001' },
          { kind: 'identity', text: '00002' },
        ],
      },
    })
    expect(rest).toEqual(restBefore)
  })
})
