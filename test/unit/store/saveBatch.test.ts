import { describe, expect, test } from 'vitest'
import { readHoldings, readImportItems, readImportSummary, readOriginal, saveBatch } from '../../../electron/store'
import type { Grade } from '../../../shared/model/verification'
import { badge, good, holdingsDigest, importItems, openScratch, person, settle, support } from './stand'

const outcomes = (saved: readonly { readonly outcome: string | null }[]) => saved.map(({ outcome }) => outcome)

function cityWithSato() {
  const db = openScratch()
  settle(db, { people: [person('00123')], posts: [], divisions: [] })
  return db
}

const followedFrom = (db: ReturnType<typeof openScratch>, credentialId: number | null) =>
  db.prepare<[number | null], string | null>('SELECT followed_from FROM credential WHERE id = ?').pluck().get(credentialId)

const supersededBy = (db: ReturnType<typeof openScratch>, credentialId: number | null) =>
  db.prepare<[number | null], { superseded_by: number | null }>('SELECT superseded_by FROM credential WHERE id = ?').get(credentialId)?.superseded_by

describe('the outcome of each thing of a batch', () => {
  test('is exactly one of eight, none for an envelope, and received is their sum', () => {
    const db = cityWithSato()
    const first = badge({ id: 'urn:a', staffNumber: '00123' })
    const saved = importItems(db, 'one', [
      first,
      badge({ id: 'urn:a', staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' }),
      first,
      badge({ id: 'urn:b' }),
      badge({ id: 'urn:c', grade: 'rejected', staffNumber: '00123' }),
      support('{"id":"list"}'),
      { ...badge({ id: 'urn:clr' }), kind: 'envelope' },
      { kind: 'unreadable', source: 'broken.png', problem: { code: 'png.bad-crc' } },
      { kind: 'ignored', source: 'Thumbs.db' },
    ])
    expect(outcomes(saved)).toEqual(['new', 'replaced', 'duplicate', 'unmatched', 'rejected', 'support', null, 'unreadable', 'ignored'])
    const summary = readImportSummary(db, 'one')!
    expect(summary.outcomes).toEqual({ new: 1, replaced: 1, duplicate: 1, unmatched: 1, rejected: 1, support: 1, unreadable: 1, ignored: 1 })
    expect(summary.received).toBe(8)
    expect(summary.grades).toEqual({ verified: 4, confirmed: 0, unregistered: 0, unproven: 0, rejected: 1 })
  })

  test('importing the same bundle again changes nothing but the logs', () => {
    const db = cityWithSato()
    const items = [badge({ id: 'urn:a', staffNumber: '00123' }), badge({ id: 'urn:b' }), badge({ id: 'urn:c', grade: 'rejected' }), support('{"id":"list"}')]
    importItems(db, 'one', items)
    const before = holdingsDigest(db)
    expect(outcomes(importItems(db, 'two', items))).toEqual(['duplicate', 'unmatched', 'rejected', 'support'])
    expect(holdingsDigest(db)).toBe(before)
  })

  test('two credentials of one file are distinguished by their place in it', () => {
    const db = cityWithSato()
    const file = badge({ id: 'urn:a', staffNumber: '00123' })
    const second = { ...badge({ id: 'urn:b', staffNumber: '00123' }), sha256: file.sha256, bytes: file.bytes, ordinal: 1 }
    expect(outcomes(importItems(db, 'one', [file, second]))).toEqual(['new', 'new'])
    expect(readHoldings(db).credentials).toBe(2)
    expect(db.prepare('SELECT COUNT(*) AS count FROM original').get()).toEqual({ count: 1 })
  })

  test('the bytes of a file are read as they were stored', () => {
    const db = cityWithSato()
    const item = badge({ id: 'urn:a' })
    importItems(db, 'one', [item])
    expect(new Uint8Array(good(readOriginal(db, item.sha256))!)).toEqual(item.bytes)
    expect(good(readOriginal(db, 'f'.repeat(64)))).toBeNull()
  })

  test('a line has the verdict, or the problem of an unreadable file', () => {
    const db = cityWithSato()
    importItems(db, 'one', [
      badge({ id: 'urn:a', staffNumber: '00123' }),
      { kind: 'unreadable', source: 'broken.png', problem: { code: 'png.bad-crc', detail: 'IDAT' } },
    ])
    const { total, items } = readImportItems(db, { importId: 'one', outcome: null, grade: null, among: null, code: null, offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({
      sequence: 1,
      outcome: 'new',
      grade: 'verified',
      staffNumber: '00123',
      personName: '職員00123',
      axes: { integrity: 'intact' },
    })
    expect(items[1]).toMatchObject({ outcome: 'unreadable', problem: { code: 'png.bad-crc', detail: 'IDAT' }, axes: null, credentialId: null })
    const ofGrade = (grade: Grade) => readImportItems(db, { importId: 'one', outcome: null, grade, among: null, code: null, offset: 0, limit: 10 }).total
    expect([ofGrade('verified'), ofGrade('rejected')]).toEqual([1, 0])
    expect(readImportItems(db, { importId: 'one', outcome: 'unreadable', grade: null, among: null, code: 'png.bad-crc', offset: 0, limit: 10 }).total).toBe(1)
  })

  test('a batch that fails half-way leaves nothing, not even its cursor', () => {
    const db = cityWithSato()
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    const broken = { ...badge({ id: 'urn:c' }), sha256: 'too short' }
    expect(() => saveBatch(db, { importId: 'one', items: [badge({ id: 'urn:b' }), broken], cursor: '2', done: 3 })).toThrow('CHECK')
    expect(readHoldings(db).credentials).toBe(1)
    expect(readImportSummary(db, 'one')).toMatchObject({ done: 1, received: 1 })
  })
})

describe('the current version of a credential', () => {
  test('is the one with the newer validFrom, whichever was imported first', () => {
    const older = badge({ id: 'urn:a', staffNumber: '00123', from: '2025-04-01T00:00:00+09:00' })
    const newer = badge({ id: 'urn:a', staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' })
    const db = cityWithSato()
    const [first, second] = importItems(db, 'one', [older, newer])
    expect([first!.outcome, second!.outcome]).toEqual(['new', 'replaced'])
    expect([followedFrom(db, first!.credentialId), followedFrom(db, second!.credentialId)]).toEqual(['2026-04-01', null])
    const other = cityWithSato()
    const [third, fourth] = importItems(other, 'one', [newer, older])
    expect([third!.outcome, fourth!.outcome]).toEqual(['new', 'duplicate'])
    expect([followedFrom(other, third!.credentialId), followedFrom(other, fourth!.credentialId)]).toEqual([null, '2026-04-01'])
  })

  test('of two copies of the same date is the same one, whichever was imported first, and the second is a duplicate', () => {
    const copies = [badge({ id: 'urn:a', staffNumber: '00123' }), badge({ id: 'urn:a', staffNumber: '00123', edition: 'png' })]
    const standing = [copies, copies.toReversed()].map((items) => {
      const db = cityWithSato()
      expect(outcomes(importItems(db, 'one', items))).toEqual(['new', 'duplicate'])
      return db.prepare('SELECT sha256 FROM credential JOIN original ON original.id = original_id WHERE superseded_by IS NULL').pluck().all()
    })
    expect(standing[0]).toHaveLength(1)
    expect(standing[1]).toEqual(standing[0])
  })

  test('dates are compared as instants: 2026-03-31T23:00Z is newer than 2026-04-01T00:00+09:00', () => {
    const db = cityWithSato()
    const saved = importItems(db, 'one', [
      badge({ id: 'urn:a', staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' }),
      badge({ id: 'urn:a', staffNumber: '00123', from: '2026-03-31T23:00:00Z' }),
    ])
    expect(outcomes(saved)).toEqual(['new', 'replaced'])
  })

  test('a forged copy with a newer date does not replace the genuine badge', () => {
    const db = cityWithSato()
    const genuine = badge({ id: 'urn:a', staffNumber: '00123' })
    const copy = badge({ id: 'urn:a', staffNumber: '00123', grade: 'unproven', from: '2030-01-01T00:00:00+09:00' })
    const rejected = badge({ id: 'urn:a', staffNumber: '00123', grade: 'rejected', from: '2031-01-01T00:00:00+09:00' })
    const saved = importItems(db, 'one', [genuine, copy, rejected])
    expect(outcomes(saved)).toEqual(['new', 'duplicate', 'rejected'])
    expect(supersededBy(db, saved[0]!.credentialId)).toBeNull()
    expect(supersededBy(db, saved[2]!.credentialId)).toBeNull()
  })

  test('a rejected one stored first does not block the genuine one', () => {
    const db = cityWithSato()
    const forged = badge({ id: 'urn:a', staffNumber: '00123', grade: 'rejected', from: '2030-01-01T00:00:00+09:00' })
    expect(outcomes(importItems(db, 'one', [forged, badge({ id: 'urn:a', staffNumber: '00123' })]))).toEqual(['rejected', 'new'])
  })

  test('a counting version replaces one that does not count, whatever its date', () => {
    const db = cityWithSato()
    const unproven = badge({ id: 'urn:a', staffNumber: '00123', grade: 'unproven', from: '2030-01-01T00:00:00+09:00' })
    expect(outcomes(importItems(db, 'one', [unproven, badge({ id: 'urn:a', staffNumber: '00123', grade: 'confirmed' })]))).toEqual(['new', 'replaced'])
  })

  test('credentials without an id never replace one another', () => {
    const db = cityWithSato()
    const saved = importItems(db, 'one', [
      badge({ id: null, staffNumber: '00123' }),
      badge({ id: null, staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' }),
    ])
    expect(outcomes(saved)).toEqual(['new', 'new'])
  })

  test('the same file with another verdict now gets the new verdict and keeps the old one in its history', () => {
    const db = cityWithSato()
    const item = badge({ id: 'urn:a', staffNumber: '00123', grade: 'unregistered' })
    importItems(db, 'one', [item])
    const again = badge({ id: 'urn:a', staffNumber: '00123', grade: 'verified' })
    expect(again.sha256).toBe(item.sha256)
    expect(outcomes(importItems(db, 'two', [again]))).toEqual(['duplicate'])
    expect(db.prepare('SELECT grade, is_current FROM verification ORDER BY id').all()).toEqual([
      { grade: 'unregistered', is_current: 0 },
      { grade: 'verified', is_current: 1 },
    ])
    expect(db.prepare('SELECT grade FROM credential').get()).toEqual({ grade: 'verified' })
  })

  test('a file imported before whose person is found only now is matched', () => {
    const db = openScratch()
    importItems(db, 'one', [badge({ id: 'urn:a' })])
    settle(db, { people: [person('00123')], posts: [], divisions: [] })
    expect(outcomes(importItems(db, 'two', [badge({ id: 'urn:a', staffNumber: '00123' })]))).toEqual(['duplicate'])
    expect(readHoldings(db).unmatched).toBe(0)
  })
})
