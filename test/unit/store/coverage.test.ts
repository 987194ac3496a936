import { describe, expect, test } from 'vitest'
import { importMappings, readCoverage, readPeople } from '../../../electron/store'
import { coverageTable } from '../../../shared/contract/coverage'
import type { Scope } from '../../../shared/contract/parts'
import { act, type BadgeWords, badge, division, good, importItems, openScratch, person, post, settle } from './stand'

const scope: Scope = { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false }

/** 福祉部 > 生活福祉課, 高齢福祉課; 総務部 without anybody. 00001 in 生活福祉課 and, concurrently, 高齢福祉課; 00002 in 高齢福祉課; 00003 there on leave. */
function city(badges: readonly BadgeWords[]) {
  const db = openScratch()
  settle(db, {
    people: [person('00001'), person('00002'), person('00003')],
    divisions: [
      division('20', null, { name: '総務部', order: 1 }),
      division('10', null, { name: '福祉部' }),
      division('11', '10', { name: '生活福祉課' }),
      division('12', '10', { name: '高齢福祉課', order: 1 }),
      division('13', '10', { name: '旧課', order: 2, endsOn: '2026-04-01' }),
    ],
    posts: [post('00001', '11'), post('00001', '12', { concurrent: true }), post('00002', '12'), post('00003', '12', { leave: 'childcare' })],
  })
  const mappings = [
    { achievementId: 'urn:data', skill: '行政DX/データ活用', level: 2 },
    { achievementId: 'urn:gis', skill: '行政DX/GIS', level: 1 },
    { achievementId: 'urn:law', skill: '法務', level: 4 },
  ] as const
  good(importMappings(db, { mappings, ...act }))
  importItems(
    db,
    'one',
    badges.map((words, index) => badge({ id: `urn:badge:${index}`, ...words })),
  )
  return db
}

const cell = (db: ReturnType<typeof openScratch>, code: string | null, skill: string, more: Partial<Scope> = {}, which: 'holders' | 'apart' = 'holders') => {
  const table = readCoverage(db, { ...scope, ...more })
  return table[which][table.divisions.findIndex((row) => row.code === code)]![table.skills.findIndex(({ path }) => path === skill)]!
}

describe('the table', () => {
  test('lists divisions in tree order with the names of the day, the city first, without ended divisions', () => {
    const table = readCoverage(city([]), scope)
    expect(coverageTable.parse(table)).toEqual(table)
    expect(table.divisions.map(({ path, depth, people, children, parentCode }) => [path, depth, people, children, parentCode])).toEqual([
      ['*', 0, 2, 2, null],
      ['福祉部', 1, 2, 2, null],
      ['福祉部/生活福祉課', 2, 1, 0, '10'],
      ['福祉部/高齢福祉課', 2, 2, 0, '10'],
      ['総務部', 1, 0, 0, null],
    ])
    expect(readCoverage(city([]), { ...scope, on: '2026-03-31' }).divisions.map(({ name }) => name)).toContain('旧課')
  })

  test('lists skills in tree order, branches before what is below them', () => {
    expect(readCoverage(city([]), scope).skills).toEqual([
      { path: '行政DX', name: '行政DX', depth: 0, branch: true },
      { path: '行政DX/データ活用', name: 'データ活用', depth: 1, branch: false },
      { path: '行政DX/GIS', name: 'GIS', depth: 1, branch: false },
      { path: '法務', name: '法務', depth: 0, branch: false },
    ])
  })
})

