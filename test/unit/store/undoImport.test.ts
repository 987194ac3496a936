import { describe, expect, test } from 'vitest'
import {
  beginUndo,
  continueUndo,
  countRemovable,
  importMappings,
  leaveStep,
  readCoverage,
  readImportItems,
  readImportSummary,
  saveVerification,
  supportDocuments,
  undoImport,
  verifyAudit,
} from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import { assignPerson } from '../../fixtures/assignPerson'
import { act, badge, division, good, holdingsDigest, importItems, openScratch, person, post, settle, support, verdict } from './stand'

const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }

function city() {
  const db = openScratch()
  settle(db, { people: [person('00123'), person('00124')], posts: [post('00123', '100'), post('00124', '100')], divisions: [division('100', null)] })
  good(importMappings(db, { mappings: [{ achievementId: 'https://example.ac.jp/dx', skill: '行政DX/データ活用', level: 2 }], ...act }))
  return db
}

const holders = (db: ReturnType<typeof openScratch>) => readCoverage(db, scope).holders

describe('undoing an import', () => {
  test('removes as many badges as was said before: duplicates inside it once, and none that another import contains too', () => {
    const db = city()
    const own = badge({ id: 'urn:own', staffNumber: '00123' })
    const shared = badge({ id: 'urn:shared', staffNumber: '00124' })
    importItems(db, 'one', [own, shared])
    importItems(db, 'two', [shared])
    expect(countRemovable(db, 'two')).toEqual({ removed: 0, shared: 0 })
    const said = countRemovable(db, 'one')
    expect(said).toEqual({ removed: 1, shared: 1 })
    expect(good(undoImport(db, { importId: 'one', ...act })).removed).toBe(said.removed)
  })

  test('restores everything, coverage too, and the import stays in the list as undone', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    const [before, coverage] = [holdingsDigest(db), holders(db)]
    importItems(db, 'two', [badge({ id: 'urn:b', staffNumber: '00124' }), badge({ id: 'urn:c' }), support('{"id":"list"}')])
    expect(holders(db)).not.toEqual(coverage)
    expect(countRemovable(db, 'two')).toEqual({ removed: 2, shared: 0 })
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

  test('makes a replaced version current again', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a', staffNumber: '00123' })])
    const before = holdingsDigest(db)
    importItems(db, 'two', [badge({ id: 'urn:a', staffNumber: '00123', from: '2026-04-01T00:00:00+09:00' })])
    good(undoImport(db, { importId: 'two', ...act }))
    expect(holdingsDigest(db)).toBe(before)
  })

  test('removes a version between two others without a gap', () => {
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

  test('leaves what a later import contained as well, until that one is undone', () => {
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

  test('removes the verdicts and matches it caused for older badges', () => {
    const db = city()
    const [held] = importItems(db, 'one', [badge({ id: 'urn:a', grade: 'unregistered' })])
    const before = holdingsDigest(db)
    importItems(db, 'two', [badge({ id: 'urn:a', grade: 'unregistered', staffNumber: '00123' })])
    good(saveVerification(db, { verifications: [{ credentialId: held!.credentialId!, verdict: verdict('verified') }], importId: 'two', ...act }))
    expect(holders(db)[0]).toEqual([1, 1])
    good(undoImport(db, { importId: 'two', ...act }))
    expect(holdingsDigest(db)).toBe(before)
  })

  test('deletes the file only when nothing stored came from it any more', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a' })])
    good(undoImport(db, { importId: 'one', ...act }))
    expect(db.prepare('SELECT COUNT(*) AS count FROM original').get()).toEqual({ count: 0 })
  })

  test('is refused a second time, and for an unknown import', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a' })])
    good(undoImport(db, { importId: 'one', ...act }))
    expect(undoImport(db, { importId: 'one', ...act })).toEqual({ ok: false, problem: { code: 'import.already-undone', detail: 'one' } })
    expect(undoImport(db, { importId: 'none', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  })
})

describe('an undo in parts', () => {
  const parts = (db: ReturnType<typeof openScratch>, importId: string, limit: number) => {
    good(beginUndo(db, { importId }))
    let count = 0
    for (;;) {
      const undo = good(continueUndo(db, { importId, limit, ...act }))
      count += 1
      if (undo === null) return count
      if (undo.step === 'documents' || undo.step === 'space') leaveStep(db, undo)
    }
  }

  test('does the same work for each badge, however many there are, also where another import contained them all too', () => {
    // Counted, not timed: the statements of a part and the rows they read are limited by the part.
    const partsOf = (count: number) => {
      const db = city()
      const items = Array.from({ length: count }, (_, index) => badge({ id: `urn:${index}`, staffNumber: '00123' }))
      importItems(db, 'one', items)
      importItems(db, 'two', items)
      return [parts(db, 'one', 10), parts(db, 'two', 10)] as const
    }
    const [few, many] = [partsOf(40), partsOf(80)]
    expect([many[0] - few[0], many[1] - few[1]]).toEqual([8, 8])
  })

  test('reads rows by the index of their credential, never all of the import, for each credential', () => {
    const db = city()
    const plan = (sql: string) => (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { readonly detail: string }[]).map(({ detail }) => detail).join('\n')
    for (const table of ['verification', 'person_match']) {
      const sql = `UPDATE ${table} SET import_id = 'x' WHERE credential_id IN (SELECT value FROM json_each('[1]')) AND +import_id = 'y'`
      expect(plan(sql)).toContain(`${table}_of_credential`)
    }
    for (const sql of ['DELETE FROM credential WHERE id = 1', 'DELETE FROM original WHERE id = 1', 'DELETE FROM achievement WHERE id = 1'])
      expect(plan(sql)).not.toContain('SCAN')
  })

  test('deletes a learned link with the last badge that has its identity, and moves it to another one until then', () => {
    const db = city()
    const identity = { kind: 'email', email: 'hanako@home.example' } as const
    const links = () => db.prepare('SELECT identity FROM recipient_link').pluck().all()
    const [first] = importItems(db, 'one', [badge({ id: 'urn:a', email: identity.email })])
    assignPerson(db, { credentialId: first!.credentialId!, staffNumber: '00123', identity, learn: true, ...act })
    importItems(db, 'two', [{ ...badge({ id: 'urn:b', email: identity.email }), person: { staffNumber: '00123', identity } }])
    good(undoImport(db, { importId: 'one', ...act }))
    expect(links()).toHaveLength(1)
    good(undoImport(db, { importId: 'two', ...act }))
    expect(links()).toEqual([])
  })

  test('keeps the sums in the logs of the import and erases the names', () => {
    const db = city()
    importItems(db, 'one', [badge({ id: 'urn:a' }), support('{"id":"list"}')])
    good(undoImport(db, { importId: 'one', ...act }))
    const { items, total } = readImportItems(db, { importId: 'one', outcome: null, grade: null, among: null, code: null, offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(items.map(({ source, achievementName, outcome }) => [source, achievementName, outcome])).toEqual([
      ['', null, 'unmatched'],
      ['', null, 'support'],
    ])
    expect(readImportSummary(db, 'one')).toMatchObject({ received: 2, sources: ['*.zip'] })
  })
})
