import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  closeDatabase,
  finishImport,
  markInterrupted,
  openDatabase,
  readCoverage,
  readImportJob,
  readImportSummary,
  readImports,
  saveBatch,
  saveImportPlan,
  setImportState,
  startImport,
} from '../../../electron/store'
import { migrations } from '../../../electron/store/migrations'
import { importSummary } from '../../../shared/contract/importing'
import { act, badge, good, importItems, openScratch, scratchFolder } from './stand'

const begin = (importId: string, at = act.at) => ({
  importId,
  sources: ['bundle.zip'],
  verifyAt: '2026-11-20T00:00:00.000Z',
  total: 2,
  remaining: { paths: ['/usb/bundle.zip'] },
  at,
  actor: 'local',
})

test('an import is resumed at the cursor of its last batch', () => {
  const db = openScratch()
  good(startImport(db, begin('one')))
  good(saveBatch(db, { importId: 'one', items: [badge({ id: 'urn:1' })], cursor: '1', done: 1 }))
  expect(good(markInterrupted(db, { at: act.at }))).toEqual(['one'])
  const job = good(readImportJob(db, { importId: 'one' }))
  expect([job.cursor, job.remaining, job.summary.state, job.summary.done]).toEqual(['1', { paths: ['/usb/bundle.zip'] }, 'interrupted', 1])
  good(setImportState(db, { importId: 'one', state: 'running', ...act }))
  good(saveImportPlan(db, { importId: 'one', total: 3, remaining: null }))
  expect(good(readImportJob(db, { importId: 'one' }))).toMatchObject({ cursor: '1', remaining: null, summary: { state: 'running', total: 3 } })
})

test('a finished import has its sums and no cursor', () => {
  const db = openScratch()
  good(startImport(db, begin('one')))
  good(saveBatch(db, { importId: 'one', items: [badge({ id: 'urn:1' }), { kind: 'ignored', source: 'Thumbs.db' }], cursor: '2', done: 2 }))
  const summary = good(finishImport(db, { importId: 'one', at: '2026-11-20T06:00:00.000Z', actor: 'local' }))
  expect(importSummary.parse(summary)).toEqual(summary)
  expect(summary).toMatchObject({
    state: 'done',
    startedAt: act.at,
    finishedAt: '2026-11-20T06:00:00.000Z',
    at: '2026-11-20T00:00:00.000Z',
    received: 2,
    done: 2,
    total: 2,
  })
  expect(good(readImportJob(db, { importId: 'one' }))).toMatchObject({ cursor: null, remaining: null })
})

test('lists the newest import first, and reports an unknown one', () => {
  const db = openScratch()
  good(startImport(db, begin('one', '2026-11-20T01:00:00.000Z')))
  good(startImport(db, begin('two', '2026-11-20T02:00:00.000Z')))
  expect(readImports(db).map(({ importId }) => importId)).toEqual(['two', 'one'])
  expect(finishImport(db, { importId: 'none', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  expect(setImportState(db, { importId: 'none', state: 'paused', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  expect(readImportJob(db, { importId: 'none' })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
})

test('the sums of an import of an older database are those of its items, and its badges are counted', () => {
  const path = join(scratchFolder(), 'city.sqlite')
  const older = good(openDatabase(path, { migrations: migrations.slice(0, 2) }))
  older.exec(`
    INSERT INTO original (id, sha256, size, bytes) VALUES (1, printf('%064d', 1), 1, x'00');
    INSERT INTO import (id, started_at, at, state, sources) VALUES ('old', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'done', '[]');
    INSERT INTO import_item (import_id, sequence, outcome, grade, source)
      VALUES ('old', 1, 'new', 'verified', 'a'), ('old', 2, 'new', 'verified', 'b'), ('old', 3, 'rejected', 'rejected', 'c'), ('old', 4, 'ignored', NULL, 'd');
    INSERT INTO credential (original_id, ordinal, import_id, held_from, held_until, grade, status, standard, container, source, document)
      VALUES (1, 0, 'old', '2026-04-01', '9999-12-31', 'verified', 'none', 'OB3', 'json', 'a', '{}')`)
  good(closeDatabase(older))
  const db = good(openDatabase(path))
  expect(readImportSummary(db, 'old')).toMatchObject({
    received: 4,
    outcomes: { new: 2, rejected: 1, ignored: 1, duplicate: 0 },
    grades: { verified: 2, rejected: 1, confirmed: 0 },
  })
  expect(readCoverage(db, { on: '2026-11-20', level: 1, grades: ['verified'], includeLeave: false }).left.unmatched).toBe(1)
  good(closeDatabase(db))
})

test('an import begun while a trigger counted each line is resumed without counting a line twice', () => {
  const path = join(scratchFolder(), 'city.sqlite')
  const older = good(openDatabase(path, { migrations: migrations.slice(0, 6) }))
  older.exec(`
    INSERT INTO import (id, started_at, at, state, sources) VALUES ('old', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 'interrupted', '[]');
    INSERT INTO import_item (import_id, sequence, outcome, grade, source) VALUES ('old', 1, 'unmatched', 'verified', 'a'), ('old', 2, 'ignored', NULL, 'b')`)
  good(closeDatabase(older))
  const db = good(openDatabase(path))
  good(
    saveBatch(db, {
      importId: 'old',
      items: [badge({ id: 'urn:1' }), badge({ id: 'urn:2' }), badge({ id: 'urn:3', grade: 'rejected' })],
      cursor: '5',
      done: 5,
    }),
  )
  expect(readImportSummary(db, 'old')).toMatchObject({
    received: 5,
    outcomes: { unmatched: 3, ignored: 1, rejected: 1 },
    grades: { verified: 3, rejected: 1 },
  })
  good(closeDatabase(db))
})

test('the sums stay those of the items after imports and undos', () => {
  const db = openScratch()
  importItems(db, 'one', [badge({ id: 'urn:1' }), badge({ id: 'urn:2', grade: 'rejected' }), { kind: 'ignored', source: 'Thumbs.db' }])
  importItems(db, 'two', [badge({ id: 'urn:1' }), badge({ id: 'urn:3', grade: 'unproven' })])
  db.exec("DELETE FROM import_item WHERE import_id = 'one' AND sequence = 2")
  const kept = db.prepare('SELECT import_id, outcome, grade, count FROM import_sum WHERE count > 0 ORDER BY 1, 2, 3').all()
  expect(kept).toEqual(
    db.prepare("SELECT import_id, outcome, ifnull(grade, '') AS grade, COUNT(*) AS count FROM import_item GROUP BY 1, 2, 3 ORDER BY 1, 2, 3").all(),
  )
  expect(kept).toHaveLength(4)
})
