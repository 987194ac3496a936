import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Database, saveVerification, undoImport } from '../../../electron/store'
import { currentOnSql } from '../../../electron/store/credential/versionOn'
import type { Day } from '../../../shared/model/day'
import type { Grade } from '../../../shared/model/verification'
import { runs } from '../../fixtures/runs'
import { areRivals, plainVersions, stands } from './plainVersions'
import { act, badge, good, importItems, openScratch, verdict } from './stand'

// Random histories of imports, undone imports and later verdicts. The versions depend only on what is stored at the end, and equal the simple definition, day by
// day.

const days: readonly Day[] = ['2024-12-31', '2025-04-01', '2025-04-02', '2026-03-31', '2026-04-01', '2026-09-30', '2027-04-01', '2029-01-01']
const dates = fc.constantFrom(null, '2025-04-01', '2025-04-01T09:00:00+09:00', '2025-04-02', '2026-03-31T15:00:00Z', '2026-04-01', '2027-04-01', 'soon')
const grade = fc.constantFrom<Grade>('verified', 'verified', 'confirmed', 'confirmed', 'unregistered', 'unproven', 'rejected')
const status = fc.constantFrom('none' as const, 'none' as const, 'clear' as const, 'revoked' as const, 'suspended' as const)

/** A document as its sender wrote it. Few ids and few dates: most are versions, copies or rivals of one another. */
const document = fc.record({
  id: fc.constantFrom('https://a.example/1', 'https://a.example/1', 'https://a.example/1', 'https://a.example/2', null),
  issuer: fc.constantFrom('https://a.example/issuer', 'https://a.example/issuer', 'https://a.example/issuer', 'did:key:z6Mk1'),
  hostedUrl: fc.constantFrom(null, 'https://a.example/1', 'https://b.example/1'),
  achievement: fc.constantFrom('urn:a', 'urn:b'),
  from: dates,
  until: fc.constantFrom(null, null, '2026-09-30', '2024-01-01'),
})
const judged = fc.record({ document: fc.nat(100), grade, status })
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('import' as const), items: fc.array(judged, { minLength: 3, maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(100) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('verify' as const), items: fc.array(judged, { minLength: 1, maxLength: 3 }) }) },
)

interface Stored {
  readonly sha256: string
  readonly grade: Grade
  readonly status: 'none' | 'clear' | 'revoked' | 'suspended'
}

/** All stored facts of versions without ids and times, which belong to the history. */
const stateOf = (db: Database): readonly unknown[] =>
  db
    .prepare(
      `SELECT own.sha256, credential.grade, credential.status, taker.sha256 AS by, credential.followed_from, credential.contested
       FROM credential JOIN original AS own ON own.id = credential.original_id
       LEFT JOIN credential AS other ON other.id = credential.superseded_by LEFT JOIN original AS taker ON taker.id = other.original_id ORDER BY own.sha256`,
    )
    .raw()
    .all()

const one = <Value>(values: readonly Value[], place: number): Value | undefined => values[place % Math.max(values.length, 1)]

