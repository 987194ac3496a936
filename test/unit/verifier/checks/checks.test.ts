import { describe, expect, it } from 'vitest'
import { checks } from '../../../../electron/verifier/checks'
import { instantOf } from '../../../../shared/model/instant'
import { badge, contextWith, credentialOf } from '../stage'

const timeAt = (at: string, dates: { validFrom?: string; validUntil?: string }) => {
  const outcome = checks.time.run(credentialOf(JSON.stringify(badge('https://example.ac.jp', dates))), contextWith([], [], new Date(at)))
  return [outcome.finding.value, ...outcome.problems.map(({ code }) => code)]
}

describe('time', () => {
  it.each([
    ['2026-03-31T14:59:59Z', { validFrom: '2026-04-01T00:10:00+09:00' }, ['not-yet-valid']],
    ['2026-03-31T15:00:00Z', { validFrom: '2026-04-01T00:00:00+09:00' }, ['current']],
    ['2026-03-31T14:57:00Z', { validFrom: '2026-04-01T00:00:00+09:00' }, ['current', 'time.clock-skew']],
    ['2026-03-31T14:54:59Z', { validFrom: '2026-04-01T00:00:00+09:00' }, ['not-yet-valid']],
    ['2026-04-01T00:00:00Z', { validUntil: '2026-04-01T00:00:00Z' }, ['current']],
    ['2026-04-01T00:00:00.001Z', { validUntil: '2026-04-01T00:00:00Z' }, ['expired']],
  ])('at %s with %j', (at, dates, expected) => {
    expect(timeAt(at, { validFrom: '2020-01-01T00:00:00Z', ...dates })).toEqual(expected)
  })
  it('an end on 31 March written with +09:00 is not read as 31 March in UTC', () => {
    expect(timeAt('2026-03-31T16:00:00Z', { validFrom: '2020-01-01T00:00:00Z', validUntil: '2026-04-01T00:00:00+09:00' })).toEqual(['expired'])
  })
  it('a bare day lasts in Japan from its first instant to its last', () => {
    expect(timeAt('2026-03-31T14:59:59.999Z', { validFrom: '2026-01-01', validUntil: '2026-03-31' })).toEqual(['current'])
    expect(timeAt('2026-03-31T15:00:00Z', { validFrom: '2026-01-01', validUntil: '2026-03-31' })).toEqual(['expired'])
    expect(timeAt('2026-03-31T15:00:00Z', { validFrom: '2026-04-01' })).toEqual(['current'])
    expect(timeAt('2026-03-31T14:54:00Z', { validFrom: '2026-04-01' })).toEqual(['not-yet-valid'])
  })
  it('an end before the beginning is current on no day', () => {
    const dates = { validFrom: '2026-06-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }
    expect(['2025-12-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-07-01T00:00:00Z'].map((at) => timeAt(at, dates)[0])).toEqual([
      'not-yet-valid',
      'expired',
      'expired',
    ])
  })
  it('a badge with an unreadable date does not count', () => {
    expect(timeAt('2026-07-01T00:00:00Z', { validFrom: '2020-01-01T00:00:00Z', validUntil: '2027-02-30' })).toEqual(['expired'])
    expect(timeAt('2026-07-01T00:00:00Z', { validFrom: 'spring' })).toEqual(['not-yet-valid'])
  })
  it('a time without a zone is Japanese time', () => {
    expect(instantOf('2026-04-01T00:00:00', 'start')?.toISOString()).toBe('2026-03-31T15:00:00.000Z')
    expect(instantOf('2026-02-30', 'start')).toBeNull()
  })
})

describe('schema', () => {
  const codesOf = (document: ReturnType<typeof badge>) => {
    const { finding, problems } = checks.schema.run(credentialOf(JSON.stringify(document)), contextWith())
    return [finding.value, ...problems.map(({ code, at }) => `${code} ${at}`)]
  }
  it('finds no problem in a complete badge', () => {
    expect(codesOf(badge('https://example.ac.jp'))).toEqual(['ok'])
  })
  it('reports missing members', () => {
    const { id: _id, ...withoutId } = badge('https://example.ac.jp')
    expect(codesOf(withoutId)).toEqual(['warnings', 'schema.missing-member /id'])
    const subject = { type: ['AchievementSubject'], achievement: { id: 'https://example.ac.jp/a', type: ['Achievement'], name: 'x', criteria: {} } }
    expect(codesOf(badge('https://example.ac.jp', { credentialSubject: subject }))).toEqual([
      'warnings',
      'schema.missing-member /credentialSubject/achievement/description',
    ])
  })
  it('reports members of the wrong type', () => {
    expect(codesOf(badge('https://example.ac.jp', { validFrom: 20260401 }))).toContain('schema.wrong-type /validFrom')
  })
  it('accepts an issuance date of the older data model as the beginning', () => {
    const { validFrom: _, ...older } = badge('https://example.ac.jp', { issuanceDate: '2026-04-01T00:00:00Z' })
    expect(codesOf(older)).toEqual(['ok'])
  })
})

describe('recipient', () => {
  it('is unmatched; an MD5 hash is reported as weak', () => {
    const assertion = (identity: string) => ({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: 'https://badge.example.jp/a/1',
      recipient: { type: 'email', hashed: true, identity },
      badge: 'https://badge.example.jp/b/1',
      verification: { type: 'hosted' },
      issuedOn: '2026-04-01',
    })
    const run = (identity: string) => checks.recipient.run(credentialOf(JSON.stringify(assertion(identity))), contextWith())
    expect(run(`md5$${'ab'.repeat(16)}`)).toMatchObject({ finding: { value: 'unmatched' }, problems: [{ code: 'recipient.weak-hash' }] })
    expect(run(`sha256$${'ab'.repeat(32)}`).problems).toEqual([])
  })
})
