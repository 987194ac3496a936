import { describe, expect, test } from 'vitest'
import {
  importMappings,
  openDatabase,
  readBadge,
  readCoverage,
  readPeople,
  readPerson,
  readUnmatched,
  saveVerification,
  undoImport,
} from '../../../electron/store'
import { migrations } from '../../../electron/store/migrations'
import { placeVersions, type Version } from '../../../electron/store/versionRule'
import type { Scope } from '../../../shared/contract/parts'
import type { Day } from '../../../shared/model/day'
import { act, type BadgeWords, badge, division, good, holdingsDigest, importItems, openScratch, person, post, scratchFolder, settle, verdict } from './stand'

const counting: Scope['grades'] = ['verified', 'confirmed']
const skill = '法務'

function city() {
  const db = openScratch()
  settle(db, { people: [person('1'), person('2')], posts: [post('1', '10'), post('2', '10')], divisions: [division('10', null)] })
  good(
    importMappings(db, {
      mappings: [
        { achievementId: 'urn:law', skill, level: 1 },
        { achievementId: 'urn:law-3', skill, level: 3 },
      ],
      ...act,
    }),
  )
  return db
}
type City = ReturnType<typeof city>

const law = (words: BadgeWords) => badge({ id: 'urn:a', achievement: 'urn:law', staffNumber: '1', ...words })
const table = (db: City, on: Day, more: Partial<Scope> = {}) => readCoverage(db, { on, level: 1, grades: counting, includeLeave: false, ...more })
const holders = (db: City, on: Day, more: Partial<Scope> = {}) => table(db, on, more).holders[0]![0]!

/** Holders by the map, by the list of people, and by the page of person 1: all say the same. */
function held(db: City, on: Day): number {
  const scope: Scope = { on, level: 1, grades: counting, includeLeave: false }
  const listed = readPeople(db, { scope, skill, divisionCode: null, text: null, which: 'counting', offset: 0, limit: 10 })
  const page = good(readPerson(db, { staffNumber: '1', on })).skills.filter(({ counts }) => counts)
  const behind = listed.people.flatMap(({ skills }) => skills.filter(({ counts }) => counts))
  expect([listed.total, page.length, behind.length]).toEqual([holders(db, on), holders(db, on), holders(db, on)])
  return holders(db, on)
}
const heldOn = (db: City, days: readonly Day[]) => days.map((day) => held(db, day))

describe('displacement: a document that is not proven to come from the same origin', () => {
  const genuine = law({ from: '2025-04-01' })
  const hosted = { id: 'https://a.example/1', issuer: 'https://a.example/issuer' }

  test.each(['unproven', 'unregistered', 'rejected'] as const)('never takes the place of a verified badge, however late its date: %s', (grade) => {
    for (const from of ['2024-04-01', '2025-04-01', '2026-04-01']) {
      const forged = law({ from, grade, staffNumber: '2', achievement: 'urn:law-3' })
      for (const items of [
        [genuine, forged],
        [forged, genuine],
      ]) {
        const db = city()
        importItems(db, 'one', items)
        const rows = readPeople(db, {
          scope: { on: '2026-11-20', level: 1, grades: counting, includeLeave: false },
          skill,
          divisionCode: null,
          text: null,
          which: 'counting',
          offset: 0,
          limit: 10,
        })
        expect(rows.people.map(({ staffNumber }) => staffNumber)).toEqual(['1'])
      }
    }
  })

  test('takes the place of none even where the grades that are counted include its own', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven', achievement: 'urn:other' })])
    expect(holders(db, '2026-11-20', { grades: ['verified', 'unproven'] })).toBe(1)
  })

  test('is a proven version of none though it is confirmed: at another origin it leaves a verified badge all its days', () => {
    const verified = law({ ...hosted, from: '2025-04-01' })
    for (const [hostedUrl, expected] of [
      ['https://b.example/1', null],
      ['https://a.example.evil/1', null],
      ['http://a.example/1', null],
      ['https://a.example:8443/1', null],
      ['https://a.example/1', '2026-04-01'],
    ] as const) {
      const db = city()
      importItems(db, 'one', [law({ ...hosted, from: '2026-04-01', grade: 'confirmed', hostedUrl }), verified])
      expect(db.prepare("SELECT followed_from FROM credential WHERE grade = 'verified'").pluck().get()).toBe(expected)
    }
  })

  test('is said on both badges, with the file of the other, until one is proven to be a newer version', () => {
    const db = city()
    const [first, second] = importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven', source: 'late.json' })]).map(
      ({ credentialId }) => credentialId!,
    )
    const said = (credentialId: number) => {
      const { problems, rivals, contested } = good(readBadge(db, { credentialId, on: '2026-11-20' }))
      return { problems: problems.filter(({ code }) => code === 'credential.contested-id'), rivals, contested }
    }
    expect(said(first!)).toEqual({ problems: [{ code: 'credential.contested-id', detail: 'late.json' }], rivals: [second], contested: true })
    expect(said(second!)).toEqual({ problems: [{ code: 'credential.contested-id', detail: 'bundle.zip!urn:a.json' }], rivals: [first], contested: true })
    expect(good(readPerson(db, { staffNumber: '1', on: '2026-11-20' })).skills.map(({ contested }) => contested)).toEqual([true, true])
    good(saveVerification(db, { verifications: [{ credentialId: second!, verdict: verdict('verified') }], ...act }))
    for (const id of [first!, second!]) expect(said(id)).toEqual({ problems: [], rivals: [], contested: false })
  })

  test('is not said of a copy that says the same word for word, nor of a rejected document', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2025-04-01', edition: 'png', grade: 'unproven' }), law({ from: '2026-04-01', grade: 'rejected' })])
    expect(db.prepare('SELECT SUM(contested) FROM credential').pluck().get()).toBe(0)
  })

  test('stays listed as unproven from the day it begins, so that its address or its key can be asked for', () => {
    const db = city()
    importItems(db, 'one', [genuine, law({ from: '2026-04-01', grade: 'unproven' })])
    expect(table(db, '2026-11-20').left.unproven).toBe(1)
  })

  test('takes the person of none away: of two copies that nobody is matched to, the tray shows the one that stands', () => {
    const db = city()
    importItems(db, 'one', [law({ staffNumber: null }), law({ staffNumber: null, edition: 'png' }), law({ staffNumber: null, from: '2026-04-01' })])
    expect([readUnmatched(db, { offset: 0, limit: 10 }).total, table(db, '2026-11-20').left.unmatched, table(db, '2025-11-20').left.unmatched]).toEqual([
      2, 2, 2,
    ])
  })
})

