import { describe, expect, test } from 'vitest'
import {
  importMappings,
  readCoverage,
  readImportItems,
  readImportSummary,
  saveVerification,
  supportDocuments,
  undoImport,
  verifyAudit,
} from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import { act, badge, division, good, holdingsDigest, importItems, openScratch, person, post, settle, support, verdict } from './stand'

const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }

function city() {
  const db = openScratch()
  settle(db, { people: [person('00123'), person('00124')], posts: [post('00123', '100'), post('00124', '100')], divisions: [division('100', null)] })
  good(importMappings(db, { mappings: [{ achievementId: 'https://example.ac.jp/dx', skill: '行政DX/データ活用', level: 2 }], ...act }))
  return db
}

const holders = (db: ReturnType<typeof openScratch>) => readCoverage(db, scope).holders

describe('taking an import back', () => {
  test('everything is as it was, coverage too, and the import stays in the list as undone', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    const [before, coverage] = [holdingsDigest(db), holders(db)]
    importItems(db, 'two', [badge({ id: 'urn:b', staffNumber: '00124' }), badge({ id: 'urn:c' }), support('{"id":"list"}')])
    expect(holders(db)).not.toEqual(coverage)
    expect(good(undoImport(db, { importId: 'two', ...act }))).toEqual({ removed: 2, supports: 1 })
    expect(holders(db)).toEqual(coverage)
    expect(holdingsDigest(db)).toBe(before)
    expect(readImportSummary(db, 'two')).toMatchObject({ state: 'undone', received: 3 })
    expect(
      readImportItems(db, { importId: 'two', outcome: null, grade: null, among: null, code: null, offset: 0, limit: 10 }).items.map(
        ({ credentialId }) => credentialId,
      ),
    ).toEqual([null, null, null])
    expect(verifyAudit(db)).toBeNull()
  })

  test('what it had replaced stands again', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    const before = holdingsDigest(db)
    importItems(db, 'two', [badge({ id: 'urn:a', staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' })])
    good(undoImport(db, { importId: 'two', ...act }))
    expect(holdingsDigest(db)).toBe(before)
  })

  test('a version between two others falls out without a gap', () => {
    const db = city()
    const version = (from: string) => badge({ id: 'urn:a', staffNumber: '00123', from })
    const [first] = importItems(db, 'one', [version('2024-04-01T00:00:00+09:00')])
    importItems(db, 'two', [version('2025-04-01T00:00:00+09:00')])
    const [third] = importItems(db, 'three', [version('2026-04-01T00:00:00+09:00')])
    good(undoImport(db, { importId: 'two', ...act }))
    expect(db.prepare('SELECT id, followed_from FROM credential ORDER BY id').all()).toEqual([
      { id: first!.credentialId, followed_from: '2026-04-01' },
      { id: third!.credentialId, followed_from: null },
    ])
  })

  test('what a later import brought as well stays, and goes with that one', () => {
    const db = city()
    const item = badge({ id: 'urn:a', staffNumber: '00123' })
    importItems(db, 'one', [item, support('{"id":"list"}')])
    importItems(db, 'two', [item, support('{"id":"list"}')])
    expect(good(undoImport(db, { importId: 'one', ...act })).removed).toBe(0)
    expect(holders(db)[0]).toEqual([1, 1])
    expect(supportDocuments(db)).toHaveLength(1)
    expect(good(undoImport(db, { importId: 'two', ...act })).removed).toBe(1)
    expect(holders(db)[0]).toEqual([0, 0])
    expect(supportDocuments(db)).toHaveLength(0)
  })

  test('verdicts and matches it brought about on older badges are taken back', () => {
    const db = city()
    const [held] = importItems(db, 'one', [badge({ id: 'urn:a', grade: 'unregistered' })])
    const before = holdingsDigest(db)
    importItems(db, 'two', [badge({ id: 'urn:a', grade: 'unregistered', staffNumber: '00123' })])
    good(saveVerification(db, { verifications: [{ credentialId: held!.credentialId!, verdict: verdict('verified') }], importId: 'two', ...act }))
    expect(holders(db)[0]).toEqual([1, 1])
    good(undoImport(db, { importId: 'two', ...act }))
    expect(holdingsDigest(db)).toBe(before)
  })

  test('the file itself is forgotten only when nothing came from it any more', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a' })])
    good(undoImport(db, { importId: 'one', ...act }))
    expect(db.prepare('SELECT COUNT(*) AS count FROM original').get()).toEqual({ count: 0 })
  })

  test('twice is refused, and so is an import that never was', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a' })])
    good(undoImport(db, { importId: 'one', ...act }))
    expect(undoImport(db, { importId: 'one', ...act })).toEqual({ ok: false, problem: { code: 'import.already-undone', detail: 'one' } })
    expect(undoImport(db, { importId: 'none', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  })
})
