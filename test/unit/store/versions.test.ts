import { describe, expect, test } from 'vitest'
import { openDatabase, readBadge, readPeople, readPerson, undoImport } from '../../../electron/store'
import { migrations } from '../../../electron/store/migrations'
import type { Day } from '../../../shared/model/day'
import { act, division, good, holdingsDigest, importItems, openScratch, person, post, scratchFolder, settle } from './stand'
import { city, counting, held, heldOn, holders, law, skill, table } from './versionCity'

describe('a renewal', () => {
  const days: readonly Day[] = ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01', '2028-03-31', '2028-04-01']
  const old = law({ from: '2025-04-01T00:00:00+09:00', until: '2027-03-31T23:59:59+09:00' })

  test('leaves today and the past to the older version, and is in force from the Japanese day it begins, without a gap and without a day twice', () => {
    // 15:00 UTC is midnight of 1 April in Tokyo.
    const renewed = law({ from: '2026-03-31T15:00:00Z', until: '2028-03-31T23:59:59+09:00' })
    for (const items of [
      [old, renewed],
      [renewed, old],
    ]) {
      const db = city()
      importItems(db, 'one', items)
      expect(heldOn(db, days)).toEqual([0, 1, 1, 1, 1, 1, 1, 0])
    }
  })

  test('counts by its own achievement and level from its day on, the older version by its own before', () => {
    const db = city()
    importItems(db, 'one', [old, law({ achievement: 'urn:law-3', from: '2026-04-01', until: '2028-03-31' })])
    const atLevel3 = (['2026-03-31', '2026-04-01'] as const).map((on) => holders(db, on, { level: 3 }))
    expect([heldOn(db, ['2026-03-31', '2026-04-01']), atLevel3]).toEqual([
      [1, 1],
      [0, 1],
    ])
  })

  test('that is valid only in the future changes nothing before', () => {
    const db = city()
    importItems(db, 'one', [old, law({ from: '2027-02-01', until: '2029-01-31' })])
    expect(heldOn(db, ['2026-11-20', '2027-01-31', '2027-02-01', '2028-11-20'])).toEqual([1, 1, 1, 1])
    expect(table(db, '2028-11-20').left.expired).toBe(0)
  })

  test('of the same day has that whole day, and the older instant none', () => {
    const db = city()
    importItems(db, 'one', [old, law({ from: '2025-04-01T09:00:00+09:00', until: '2025-12-31', achievement: 'urn:law-3' })])
    expect([heldOn(db, ['2025-04-01', '2025-12-31', '2026-01-01']), holders(db, '2025-04-01', { level: 3 })]).toEqual([[1, 1, 0], 1])
  })

  test('after a renewal, several in a row, leaves each version the days up to the next', () => {
    const db = city()
    const version = (from: string, until: string) => law({ from, until })
    importItems(db, 'one', [version('2026-06-01', '2027-05-31'), version('2024-06-01', '2025-05-31'), version('2025-06-01', '2026-05-31')])
    expect(heldOn(db, ['2024-05-31', '2024-06-01', '2025-05-31', '2025-06-01', '2026-05-31', '2026-06-01', '2027-05-31', '2027-06-01'])).toEqual([
      0, 1, 1, 1, 1, 1, 1, 0,
    ])
    expect(db.prepare('SELECT followed_from FROM credential ORDER BY held_from').pluck().all()).toEqual(['2025-06-01', '2026-06-01', null])
  })

  test('that ends earlier shortens: after its end neither counts, and it alone is expired', () => {
    const db = city()
    importItems(db, 'one', [old, law({ from: '2026-04-01', until: '2026-09-30' })])
    expect(heldOn(db, ['2026-03-31', '2026-09-30', '2026-10-01'])).toEqual([1, 1, 0])
    expect([table(db, '2026-10-01').left.expired, table(db, '2026-03-31').left.expired]).toEqual([1, 0])
  })

  test('after a gap leaves the gap: the older version expires by its own end and is listed as expired until the renewal begins', () => {
    const db = city()
    importItems(db, 'one', [old, law({ from: '2027-06-01', until: '2028-05-31' })])
    expect(heldOn(db, ['2027-03-31', '2027-04-01', '2027-05-31', '2027-06-01'])).toEqual([1, 0, 0, 1])
    expect([table(db, '2027-05-31').left.expired, table(db, '2027-06-01').left.expired]).toEqual([1, 0])
  })

  test('that is revoked counts on no day, leaves the older version its days before, and gives it none back', () => {
    for (const status of ['revoked', 'suspended'] as const) {
      const db = city()
      importItems(db, 'one', [old, law({ from: '2026-04-01', axes: { status } })])
      expect(heldOn(db, ['2026-03-31', '2026-04-01', '2027-03-31'])).toEqual([1, 0, 0])
      expect([table(db, '2026-03-31').left.revoked, table(db, '2026-04-01').left.revoked]).toEqual([1, 1])
    }
  })

  test('leaves a revoked older version revoked, and counts itself', () => {
    const db = city()
    importItems(db, 'one', [law({ from: '2025-04-01', axes: { status: 'revoked' } }), law({ from: '2026-04-01' })])
    expect(heldOn(db, ['2026-03-31', '2026-04-01'])).toEqual([0, 1])
    expect([table(db, '2026-03-31').left.revoked, table(db, '2026-04-01').left.revoked]).toEqual([1, 0])
  })

  test('whose dates cannot be read, or end before they begin, replaces nothing', () => {
    for (const dates of [
      { from: '2026-04-01', until: 'soon' },
      { from: '2026-04-01', until: '2026-03-01' },
    ]) {
      const db = city()
      importItems(db, 'one', [old, law(dates)])
      expect(heldOn(db, days)).toEqual([0, 1, 1, 1, 1, 0, 0, 0])
    }
  })

  test('for another person moves the badge from its day on', () => {
    const db = city()
    importItems(db, 'one', [old, law({ from: '2026-04-01', staffNumber: '2' })])
    const who = (on: Day) =>
      readPeople(db, {
        scope: { on, level: 1, grades: counting, includeLeave: false },
        skill,
        divisionCode: null,
        text: null,
        which: 'counting',
        offset: 0,
        limit: 10,
      }).people.map(({ staffNumber }) => staffNumber)
    expect([who('2026-03-31'), who('2026-04-01')]).toEqual([['1'], ['2']])
  })

  test('that is undone with its import restores all days of the older version', () => {
    const db = city()
    importItems(db, 'one', [old])
    const before = holdingsDigest(db)
    importItems(db, 'two', [law({ from: '2026-04-01', until: '2026-09-30' })])
    expect(held(db, '2026-11-20')).toBe(0)
    good(undoImport(db, { importId: 'two', ...act }))
    expect([held(db, '2026-11-20'), holdingsDigest(db)]).toEqual([1, before])
  })

  test('is named on the page of the older badge with its first day, and the older one ends the day before in every list', () => {
    const db = city()
    const [first, second] = importItems(db, 'one', [old, law({ from: '2027-02-01', until: '2029-01-31' })]).map(({ credentialId }) => credentialId!)
    const on = (day: Day) => good(readBadge(db, { credentialId: first!, on: day }))
    expect([on('2027-01-31').counts, on('2027-02-01').counts, on('2026-11-20').validUntil]).toEqual([true, false, '2027-01-31'])
    expect([on('2026-11-20').replacedBy, on('2026-11-20').replacedFrom]).toEqual([second, '2027-02-01'])
    const { badges, skills } = good(readPerson(db, { staffNumber: '1', on: '2026-11-20' }))
    expect(badges.map(({ credentialId, validUntil, counts }) => [credentialId, validUntil, counts])).toEqual([
      [first, '2027-01-31', true],
      [second, '2029-01-31', false],
    ])
    // The skill continues by the renewal: it does not end soon.
    expect(skills.map(({ validUntil, skillUntil }) => [validUntil, skillUntil])).toEqual([
      ['2027-01-31', '2029-01-31'],
      ['2029-01-31', '2029-01-31'],
    ])
  })

  test('for a lower level, or after a gap, does not continue a skill', () => {
    for (const renewal of [law({ from: '2027-02-01', achievement: 'urn:law' }), law({ from: '2028-02-01', achievement: 'urn:law-3' })]) {
      const db = city()
      importItems(db, 'one', [law({ from: '2025-04-01', until: '2027-03-31', achievement: 'urn:law-3' }), renewal])
      const [now] = good(readPerson(db, { staffNumber: '1', on: '2026-11-20' })).skills
      expect([now!.level, now!.skillUntil]).toEqual([3, now!.validUntil])
    }
  })
})

