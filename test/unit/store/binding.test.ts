import { describe, expect, test } from 'vitest'
import {
  addPending,
  bindByHand,
  type Database,
  importMappings,
  readAudit,
  readBadge,
  readCoverage,
  readSkills,
  saveBatch,
  saveIssuers,
  saveVerification,
  startImport,
  undoImport,
} from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import type { SkillMapping } from '../../../shared/model/skill'
import type { Grade } from '../../../shared/model/verification'
import { act, type BadgeWords, badge, division, good, importItems, openScratch, person, post, settle, verdict } from './stand'

const uri = 'https://toho.example/achievements/lead'
const toho = 'did:web:toho.example'
const other = 'did:key:z6MkOther'
const third = 'did:key:z6MkThird'

function city(): Database {
  const db = openScratch()
  settle(db, { people: [person('1'), person('2')], divisions: [division('10', null)], posts: [post('1', '10'), post('2', '10')] })
  return db
}

const map = (db: Database, ...mappings: readonly Partial<SkillMapping>[]): void =>
  void good(importMappings(db, { mappings: mappings.map((more) => ({ achievementId: uri, skill: '行政DX', level: 4, ...more })), ...act }))

let files = 0
/** Imports one badge of the achievement by an issuer. @returns its number. */
const receive = (db: Database, issuer: string, more: BadgeWords = {}): number => {
  files += 1
  return importItems(db, `import ${files}`, [badge({ id: `urn:${issuer}:${files}`, issuer, achievement: uri, staffNumber: '1', ...more })])[0]!.credentialId!
}

const usual: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }
const holders = (db: Database, scope: Partial<Scope> = {}): number => readCoverage(db, { ...usual, ...scope }).holders[0]?.[0] ?? 0
const mapped = (db: Database) => readSkills(db).mappings.map(({ issuerId, level, bound }) => [issuerId, level, bound])
const waiting = (db: Database) => readSkills(db).otherIssuers.map(({ issuerId, badges }) => [issuerId, badges])
const problemsOf = (db: Database, credentialId: number) => good(readBadge(db, { credentialId })).problems.filter(({ code }) => code.startsWith('mapping.'))
const judge = (db: Database, credentialId: number, grade: Grade): void =>
  void good(saveVerification(db, { verifications: [{ credentialId, verdict: verdict(grade) }], ...act }))
const register = (db: Database, ...ids: readonly string[]): void =>
  void good(
    saveIssuers(db, {
      issuers: ids.map((id) => ({ id, name: id, nameEn: null, confirmedBy: '係', confirmedOn: '2026-04-01', how: '公文書', keys: [] })),
      ...act,
    }),
  )