test('the versions of a credential depend on the stored data alone: not on order, bundle, undone imports or earlier verdicts', () => {
  const numRuns = runs(15, 40)
  let [ended, contested, superseded] = [0, 0, 0]
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 7, maxLength: 9 }),
      fc.array(step, { minLength: 3, maxLength: 12 }),
      fc.infiniteStream(fc.nat(1000)),
      (documents, steps, chance) => {
        const itemOf = ({ document: place, grade, status }: { readonly document: number; readonly grade: Grade; readonly status: Stored['status'] }) =>
          badge({ ...one(documents, place)!, edition: String(place % documents.length), grade, axes: { status } })
        const db = openScratch()
        for (const [turn, done] of steps.entries()) {
          if (done.kind === 'import') importItems(db, `import-${turn}`, done.items.map(itemOf))
          else if (done.kind === 'undo') {
            const importId = one(db.prepare<[], string>("SELECT id FROM import WHERE state <> 'undone' ORDER BY id").pluck().all(), done.which)
            if (importId !== undefined) good(undoImport(db, { importId, ...act }))
          } else {
            const ids = db.prepare<[], number>('SELECT id FROM credential ORDER BY id').pluck().all()
            const verifications = done.items.flatMap(({ document: place, grade, status }) => {
              const credentialId = one(ids, place)
              return credentialId === undefined ? [] : [{ credentialId, verdict: verdict(grade, { status }) }]
            })
            good(saveVerification(db, { verifications, ...act }))
          }
          // Compared with the simple definition after every step, not only at the end.
          const all = plainVersions(db)
          for (const day of days) {
            const standing = db.prepare<[object], number>(`SELECT id FROM credential WHERE ${currentOnSql} ORDER BY id`).pluck().all({ on: day })
            expect(standing).toEqual(all.filter((version) => stands(version, all, day)).map(({ id }) => id))
          }
          const rivals = db.prepare<[], number>('SELECT id FROM credential WHERE contested = 1 ORDER BY id').pluck().all()
          expect(rivals).toEqual(all.filter((version) => all.some((other) => areRivals(version, other))).map(({ id }) => id))
        }
        const stored = db
          .prepare('SELECT sha256, credential.grade, credential.status FROM credential JOIN original ON original.id = original_id ORDER BY sha256')
          .all() as Stored[] // Rows have the columns the SELECT names.
        const items = new Map(documents.map((_, place) => [itemOf({ document: place, grade: 'verified', status: 'none' }).sha256, place]))
        const again = stored
          .map(({ sha256, grade, status }) => ({ turn: chance.next().value, item: itemOf({ document: items.get(sha256)!, grade, status }) }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ item }) => item)
        const inOneBundle = openScratch()
        importItems(inOneBundle, 'all', again)
        const oneByOne = openScratch()
        for (const [turn, item] of again.toReversed().entries()) importItems(oneByOne, `import-${turn}`, [item])
        expect(stateOf(db)).toEqual(stateOf(inOneBundle))
        expect(stateOf(db)).toEqual(stateOf(oneByOne))
        const count = (column: string) => db.prepare<[], number>(`SELECT COUNT(*) FROM credential WHERE ${column}`).pluck().get()!
        ended += count('followed_from IS NOT NULL')
        contested += count('contested = 1')
        superseded += count('superseded_by IS NOT NULL')
        for (const opened of [db, inOneBundle, oneByOne]) opened.close()
      },
    ),
    { numRuns, seed: 20261120 },
  )
  // Over credentials without other versions the property would test nothing.
  console.log(`${ended} followed, ${superseded} superseded and ${contested} contested credentials`)
  expect(Math.min(ended, contested, superseded)).toBeGreaterThan(numRuns / 5)
})

test('a proven badge loses no day to a document that is not proven to come from its origin', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ document, grade, status }), { minLength: 1, maxLength: 8 }), (all) => {
      const db = openScratch()
      const items = all.map(({ document: words, grade, status }, index) => badge({ ...words, edition: String(index), grade, axes: { status } }))
      const proven = items.filter(({ verdict: { grade } }) => grade === 'verified')
      importItems(db, 'one', items)
      const alone = openScratch()
      importItems(alone, 'one', proven)
      for (const day of days) {
        const standing = (of: Database) =>
          of
            .prepare<[object], string>(
              `SELECT sha256 FROM credential JOIN original ON original.id = original_id WHERE grade = 'verified' AND ${currentOnSql} ORDER BY sha256`,
            )
            .pluck()
            .all({ on: day })
        const foreign = items.some(
          ({ verdict: { grade }, hostedUrl }) => grade === 'confirmed' && new URL(hostedUrl ?? 'https://a.example').host === 'a.example',
        )
        // Without a confirmed one at the issuer's own origin, verified badges have the same days as alone.
        if (!foreign) expect(standing(db)).toEqual(standing(alone))
      }
      db.close()
      alone.close()
    }),
    { numRuns: runs(30, 80), seed: 20261121 },
  )
})
