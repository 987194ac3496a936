import { expect, test } from 'vitest'
import { readImportSummary, saveBatch, verifyAudit } from '../../electron/store'
import { badge, good, holdingsDigest, importItems, openScratch } from '../unit/store/stand'

const batch = (from: number) => Array.from({ length: 100 }, (_, index) => badge({ id: `urn:${from + index}` }))

test('a full disk is reported, the batch is rolled back, and is saved once there is room', () => {
  const db = openScratch()
  importItems(db, 'one', batch(0))
  const before = holdingsDigest(db)
  // SQLite reports a file that may not grow as a full disk.
  const pages = Number(db.pragma('page_count', { simple: true }))
  db.pragma(`max_page_count = ${pages + 2}`)
  const full = saveBatch(db, { importId: 'one', items: batch(1000), cursor: '2', done: 200 })
  expect(full).toEqual({ ok: false, problem: { code: 'disk.full', detail: 'SQLITE_FULL' } })
  expect(db.inTransaction).toBe(false)
  expect(holdingsDigest(db)).toBe(before)
  expect(readImportSummary(db, 'one')).toMatchObject({ done: 100, received: 100 })
  db.pragma('max_page_count = 1000000')
  expect(good(saveBatch(db, { importId: 'one', items: batch(1000), cursor: '2', done: 200 }))).toHaveLength(100)
  expect(readImportSummary(db, 'one')).toMatchObject({ done: 200, received: 200 })
  expect(verifyAudit(db)).toBeNull()
})