describe('a mapping without an issuer', () => {
  test('waits until a counting badge names its achievement, and is bound to its issuer then', () => {
    const db = city()
    map(db, {})
    expect([mapped(db), holders(db)]).toEqual([[[null, 4, null]], 0])
    receive(db, other, { grade: 'unproven' })
    expect([mapped(db), holders(db)]).toEqual([[[null, 4, null]], 0])
    receive(db, third)
    expect([mapped(db), holders(db)]).toEqual([[[third, 4, 'earliest']], 1])
  })

  test('is bound at once where badges that count are stored already', () => {
    const db = city()
    receive(db, toho)
    map(db, {})
    expect([mapped(db), holders(db)]).toEqual([[[toho, 4, 'origin']], 1])
  })

  test('is bound to the issuer of the achievement’s own origin, though another one’s badge is older', () => {
    const db = city()
    receive(db, other, { from: '2020-01-01' })
    receive(db, toho)
    map(db, {})
    expect([mapped(db), waiting(db)]).toEqual([[[toho, 4, 'origin']], [[other, 1]]])
  })

  test('is bound to the issuer of the earliest counting badge by its own date where no issuer has the origin', () => {
    for (const order of [
      [other, third],
      [third, other],
    ]) {
      const db = city()
      for (const issuer of order) receive(db, issuer, { from: issuer === third ? '2024-04-01' : '2025-04-01' })
      map(db, {})
      expect([mapped(db), waiting(db)]).toEqual([[[third, 4, 'earliest']], [[other, 1]]])
    }
  })

  test('is bound to the registered issuer of the origin, though only another one’s badge is stored: that one does not count', () => {
    const db = city()
    register(db, toho, other)
    map(db, {})
    const credentialId = receive(db, other)
    expect([mapped(db), waiting(db), holders(db)]).toEqual([[[toho, 4, 'origin']], [[other, 1]], 0])
    expect(problemsOf(db, credentialId)).toEqual([{ code: 'mapping.other-issuer', detail: toho }])
    receive(db, toho, { staffNumber: '2' })
    expect(holders(db)).toBe(1)
  })

  test('waits for badges of the origin where several issuers of it are registered', () => {
    const db = city()
    register(db, toho, 'https://toho.example/issuers/2', other)
    map(db, {})
    const credentialId = receive(db, other)
    expect([mapped(db), waiting(db), holders(db)]).toEqual([[[null, 4, null]], [[other, 1]], 0])
    expect(problemsOf(db, credentialId)).toEqual([{ code: 'mapping.other-issuer', detail: '' }])
    receive(db, 'https://toho.example/issuers/2', { staffNumber: '2' })
    expect([mapped(db), holders(db)]).toEqual([[['https://toho.example/issuers/2', 4, 'origin']], 1])
  })

  test('is bound by a new verdict, too, and keeps its issuer when the badge no longer counts', () => {
    const db = city()
    map(db, {})
    const first = receive(db, other, { grade: 'unregistered' })
    judge(db, first, 'verified')
    expect(mapped(db)).toEqual([[other, 4, 'earliest']])
    judge(db, first, 'unregistered')
    receive(db, third, { staffNumber: '2' })
    expect([mapped(db), waiting(db), holders(db)]).toEqual([[[other, 4, 'earliest']], [[third, 1]], 0])
  })

  test('gets its new level where it is bound, and a further skill of the achievement goes to the same issuer', () => {
    const db = city()
    receive(db, other)
    map(db, {})
    map(db, { level: 2 }, { skill: '法務', level: 1 })
    expect(mapped(db)).toEqual([
      [other, 2, 'earliest'],
      [other, 1, 'earliest'],
    ])
  })

  test('shows badges that do not count separately, whichever issuer they name, while it waits', () => {
    const db = city()
    map(db, {})
    receive(db, other, { grade: 'unproven' })
    expect([readCoverage(db, usual).apart[0], holders(db, { grades: ['unproven'] })]).toEqual([[1], 1])
  })

  test('is not bound by an endorsement or a revoked badge', () => {
    const db = city()
    map(db, {})
    receive(db, other, { countable: false })
    receive(db, other, { axes: { status: 'revoked' } })
    expect([mapped(db), holders(db)]).toEqual([[[null, 4, null]], 0])
  })
})

describe('within one import the order of files has no influence', () => {
  const batch = (db: Database, ...badges: readonly BadgeWords[]) =>
    good(saveBatch(db, { importId: 'whole', items: badges.map((words) => badge({ achievement: uri, staffNumber: '1', ...words })), cursor: '1', done: 1 }))

  test('a later batch with a badge of the achievement’s origin, or with an earlier badge, changes the binding', () => {
    for (const [late, expected] of [
      [{ id: 'urn:b', issuer: toho }, [toho, 4, 'origin']],
      [{ id: 'urn:b', issuer: third, from: '2020-01-01' }, [third, 4, 'earliest']],
      [{ id: 'urn:b', issuer: third, from: '2026-01-01' }, [other, 4, 'earliest']],
    ] as const) {
      const db = city()
      map(db, {})
      good(startImport(db, { importId: 'whole', sources: [], verifyAt: act.at, ...act }))
      batch(db, { id: 'urn:a', issuer: other })
      batch(db, late)
      expect(mapped(db)).toEqual([expected])
    }
  })

  test('a later import does not', () => {
    const db = city()
    map(db, {})
    receive(db, other)
    receive(db, toho)
    expect([mapped(db), waiting(db)]).toEqual([[[other, 4, 'earliest']], [[toho, 1]]])
  })

  test('nor does the order of a reverification: the issuer is chosen when none is pending', () => {
    const db = city()
    map(db, {})
    const late = receive(db, other, { grade: 'unregistered', from: '2026-01-01' })
    const early = receive(db, third, { grade: 'unregistered', from: '2020-01-01' })
    good(addPending(db, { credentialIds: [late, early], why: 'register', importId: null, above: 0 }))
    for (const credentialId of [late, early]) {
      expect(mapped(db)).toEqual([[null, 4, null]])
      good(saveVerification(db, { verifications: [{ credentialId, verdict: verdict('verified') }], asked: 1, ...act }))
    }
    expect(mapped(db)).toEqual([[third, 4, 'earliest']])
  })
})