describe('who is counted', () => {
  test('a concurrent post counts the person once in each division and once in the totals', () => {
    const db = city([{ achievement: 'urn:data', staffNumber: '00001' }])
    expect([
      cell(db, '11', '行政DX/データ活用'),
      cell(db, '12', '行政DX/データ活用'),
      cell(db, '10', '行政DX/データ活用'),
      cell(db, null, '行政DX/データ活用'),
    ]).toEqual([1, 1, 1, 1])
  })

  test('a branch counts distinct people with any skill below it', () => {
    const db = city([
      { achievement: 'urn:data', staffNumber: '00001' },
      { achievement: 'urn:gis', staffNumber: '00001' },
      { achievement: 'urn:gis', staffNumber: '00002' },
    ])
    expect(cell(db, null, '行政DX')).toBe(2)
  })

  test('a level counts those at that level and above', () => {
    const db = city([{ achievement: 'urn:data', staffNumber: '00001' }])
    expect([1, 2, 3, 4].map((level) => cell(db, null, '行政DX/データ活用', { level: level as 1 | 2 | 3 | 4 }))).toEqual([1, 1, 0, 0])
  })

  test('people on leave are in neither number unless asked for', () => {
    const db = city([{ achievement: 'urn:law', staffNumber: '00003' }])
    expect(cell(db, '12', '法務')).toBe(0)
    expect(readCoverage(db, scope).left.onLeave).toBe(1)
    expect(cell(db, '12', '法務', { includeLeave: true })).toBe(1)
    const asked = readCoverage(db, { ...scope, includeLeave: true })
    expect([asked.divisions[0]!.people, asked.left.onLeave]).toEqual([3, 0])
  })

  test('a badge is held from the day of validFrom to the day of validUntil in Tokyo, both included', () => {
    // 15:00 UTC is midnight of the next day in Tokyo.
    const db = city([{ achievement: 'urn:law', staffNumber: '00001', from: '2026-03-31T15:00:00Z', until: '2027-03-31T14:59:59Z' }])
    const on = (day: Scope['on']) => cell(db, null, '法務', { on: day })
    expect([on('2026-03-31'), on('2026-04-01'), on('2027-03-31'), on('2027-04-01')]).toEqual([0, 1, 1, 0])
  })

  test('a post is half-open: on its last day nobody is there any more', () => {
    const db = openScratch()
    settle(db, { people: [person('1')], divisions: [division('10', null)], posts: [post('1', '10', { startsOn: '2026-04-01', endsOn: '2027-04-01' })] })
    const people = (on: Scope['on']) => readCoverage(db, { ...scope, on }).divisions[0]!.people
    expect([people('2026-03-31'), people('2026-04-01'), people('2027-03-31'), people('2027-04-01')]).toEqual([0, 1, 1, 0])
  })

  test('who has reached the end of a term is counted unless leavers are left out', () => {
    const db = openScratch()
    settle(db, { people: [person('1', { termEndsOn: '2026-04-01' })], divisions: [division('10', null)], posts: [post('1', '10')] })
    expect(readCoverage(db, scope).divisions[0]!.people).toBe(1)
    expect(readCoverage(db, scope).left.leavers).toBe(0)
    const without = readCoverage(db, { ...scope, withLeavers: true })
    expect([without.divisions[0]!.people, without.left.leavers]).toEqual([0, 1])
    const ask = { scope: { ...scope, withLeavers: true }, skill: null, divisionCode: null, text: null, which: 'leavers', offset: 0, limit: 10 } as const
    expect(readPeople(db, ask).people.map(({ staffNumber }) => staffNumber)).toEqual(['1'])
  })

  test('a division renamed on 1 April has the name of the day', () => {
    const db = openScratch()
    settle(db, {
      people: [],
      posts: [],
      divisions: [division('10', null, { name: '情報課', endsOn: '2026-04-01' }), division('10', null, { name: 'デジタル課', startsOn: '2026-04-01' })],
    })
    expect(readCoverage(db, { ...scope, on: '2026-03-31' }).divisions[1]!.name).toBe('情報課')
    expect(readCoverage(db, { ...scope, on: '2026-04-01' }).divisions[1]!.name).toBe('デジタル課')
  })
})

describe('what does not count', () => {
  test('revoked and suspended badges count on no day, rejected ones not even when asked for', () => {
    const db = city([
      { achievement: 'urn:law', staffNumber: '00001', axes: { status: 'revoked' } },
      { achievement: 'urn:law', staffNumber: '00001', axes: { status: 'suspended' } },
      { achievement: 'urn:law', staffNumber: '00001', grade: 'rejected' },
    ])
    expect(cell(db, null, '法務', { grades: ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected'] })).toBe(0)
  })

  test('a badge whose status is unknown counts', () => {
    expect(cell(city([{ achievement: 'urn:law', staffNumber: '00001', axes: { status: 'unknown' } }]), null, '法務')).toBe(1)
  })

  test('an older version no longer counts from the day the newer one begins, even where that one is revoked, and keeps the days before', () => {
    const db = city([
      { id: 'urn:same', achievement: 'urn:law', staffNumber: '00001' },
      { id: 'urn:same', achievement: 'urn:law', staffNumber: '00001', from: '2026-04-01T00:00:00+09:00', axes: { status: 'revoked' } },
    ])
    expect(cell(db, null, '法務')).toBe(0)
    const on = (day: Scope['on']) => cell(db, null, '法務', { on: day })
    expect([on('2026-03-31'), on('2026-04-01')]).toEqual([1, 0])
  })

  test('people who hold only unproven or unregistered badges are shown separately and never added', () => {
    const db = city([
      { achievement: 'urn:law', staffNumber: '00001' },
      { achievement: 'urn:law', staffNumber: '00001', grade: 'unproven' },
      { achievement: 'urn:law', staffNumber: '00002', grade: 'unregistered' },
    ])
    expect([cell(db, '12', '法務'), cell(db, '12', '法務', {}, 'apart')]).toEqual([1, 1])
    const wider: Partial<Scope> = { grades: ['verified', 'unregistered'] }
    expect([cell(db, '12', '法務', wider), cell(db, '12', '法務', wider, 'apart')]).toEqual([2, 0])
  })

  test('a date that cannot be read counts on no day', () => {
    expect(cell(city([{ achievement: 'urn:law', staffNumber: '00001', until: '来年度末' }]), null, '法務')).toBe(0)
  })

  test('each badge that does not count is counted under one reason', () => {
    const db = city([
      { achievement: 'urn:law', staffNumber: '00001' },
      { achievement: 'urn:law', staffNumber: '00001', grade: 'rejected' },
      { achievement: 'urn:law' },
      { achievement: 'urn:law', staffNumber: '00001', grade: 'unproven', until: '2020-01-01' },
      { achievement: 'urn:law', staffNumber: '00001', grade: 'unregistered' },
      { achievement: 'urn:law', staffNumber: '00001', axes: { status: 'revoked' } },
      { achievement: 'urn:law', staffNumber: '00001', until: '2026-11-19' },
      { achievement: 'urn:unknown', staffNumber: '00001' },
      { achievement: null, staffNumber: '00001' },
    ])
    expect(readCoverage(db, scope).left).toEqual({
      onLeave: 1,
      leavers: 0,
      rejected: 1,
      unmatched: 1,
      unproven: 1,
      unregistered: 1,
      revoked: 1,
      expired: 1,
      unmapped: 2,
    })
  })
})
