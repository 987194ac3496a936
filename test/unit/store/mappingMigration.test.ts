import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyRoster, closeDatabase, countPending, type Database, openDatabase, readCoverage, readSkills } from '../../../electron/store'
import { bindWaiting } from '../../../electron/store/coverage/binding'
import { migrations } from '../../../electron/store/migrations'
import { division, good, person, post, scratchFolder } from './stand'
import { act, emptyPlan } from './words'

const before = migrations.findIndex(({ name }) => name === '0009-mappings')

interface Old {
  readonly achievement: number
  readonly issuer: string | null
  readonly grade?: string
  readonly person: number
  readonly from?: number
  readonly standard?: string
  readonly name?: string
}

/** A database as it was made before mappings belonged to issuers. */
function oldCity(badges: readonly Old[]): string {
  const path = join(scratchFolder(), 'city.sqlite')
  const db = good(openDatabase(path, { migrations: migrations.slice(0, before) }))
  const add = { people: { add: [person('1'), person('2'), person('3')], change: [] }, divisions: { put: [division('10', null)], remove: [] } }
  const posts = { add: [post('1', '10'), post('2', '10'), post('3', '10')], change: [], remove: [] }
  good(applyRoster(db, { plan: { ...emptyPlan, ...add, assignments: posts }, on: '2026-04-01', ...act }))
  db.exec(`
    INSERT INTO import (id, started_at, at, state, sources) VALUES ('old', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'done', '[]');
    INSERT INTO achievement (id, uri) VALUES (1, 'https://toho.example/1'), (2, 'urn:two'), (3, 'urn:never-met'), (4, 'urn:unmapped');
    INSERT INTO skill (id, path) VALUES (1, '行政DX'), (2, '法務');
    INSERT INTO mapping (achievement_id, skill_id, level) VALUES (1, 1, 4), (2, 2, 2), (3, 2, 1), (1, 2, 1);`)
  for (const [index, { achievement, issuer, grade = 'verified', person: personId, from = 0, standard = 'OB3', name = '名' }] of badges.entries()) {
    const id = index + 1
    db.prepare("INSERT INTO original (id, sha256, size, bytes) VALUES (?, ?, 1, x'00')").run(id, String(id).padStart(64, '0'))
    db.prepare(
      `INSERT INTO credential (id, original_id, ordinal, import_id, person_id, achievement_id, valid_from_milliseconds, held_from, held_until, grade, status, standard,
         container, issuer_id, achievement_name, source, document)
       VALUES (?, ?, 0, 'old', ?, ?, ?, '2020-01-01', '9999-12-31', ?, 'none', ?, 'json', ?, ?, 'x', ?)`,
    ).run(id, id, personId, achievement, from, grade, standard, issuer, name, JSON.stringify({ achievement: { name, tags: [], alignments: [] } }))
  }
  good(closeDatabase(db))
  return path
}

function open(path: string): Database {
  const db = good(openDatabase(path))
  good(bindWaiting(db))
  return db
}

const scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false } as const
const mapped = (db: Database) =>
  readSkills(db).mappings.map(({ achievementId, issuerId, skill, level, bound }) => [achievementId, issuerId, skill, level, bound])

test('mappings of the older schema are bound by the same rule when the folder is first opened, and badges of other issuers are listed', () => {
  const db = open(
    oldCity([
      { achievement: 1, issuer: 'did:key:z6MkOther', person: 2, from: 1 },
      { achievement: 1, issuer: 'did:web:toho.example', person: 1, from: 5 },
      { achievement: 1, issuer: null, grade: 'unproven', person: 3, from: 9 },
      { achievement: 2, issuer: 'urn:late', person: 3, from: 9 },
      { achievement: 2, issuer: 'urn:early', person: 1, from: 2 },
      { achievement: 4, issuer: 'urn:early', person: 1, name: '未対応' },
    ]),
  )
  expect(mapped(db)).toEqual([
    ['https://toho.example/1', 'did:web:toho.example', '行政DX', 4, 'origin'],
    ['https://toho.example/1', 'did:web:toho.example', '法務', 1, 'origin'],
    ['urn:two', 'urn:early', '法務', 2, 'earliest'],
    ['urn:never-met', null, '法務', 1, null],
  ])
  const { otherIssuers, unmapped } = readSkills(db)
  expect(otherIssuers.map(({ achievementId, issuerId }) => [achievementId, issuerId])).toEqual([
    ['https://toho.example/1', 'did:key:z6MkOther'],
    ['urn:two', 'urn:late'],
  ])
  expect(unmapped).toMatchObject([{ achievementId: 'urn:unmapped', issuerId: 'urn:early', achievementName: '未対応' }])
  expect(readCoverage(db, { ...scope, grades: [...scope.grades] }).holders[0]).toEqual([1, 1])
  expect([db.pragma('foreign_key_check'), db.pragma('integrity_check', { simple: true })]).toEqual([[], 'ok'])
  // Every badge names the achievement of its own issuer.
  const wrong = db
    .prepare("SELECT COUNT(*) FROM credential JOIN achievement ON achievement.id = achievement_id WHERE issuer_uri <> ifnull(issuer_id, '')")
    .pluck()
  expect(wrong.get()).toBe(0)
  db.close()
})

test('a database without a badge or a mapping is migrated, and credentials that are no Open Badge are pending', () => {
  const empty = open(oldCity([]))
  expect(mapped(empty)).toHaveLength(4)
  empty.close()
  const db = open(
    oldCity([
      { achievement: 2, issuer: 'urn:x', person: 1, standard: 'VC' },
      { achievement: 2, issuer: 'urn:x', person: 1 },
    ]),
  )
  expect(countPending(db)).toBe(1)
  db.close()
})

test('opening again changes nothing', () => {
  const path = oldCity([{ achievement: 1, issuer: 'did:web:toho.example', person: 1 }])
  const first = open(path)
  const known = mapped(first)
  const version = first.pragma('data_version', { simple: true })
  good(bindWaiting(first))
  expect([mapped(first), first.pragma('data_version', { simple: true })]).toEqual([known, version])
  first.close()
  const second = open(path)
  expect(mapped(second)).toEqual(known)
  second.close()
})