describe('another issuer that uses the same achievement id', () => {
  test('gets no mapping, verified or not, and is listed for a decision', () => {
    const db = city()
    map(db, {})
    receive(db, toho)
    const credentialId = receive(db, other, { staffNumber: '2' })
    receive(db, third, { staffNumber: '2', grade: 'unproven' })
    expect([holders(db), holders(db, { grades: ['verified', 'unproven'] })]).toEqual([1, 1])
    expect(readCoverage(db, usual)).toMatchObject({ apart: [[0], [0]], left: { unmapped: 1 } })
    expect([waiting(db), problemsOf(db, credentialId)]).toEqual([[[other, 1]], [{ code: 'mapping.other-issuer', detail: toho }]])
    expect(good(readBadge(db, { credentialId })).skills).toEqual([])
  })

  test('counts after a decision by hand, instead of the first or beside it, with a line in the audit log', () => {
    const db = city()
    map(db, {})
    receive(db, toho)
    receive(db, other, { staffNumber: '2' })
    good(bindByHand(db, { achievementId: uri, issuerId: other, beside: true, ...act }))
    expect([mapped(db), waiting(db), holders(db)]).toEqual([
      [
        [other, 4, 'hand'],
        [toho, 4, 'origin'],
      ],
      [],
      2,
    ])
    good(bindByHand(db, { achievementId: uri, issuerId: other, beside: false, ...act }))
    expect([mapped(db), waiting(db), holders(db)]).toEqual([[[other, 4, 'hand']], [[toho, 1]], 1])
    expect(readAudit(db, { offset: 0, limit: 2 })).toMatchObject([
      { action: 'skills.bind', subject: uri, detail: { issuerId: other, before: [other, toho], beside: false } },
      { action: 'skills.bind', subject: uri, detail: { issuerId: other, before: [toho], beside: true } },
    ])
  })

  test('replaces the bound one where a table names it; the last table applies', () => {
    const db = city()
    map(db, {})
    receive(db, toho)
    receive(db, other, { staffNumber: '2' })
    map(db, { issuerId: other, level: 1 })
    expect(mapped(db)).toEqual([[other, 1, 'named']])
    map(db, { issuerId: toho, level: 3 })
    expect(mapped(db)).toEqual([[toho, 3, 'named']])
    map(db, { issuerId: toho, level: 3 }, { issuerId: other, level: 2 })
    expect(mapped(db)).toEqual([
      [other, 2, 'named'],
      [toho, 3, 'named'],
    ])
  })

  test('a decision about an achievement that is mapped to nothing is refused', () => {
    expect(bindByHand(city(), { achievementId: uri, issuerId: other, beside: false, ...act })).toEqual({
      ok: false,
      problem: { code: 'mapping.not-found', detail: uri },
    })
  })
})

describe('undoing the import that led to a binding', () => {
  test('takes the binding back where no badge of the achievement counts any more', () => {
    const db = city()
    map(db, {})
    receive(db, other)
    good(undoImport(db, { importId: `import ${files}`, ...act }))
    expect(mapped(db)).toEqual([[null, 4, null]])
    receive(db, toho)
    expect([mapped(db), holders(db)]).toEqual([[[toho, 4, 'origin']], 1])
  })

  test('leaves it where another issuer’s badge counts: an undone import makes no badge count', () => {
    const db = city()
    map(db, {})
    receive(db, toho)
    const first = `import ${files}`
    receive(db, other, { staffNumber: '2' })
    good(undoImport(db, { importId: first, ...act }))
    expect([mapped(db), waiting(db), holders(db)]).toEqual([[[toho, 4, 'origin']], [[other, 1]], 0])
  })

  test('leaves bindings that a person decided or a table named', () => {
    const db = city()
    map(db, { issuerId: other })
    receive(db, other)
    good(undoImport(db, { importId: `import ${files}`, ...act }))
    expect(mapped(db)).toEqual([[other, 4, 'named']])
  })

  test('of another import leaves it, though the badges that caused it no longer count', () => {
    const db = city()
    map(db, {})
    const credentialId = receive(db, toho)
    receive(db, third, { achievementName: 'x', achievement: 'urn:else' })
    const later = `import ${files}`
    judge(db, credentialId, 'unregistered')
    good(undoImport(db, { importId: later, ...act }))
    expect(mapped(db)).toEqual([[toho, 4, 'origin']])
  })
})