test('a database of an older schema gets the versions of each credential updated by the current rule when it is opened', () => {
  const path = `${scratchFolder()}/older.sqlite`
  const fresh = openScratch(path)
  settle(fresh, { people: [person('1')], posts: [post('1', '10')], divisions: [division('10', null)] })
  importItems(fresh, 'one', [law({ from: '2025-04-01' }), law({ from: '2026-04-01' }), law({ id: 'urn:b' })])
  // As in the schema before.
  fresh.exec(`UPDATE credential SET superseded_by = 2, followed_from = NULL WHERE id = 1;
    DROP INDEX credential_followed; ALTER TABLE credential DROP COLUMN followed_from; ALTER TABLE credential DROP COLUMN contested;`)
  // The migration as the last one: later ones are applied already.
  const isVersions = ({ name }: { readonly name: string }) => name === '0008-versions'
  const order = [...migrations.filter((one) => !isVersions(one)), ...migrations.filter(isVersions)]
  fresh.pragma(`user_version = ${order.length - 1}`)
  fresh.close()
  const db = good(openDatabase(path, { migrations: order }))
  expect(db.prepare('SELECT superseded_by, followed_from, contested FROM credential ORDER BY id').raw().all()).toEqual([
    [null, '2026-04-01', 0],
    [null, null, 0],
    [null, null, 0],
  ])
  db.close()
})
