import { describe, expect, test } from 'vitest'
import {
  applyRoster,
  emptyEverything,
  readDepartment,
  readHoldings,
  readPeople,
  readRosterOn,
  readSetting,
  saveSetting,
  verifyAudit,
} from '../../../electron/store'
import { act, badge, division, emptyPlan, good, importItems, openScratch, person, post, settle } from './stand'

const sato = person('00123', {
  name: '佐藤\u{E000}花子',
  kana: 'サトウ ハナコ',
  formerName: '髙橋',
  emails: ['b@city.example.jp', 'a@city.example.jp'],
  dids: ['did:key:z6MkP'],
  birthDate: '1970-05-03',
  hiredOn: '1992-04-01',
  termEndsOn: '2027-04-01',
})
const job = post('00123', '11', {
  post: '係長',
  jobType: '事務',
  employment: '常勤',
  leave: 'childcare',
  concurrent: true,
  startsOn: '2024-04-01',
  endsOn: '2026-04-01',
})
const welfare = division('11', '10', { name: '生活福祉課', order: 3, startsOn: '2024-04-01' })

describe('a roster', () => {
  test('is read back exactly as it was applied', () => {
    const db = openScratch()
    settle(db, { people: [sato], posts: [job], divisions: [welfare] })
    expect(readDepartment(db)).toEqual({ people: [sato], assignments: [{ id: 1, ...job }], divisions: [welfare] })
    expect(readHoldings(db).firstRosterOn).toBe('2026-04-01')
    expect([readRosterOn(db), readHoldings(db).rosterOn]).toEqual(['2026-04-01', '2026-04-01'])
  })

  test('changes whole records, and removes empty ones', () => {
    const db = openScratch()
    settle(db, { people: [sato], posts: [job, post('00123', '11')], divisions: [welfare, division('12', null)] })
    const married = { ...sato, name: '鈴木 花子', emails: ['c@city.example.jp'], dids: [] }
    const plan = {
      people: { add: [], change: [married] },
      divisions: {
        put: [
          { ...welfare, endsOn: '2026-04-01' as const },
          { ...welfare, name: '福祉課', startsOn: '2026-04-01' as const },
        ],
        remove: [{ code: '12', startsOn: '0001-01-01' as const }],
      },
      assignments: { add: [], change: [{ id: 1, ...job, divisionCode: '12' }], remove: [2] },
    }
    good(applyRoster(db, { plan, on: '2026-10-01', ...act }))
    expect(readDepartment(db)).toEqual({
      people: [married],
      assignments: [{ id: 1, ...job, divisionCode: '12' }],
      divisions: [
        { ...welfare, endsOn: '2026-04-01' },
        { ...welfare, name: '福祉課', startsOn: '2026-04-01' },
      ],
    })
  })

  test('that cannot be applied as a whole is not applied at all', () => {
    const db = openScratch()
    settle(db, { people: [sato], posts: [], divisions: [] })
    const broken = { ...emptyPlan, people: { add: [person('00124'), person('00123')], change: [] } }
    expect(() => applyRoster(db, { plan: broken, on: '2026-10-01', ...act })).toThrow('UNIQUE')
    expect(readDepartment(db).people).toEqual([sato])
    expect(readRosterOn(db)).toBe('2026-04-01')
  })

  test('an older roster does not change the day of the newest one', () => {
    const db = openScratch()
    good(applyRoster(db, { plan: emptyPlan, on: '2026-10-01', ...act }))
    good(applyRoster(db, { plan: emptyPlan, on: '2026-04-01', ...act }))
    expect(readRosterOn(db)).toBe('2026-10-01')
  })

  test('who has reached the age of retirement has left, unless the appointment has a term of its own', () => {
    const db = openScratch()
    // Born in May 1962: 60 by 31 March 2023, when the age was 60.
    const born = { birthDate: '1962-05-01' } as const
    settle(db, {
      people: [person('1', born), person('2', born), person('3', { ...born, termEndsOn: '2027-04-01' })],
      divisions: [division('10', null)],
      posts: [post('1', '10', { employment: '常勤' }), post('2', '10', { employment: '再任用' }), post('3', '10', { employment: '会計年度任用職員' })],
    })
    const present = (on: '2023-03-31' | '2023-04-01' | '2027-04-01') =>
      readPeople(db, {
        scope: { on, level: 1, grades: ['verified'], includeLeave: false, withLeavers: true },
        skill: null,
        divisionCode: null,
        text: null,
        which: 'counting',
        offset: 0,
        limit: 10,
      }).people.map(({ staffNumber }) => staffNumber)
    expect([present('2023-03-31'), present('2023-04-01'), present('2027-04-01')]).toEqual([['1', '2', '3'], ['2', '3'], ['2']])
  })
})

test('emptying everything leaves the language and an intact audit log', () => {
  const db = openScratch()
  settle(db, { people: [sato], posts: [job], divisions: [welfare] })
  importItems(db, 'one', [badge({ id: 'urn:1', staffNumber: '00123' }), badge({ id: 'urn:1', staffNumber: '00123', from: '2026-04-01' })])
  good(saveSetting(db, { name: 'locale', value: 'en', ...act }))
  good(saveSetting(db, { name: 'sample', value: true, ...act }))
  good(emptyEverything(db, act))
  expect(readHoldings(db)).toEqual({ people: 0, credentials: 0, imports: 0, unmatched: 0, rosterOn: null, firstRosterOn: null })
  expect([readSetting(db, 'locale'), readSetting(db, 'sample')]).toEqual(['en', undefined])
  expect(verifyAudit(db)).toBeNull()
})

test('the first day a roster describes is the earliest one, and older data folders have it from their audit log', () => {
  const db = openScratch()
  expect(readHoldings(db).firstRosterOn).toBe(null)
  for (const day of ['2026-10-01', '2026-04-01', '2026-11-01'] as const) good(applyRoster(db, { plan: emptyPlan, on: day, ...act }))
  expect(readHoldings(db)).toMatchObject({ rosterOn: '2026-11-01', firstRosterOn: '2026-04-01' })
  db.exec("DELETE FROM setting WHERE name = 'roster.firstOn'")
  expect(readHoldings(db).firstRosterOn).toBe('2026-04-01')
})
