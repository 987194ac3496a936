import { expect, test } from 'vitest'
import { finishImport, markInterrupted, readImportJob, readImports, saveBatch, saveImportPlan, setImportState, startImport } from '../../../electron/store'
import { importSummary } from '../../../shared/contract/importing'
import { act, badge, good, openScratch } from './stand'

const begin = (importId: string, at = act.at) => ({
  importId,
  sources: ['bundle.zip'],
  judgedAt: '2026-11-20T00:00:00.000Z',
  total: 2,
  remaining: { paths: ['/usb/bundle.zip'] },
  at,
  actor: 'local',
})

test('an import goes on from the cursor of its last batch', () => {
  const db = openScratch()
  good(startImport(db, begin('one')))
  good(saveBatch(db, { importId: 'one', items: [badge({ id: 'urn:1' })], cursor: '1', done: 1 }))
  expect(good(markInterrupted(db))).toEqual(['one'])
  const job = good(readImportJob(db, { importId: 'one' }))
  expect([job.cursor, job.remaining, job.summary.state, job.summary.done]).toEqual(['1', { paths: ['/usb/bundle.zip'] }, 'interrupted', 1])
  good(setImportState(db, { importId: 'one', state: 'running', ...act }))
  good(saveImportPlan(db, { importId: 'one', total: 3, remaining: null }))
  expect(good(readImportJob(db, { importId: 'one' }))).toMatchObject({ cursor: '1', remaining: null, summary: { state: 'running', total: 3 } })
})

test('a finished one has its sums and no cursor any more', () => {
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

test('the newest stands first, and one that never was is said so', () => {
  const db = openScratch()
  good(startImport(db, begin('one', '2026-11-20T01:00:00.000Z')))
  good(startImport(db, begin('two', '2026-11-20T02:00:00.000Z')))
  expect(readImports(db).map(({ importId }) => importId)).toEqual(['two', 'one'])
  expect(finishImport(db, { importId: 'none', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  expect(setImportState(db, { importId: 'none', state: 'paused', ...act })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
  expect(readImportJob(db, { importId: 'none' })).toEqual({ ok: false, problem: { code: 'import.not-found', detail: 'none' } })
})
