import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BatchItem, beginUndo, continueUndo, type Database, importMappings, leaveStep, saveVerification } from '../../../electron/store'
import type { Grade } from '../../../shared/model/verification'
import { runs } from '../../fixtures/runs'
import { act, badge, digest, good, importItems, openScratch, person, settle, support, tablesOf, verdict } from './stand'

// Importing A and B and undoing B leaves what importing A alone leaves, row by row, in every table but the logs: however few rows are taken at a time.

const logs = ['import', 'import_item', 'import_sum', 'envelope', 'audit', 'audit_head']
const facts = (db: Database) =>
  digest(
    db,
    tablesOf(db).filter((name) => !logs.includes(name)),
  )

const grade = fc.constantFrom<Grade>('verified', 'confirmed', 'unregistered', 'unproven', 'rejected')

/** Few ids, files, people and achievements, so that imports share all of them. */
const item = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('badge' as const),
      id: fc.constantFrom('urn:1', 'urn:2', 'urn:3', null),
      edition: fc.constantFrom('a', 'b', 'c'),
      from: fc.constantFrom('2023-04-01T00:00:00+09:00', '2024-04-01T00:00:00+09:00', '2025-04-01T00:00:00+09:00'),
      staffNumber: fc.constantFrom('00123', '00124', null),
      achievement: fc.constantFrom('https://example.ac.jp/1', 'https://example.ac.jp/2', null),
      grade,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('support' as const), text: fc.constantFrom('{"id":"1"}', '{"id":"2"}') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unreadable' as const), source: fc.constantFrom('x.bin', 'y.bin') }) },
)
type Item = typeof item extends fc.Arbitrary<infer Value> ? Value : never

const itemOf = (one: Item): BatchItem => {
  if (one.kind === 'support') return support(one.text)
  if (one.kind === 'unreadable') return { kind: 'unreadable', source: one.source, problem: { code: 'json.syntax' } }
  const { kind: _kind, ...words } = one
  return badge(words)
}

/** A verdict an import causes for a badge stored before it, by the place of the badge. */
const verdictChange = fc.record({ place: fc.nat(20), grade })
const imported = fc.record({ items: fc.array(item, { maxLength: 12 }), changes: fc.array(verdictChange, { maxLength: 3 }) })

function cityWith(first: typeof imported extends fc.Arbitrary<infer Value> ? Value : never): Database {
  const db = openScratch()
  settle(db, { people: [person('00123'), person('00124')], posts: [], divisions: [] })
  good(importMappings(db, { mappings: [{ achievementId: 'https://example.ac.jp/1', skill: 'DX', level: 2 }], ...act }))
  run(db, 'A', first)
  return db
}

function run(db: Database, importId: string, { items, changes }: typeof imported extends fc.Arbitrary<infer Value> ? Value : never): void {
  const stored = db.prepare<[], number>('SELECT id FROM credential ORDER BY id').pluck().all()
  importItems(db, importId, items.map(itemOf))
  for (const { place, grade: given } of changes) {
    const credentialId = stored[place % Math.max(1, stored.length)]
    if (credentialId !== undefined) good(saveVerification(db, { verifications: [{ credentialId, verdict: verdict(given) }], importId, ...act }))
  }
}

function undoInParts(db: Database, importId: string, limit: number): void {
  good(beginUndo(db, { importId }))
  for (;;) {
    const undo = good(continueUndo(db, { importId, limit, ...act }))
    if (undo === null) return
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(undo.done).toBeLessThanOrEqual(undo.total)
    if (undo.step === 'documents' || undo.step === 'space') leaveStep(db, undo)
  }
}

test('importing A and B and undoing B leaves every stored fact as importing A alone does', () => {
  fc.assert(
    fc.property(imported, imported, fc.constantFrom(1, 2, 7, 1000), (a, b, limit) => {
      const alone = facts(cityWith(a))
      const db = cityWith(a)
      run(db, 'B', b)
      undoInParts(db, 'B', limit)
      expect(facts(db)).toBe(alone)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    }),
    { seed: 20261201, numRuns: runs(20, 60) },
  )
})
