import { describe, expect, test } from 'vitest'
import { readBadge, readPeople, readPerson, readUnmatched, saveVerification } from '../../../electron/store'
import { placeVersions, type Version } from '../../../electron/store/credential/versionRule'
import { act, good, importItems, verdict } from './stand'
import { city, counting, held, holders, law, skill, table } from './versionCity'

describe('displacement: a document that is not proven to come from the same origin', () => {
  const genuine = law({ from: '2025-04-01' })
  const hosted = { id: 'https://a.example/1', issuer: 'https://a.example/issuer' }

  test.each(['unproven', 'unregistered', 'rejected'] as const)('never replaces a verified badge, however late its date: %s', (grade) => {
    for (const from of ['2024-04-01', '2025-04-01', '2026-04-01']) {
      const forged = law({ from, grade, staffNumber: '2', achievement: 'urn:law-3' })
      for (const items of [
        [genuine, forged],
        [forged, genuine],
      ]) {
        const db = city()
        importItems(db, 'one', items)
        const rows = readPeople(db, {
          scope: { on: '2026-11-20', level: 1, grades: counting, includeLeave: false },
          skill,
          divisionCode: null,
          text: null,
          which: 'counting',
          offset: 0,
          limit: 10,
        })
        expect(rows.people.map(({ staffNumber }) => staffNumber)).toEqual(['1'])
      }
    }
  })

  test('replaces none even where the counted grades include its own', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven', achievement: 'urn:other' })])
    expect(holders(db, '2026-11-20', { grades: ['verified', 'unproven'] })).toBe(1)
  })

  test('that is confirmed at another origin leaves a verified badge all its days', () => {
    const verified = law({ ...hosted, from: '2025-04-01' })
    for (const [hostedUrl, expected] of [
      ['https://b.example/1', null],
      ['https://a.example.evil/1', null],
      ['http://a.example/1', null],
      ['https://a.example:8443/1', null],
      ['https://a.example/1', '2026-04-01'],
    ] as const) {
      const db = city()
      importItems(db, 'one', [law({ ...hosted, from: '2026-04-01', grade: 'confirmed', hostedUrl }), verified])
      expect(db.prepare("SELECT followed_from FROM credential WHERE grade = 'verified'").pluck().get()).toBe(expected)
    }
  })

  test('is reported on both badges, with the file of the other, until one is proven to be a newer version', () => {
    const db = city()
    const [first, second] = importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven', source: 'late.json' })]).map(
      ({ credentialId }) => credentialId!,
    )
    const said = (credentialId: number) => {
      const { problems, rivals, contested } = good(readBadge(db, { credentialId, on: '2026-11-20' }))
      return { problems: problems.filter(({ code }) => code === 'credential.contested-id'), rivals, contested }
    }
    expect(said(first!)).toEqual({ problems: [{ code: 'credential.contested-id', detail: 'late.json' }], rivals: [second], contested: true })
    expect(said(second!)).toEqual({ problems: [{ code: 'credential.contested-id', detail: 'bundle.zip!urn:a.json' }], rivals: [first], contested: true })
    expect(good(readPerson(db, { staffNumber: '1', on: '2026-11-20' })).skills.map(({ contested }) => contested)).toEqual([true, true])
    good(saveVerification(db, { verifications: [{ credentialId: second!, verdict: verdict('verified') }], ...act }))
    for (const id of [first!, second!]) expect(said(id)).toEqual({ problems: [], rivals: [], contested: false })
  })

  test('is not reported for a copy with equal content, nor for a rejected document', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2025-04-01', edition: 'png', grade: 'unproven' }), law({ from: '2026-04-01', grade: 'rejected' })])
    expect(db.prepare('SELECT SUM(contested) FROM credential').pluck().get()).toBe(0)
  })

  test('stays listed as unproven from the day it begins, so that its address or its key can be asked for', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven' })])
    expect(table(db, '2026-11-20').left.unproven).toBe(1)
  })

  test('does not bypass a revocation: of two documents of one instant the revoked one stays, however often the other is packed again', () => {
    for (let edition = 0; edition < 8; edition += 1) {
      const db = city()
      importItems(db, 'one', [
        law({ from: '2025-04-01', until: '2030-03-31', edition: String(edition) }),
        law({ from: '2025-04-01', until: '2027-03-31', axes: { status: 'revoked' } }),
      ])
      expect([held(db, '2026-11-20'), held(db, '2029-11-20')]).toEqual([0, 0])
    }
  })

  test('removes no match: of two unmatched copies the tray shows the current one', () => {
    const db = city()
    importItems(db, 'one', [law({ staffNumber: null }), law({ staffNumber: null, edition: 'png' }), law({ staffNumber: null, from: '2026-04-01' })])
    expect([readUnmatched(db, { offset: 0, limit: 10 }).total, table(db, '2026-11-20').left.unmatched, table(db, '2025-11-20').left.unmatched]).toEqual([
      2, 2, 2,
    ])
  })
})

describe('many documents of one id', () => {
  test('of one import are updated once for each batch, with the same numbers as one by one', () => {
    const count = 3000
    const db = city()
    const items = Array.from({ length: count }, (_, index) => law({ from: '2026-04-01', grade: 'unproven', edition: String(index) }))
    const saved = importItems(db, 'one', [law({ from: '2025-04-01' }), ...items])
    expect(saved.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(count)
    expect(db.prepare('SELECT COUNT(*) FROM credential WHERE superseded_by IS NULL').pluck().get()).toBe(2)
    expect([held(db, '2026-11-20'), table(db, '2026-11-20').left.unproven]).toEqual([1, 1])
  })

  test('cost no more than sorting them', () => {
    let read = 0
    const version = (id: number): Version => ({
      get id() {
        read += 1
        return id
      },
      grade: id % 3 === 0 ? 'verified' : 'unproven',
      validFromMilliseconds: id % 7,
      heldFrom: '2026-04-01',
      heldUntil: '2027-03-31',
      origin: null,
      digest: String(id),
      ordinal: 0,
      revoked: false,
      contentRank: id % 2,
    })
    const size = 4000
    placeVersions(Array.from({ length: size }, (_, id) => version(id)))
    expect(read).toBeLessThan(size * 40)
  })
})