describe('a renewal', () => {
  const days: readonly Day[] = ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01', '2028-03-31', '2028-04-01']
  const old = law({ from: '2025-04-01T00:00:00+09:00', until: '2027-03-31T23:59:59+09:00' })

  test('leaves today and the past to the older version, and holds from the Japanese day it begins, without a gap and without a day twice', () => {
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

  test('of the same day holds that whole day, and the older instant none', () => {
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

  test('that ends earlier shortens: after its end neither counts, and it alone is said to have expired', () => {
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

  test('leaves a revoked older version revoked, and is not harmed by it', () => {
    const db = city()
    importItems(db, 'one', [law({ from: '2025-04-01', axes: { status: 'revoked' } }), law({ from: '2026-04-01' })])
    expect(heldOn(db, ['2026-03-31', '2026-04-01'])).toEqual([0, 1])
    expect([table(db, '2026-03-31').left.revoked, table(db, '2026-04-01').left.revoked]).toEqual([1, 0])
  })

  test('whose dates cannot be read, or end before they begin, takes the place of nothing', () => {
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

  test('that is taken back with its import brings the older version back whole', () => {
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
    // The skill goes on by the renewal: it is not about to end.
    expect(skills.map(({ validUntil, skillUntil }) => [validUntil, skillUntil])).toEqual([
      ['2027-01-31', '2029-01-31'],
      ['2029-01-31', '2029-01-31'],
    ])
  })

  test('for a lower level, or after a gap, does not carry a skill on', () => {
    for (const renewal of [law({ from: '2027-02-01', achievement: 'urn:law' }), law({ from: '2028-02-01', achievement: 'urn:law-3' })]) {
      const db = city()
      importItems(db, 'one', [law({ from: '2025-04-01', until: '2027-03-31', achievement: 'urn:law-3' }), renewal])
      const [now] = good(readPerson(db, { staffNumber: '1', on: '2026-11-20' })).skills
      expect([now!.level, now!.skillUntil]).toEqual([3, now!.validUntil])
    }
  })
})

describe('many documents of one id', () => {
  test('of one import are settled once for each batch, and the numbers are those of settling them one by one', () => {
    const count = 3000
    const db = city()
    const items = Array.from({ length: count }, (_, index) => law({ from: '2026-04-01', grade: 'unproven', edition: String(index) }))
    const saved = importItems(db, 'one', [law({ from: '2025-04-01' }), ...items])
    expect(saved.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(count)
    expect(db.prepare('SELECT COUNT(*) FROM credential WHERE superseded_by IS NULL').pluck().get()).toBe(2)
    expect([held(db, '2026-11-20'), table(db, '2026-11-20').left.unproven]).toEqual([1, 1])
  })

  test('cost no more than sorting them', () => {
    let read = 0
    const version = (id: number): Version => ({
      get id() {
        read += 1
        return id
      },
      grade: id % 3 === 0 ? 'verified' : 'unproven',
      validFromMilliseconds: id % 7,
      heldFrom: '2026-04-01',
      heldUntil: '2027-03-31',
      origin: null,
      digest: String(id),
      ordinal: 0,
      says: String(id % 2),
    })
    const size = 4000
    placeVersions(Array.from({ length: size }, (_, id) => version(id)))
    expect(read).toBeLessThan(size * 40)
  })
})

test('a database of an older schema gets the versions of each credential settled by the rule of today when it is opened', () => {
  const path = `${scratchFolder()}/older.sqlite`
  const fresh = openScratch(path)
  settle(fresh, { people: [person('1')], posts: [post('1', '10')], divisions: [division('10', null)] })
  importItems(fresh, 'one', [law({ from: '2025-04-01' }), law({ from: '2026-04-01' }), law({ id: 'urn:b' })])
  // As the schema before had it.
  fresh.exec(`UPDATE credential SET superseded_by = 2, followed_from = NULL WHERE id = 1;
    DROP INDEX credential_followed; ALTER TABLE credential DROP COLUMN followed_from; ALTER TABLE credential DROP COLUMN contested;`)
  fresh.pragma(`user_version = ${migrations.findIndex(({ name }) => name === '0008-versions')}`)
  fresh.close()
  const db = good(openDatabase(path))
  expect(db.prepare('SELECT superseded_by, followed_from, contested FROM credential ORDER BY id').raw().all()).toEqual([
    [null, '2026-04-01', 0],
    [null, null, 0],
    [null, null, 0],
  ])
  db.close()
})
