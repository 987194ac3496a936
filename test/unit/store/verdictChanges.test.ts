import { expect, test } from 'vitest'
import { claimedNames, readVerdictChanges, saveVerification, undoImport } from '../../../electron/store'
import { act, badge, good, importItems, openScratch, verdict } from './stand'

const city = () => {
  const db = openScratch()
  importItems(db, 'one', [badge({ id: 'urn:1', grade: 'unregistered' }), badge({ id: 'urn:2', grade: 'unproven' }), badge({ id: 'urn:3' })])
  return db
}
const page = { offset: 0, limit: 10 }

test('a reverification that changes something gets a run number, and its later parts have the same', () => {
  const db = city()
  const save = (credentialId: number, run: number | null, grade: 'verified' | 'unproven' = 'verified') =>
    good(saveVerification(db, { verifications: [{ credentialId, verdict: verdict(grade) }], why: 'register', run, ...act }))
  expect(save(3, null)).toEqual({ changed: 0, changes: [], run: null })
  const first = save(1, null)
  expect(first).toMatchObject({ changed: 1, run: 1, changes: [{ credentialId: 1, before: { grade: 'unregistered' }, after: { grade: 'verified' } }] })
  expect(save(2, first.run).run).toBe(1)
  expect(save(3, null, 'unproven').run).toBe(2)
  expect(readVerdictChanges(db, { of: { run: 1 }, ...page })).toMatchObject({
    total: 2,
    moves: {
      grades: [
        { from: 'unregistered', to: 'verified', count: 1 },
        { from: 'unproven', to: 'verified', count: 1 },
      ],
    },
    changes: [
      { credentialId: 1, why: 'register', at: act.at, staffNumber: null, before: { grade: 'unregistered', axes: { issuer: 'unregistered' } } },
      { credentialId: 2, why: 'register', after: { grade: 'verified', axes: { issuer: 'registered' } } },
    ],
  })
  expect(readVerdictChanges(db, { of: { run: 1 }, offset: 1, limit: 1 }).changes.map(({ credentialId }) => credentialId)).toEqual([2])
})

test('first verdicts are no changes; those whose grade changed come before those whose details did', () => {
  const db = city()
  importItems(db, 'two', [])
  const verifications = [
    { credentialId: 1, verdict: verdict('unregistered', { status: 'revoked' }) },
    { credentialId: 2, verdict: verdict('verified') },
  ]
  good(saveVerification(db, { verifications, importId: 'two', ...act }))
  expect(readVerdictChanges(db, { of: { importId: 'one' }, ...page }).total).toBe(0)
  const { total, changes, moves } = readVerdictChanges(db, { of: { importId: 'two' }, ...page })
  expect([total, changes.map(({ credentialId, why }) => [credentialId, why])]).toEqual([
    2,
    [
      [2, 'documents'],
      [1, 'documents'],
    ],
  ])
  expect(moves.axes).toContainEqual({ axis: 'status', from: 'none', to: 'revoked', count: 1 })
  good(undoImport(db, { importId: 'two', ...act }))
  expect(readVerdictChanges(db, { of: { importId: 'two' }, ...page })).toEqual({ total: 0, moves: { grades: [], axes: [] }, changes: [] })
})

test('each claimed issuer name is listed once', () => {
  expect(claimedNames(city())).toEqual(['中央大学を名乗る者'])
})
