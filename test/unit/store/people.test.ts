import { describe, expect, test } from 'vitest'
import { importMappings, readBadge, readHoldings, readPeople, readPerson, readUnmatched, saveVerification } from '../../../electron/store'
import { contract, type Input } from '../../../shared/contract'
import { act, badge, division, good, importItems, openScratch, person, post, settle, verdict } from './stand'

const query: Input<'people.list'> = {
  scope: { on: '2026-11-20', level: 1, grades: ['verified', 'confirmed'], includeLeave: false },
  skill: null,
  divisionCode: null,
  text: null,
  which: 'counting',
  offset: 0,
  limit: 100,
}

function city() {
  const db = openScratch()
  settle(db, {
    people: [
      person('00010', { name: '髙橋 一郎', kana: 'タカハシ イチロウ' }),
      person('00002', { name: '渡邉 千尋', kana: 'ワタナベ チヒロ', formerName: '佐藤', emails: ['watanabe@city.example.jp'] }),
      person('00003', { name: '𠮷田 花', kana: 'ﾖｼﾀﾞ ﾊﾅ' }),
      person('00004', { name: '加藤 学', kana: 'かとう まなぶ' }),
    ],
    divisions: [division('10', null, { name: '福祉部' }), division('11', '10', { name: '生活福祉課' }), division('12', '10', { name: '高齢福祉課' })],
    posts: [
      post('00010', '11', { post: '係長', startsOn: '2024-04-01' }),
      post('00010', '12', { concurrent: true, post: '担当' }),
      post('00002', '11'),
      post('00003', '12', { leave: 'leave' }),
      post('00004', '12', { endsOn: '2026-11-20' }),
    ],
  })
  good(
    importMappings(db, {
      mappings: [
        { achievementId: 'urn:law', skill: '法務', level: 3 },
        { achievementId: 'urn:data', skill: '行政DX/データ活用', level: 1 },
      ],
      ...act,
    }),
  )
  importItems(db, 'one', [
    badge({ id: 'urn:1', achievement: 'urn:law', staffNumber: '00010' }),
    badge({ id: 'urn:2', achievement: 'urn:data', staffNumber: '00010', grade: 'unproven' }),
    badge({ id: 'urn:3', achievement: 'urn:data', staffNumber: '00002' }),
    badge({ id: 'urn:4', achievement: 'urn:law', email: 'nobody@example.com' }),
  ])
  return db
}

const numbers = (db: ReturnType<typeof openScratch>, more: Partial<typeof query>) =>
  readPeople(db, { ...query, ...more }).people.map(({ staffNumber }) => staffNumber)

describe('the people behind a number', () => {
  test('are those with a post that day who are not on leave, sorted by kana', () => {
    const db = city()
    expect(contract['people.list'].output.parse(readPeople(db, query)).total).toBe(2)
    expect(numbers(db, {})).toEqual(['00010', '00002'])
    expect(numbers(db, { scope: { ...query.scope, on: '2026-11-19', includeLeave: true } })).toEqual(['00004', '00010', '00003', '00002'])
  })

  test('are shown in the chosen division, with only the badges behind the number', () => {
    const db = city()
    const [row] = readPeople(db, { ...query, skill: '法務', divisionCode: '12' }).people
    expect(row).toEqual({
      staffNumber: '00010',
      name: '髙橋 一郎',
      kana: 'タカハシ イチロウ',
      divisionCode: '12',
      division: '福祉部/高齢福祉課',
      post: '担当',
      concurrent: true,
      leave: 'none',
      skills: [
        {
          skill: '法務',
          level: 3,
          credentialId: 1,
          credentialUri: 'urn:1',
          statusUnknown: false,
          achievementName: '修了 urn:law',
          grade: 'verified',
          validFrom: '2025-04-01',
          validUntil: null,
          skillUntil: null,
          contested: false,
          counts: true,
        },
      ],
    })
    expect(readPeople(db, query).people[0]).toMatchObject({ divisionCode: '11', post: '係長', concurrent: false })
  })

  test.each([
    ['none', false],
    ['clear', false],
    ['unknown', true],
    ['invalid-list', true],
  ] as const)('of a badge whose status is %s it is said whether that left it open: %s', (status, open) => {
    const db = city()
    importItems(db, 'two', [badge({ id: 'urn:5', achievement: 'urn:law', staffNumber: '00002', axes: { status } })])
    const { people } = readPeople(db, { ...query, skill: '法務' })
    expect(people.find(({ staffNumber }) => staffNumber === '00002')!.skills).toMatchObject([{ counts: true, statusUnknown: open }])
  })

  test('people who hold only badges that do not count are listed separately', () => {
    const db = city()
    expect(numbers(db, { skill: '行政DX', which: 'counting' })).toEqual(['00002'])
    expect(numbers(db, { skill: '行政DX', which: 'apart' })).toEqual(['00010'])
  })

  test('a skill that only begins with the same letters is another skill', () => {
    expect(numbers(city(), { skill: '行政D' })).toEqual([])
  })

  test.each([
    ['高橋', ['00010']],
    ['渡辺', ['00002']],
    ['佐藤', ['00002']],
    ['たかはし', ['00010']],
    ['ﾀｶﾊｼ', ['00010']],
    ['0001', ['00010']],
    ['００１０', ['00010']],
    ['%', []],
    ['_', []],
  ])('%s finds %j', (text, found) => {
    expect(numbers(city(), { text })).toEqual(found)
  })

  test('a kanji outside the basic plane and half-width kana are found, and the stored name is as it was typed', () => {
    const db = city()
    const scope = { ...query.scope, includeLeave: true }
    expect(readPeople(db, { ...query, scope, text: '吉田' }).people[0]).toMatchObject({ name: '𠮷田 花', kana: 'ﾖｼﾀﾞ ﾊﾅ' })
    expect(numbers(db, { scope, text: 'よしだ' })).toEqual(['00003'])
  })

  test('a page is a part of the whole', () => {
    const page = readPeople(city(), { ...query, offset: 1, limit: 1 })
    expect([page.total, page.people.map(({ staffNumber }) => staffNumber)]).toEqual([2, ['00002']])
  })
})

describe('one person', () => {
  test('has posts, badges, skills, and skills of which they are the only holder', () => {
    const read = good(readPerson(city(), { staffNumber: '00010', on: '2026-11-20' }))
    expect(contract['people.read'].output.parse(read)).toEqual(read)
    expect(read.assignments.map(({ division, startsOn, endsOn, current }) => [division, startsOn, endsOn, current])).toEqual([
      ['福祉部/生活福祉課', '2024-04-01', null, true],
      ['福祉部/高齢福祉課', '2020-04-01', null, true],
    ])
    expect(read.badges.map(({ achievementName, counts, skills }) => [achievementName, counts, skills])).toEqual([
      ['修了 urn:law', true, [{ skill: '法務', level: 3 }]],
      ['修了 urn:data', false, [{ skill: '行政DX/データ活用', level: 1 }]],
    ])
    expect(read.soleHolderOf).toEqual([{ skill: '法務', divisionCode: null, division: '*' }])
  })

  test('who shares a skill in the city may be its only holder in the 課', () => {
    const db = city()
    importItems(db, 'two', [badge({ id: 'urn:9', achievement: 'urn:data', staffNumber: '00010' })])
    const alone = (staffNumber: string) => good(readPerson(db, { staffNumber, on: '2026-11-20' })).soleHolderOf
    expect(alone('00002')).toEqual([])
    expect(alone('00010')).toContainEqual({ skill: '行政DX/データ活用', divisionCode: '12', division: '福祉部/高齢福祉課' })
  })

  test('an unknown 職員番号 is reported', () => {
    expect(readPerson(city(), { staffNumber: '10', on: '2026-11-20' })).toEqual({ ok: false, problem: { code: 'person.not-found', detail: '10' } })
  })
})

describe('badges', () => {
  test('one is shown with what was seen, its exact text, and its history', () => {
    const db = city()
    good(
      saveVerification(db, {
        verifications: [{ credentialId: 2, verdict: verdict('verified') }],
        at: '2026-12-01T00:00:00.000Z',
        actor: 'local',
      }),
    )
    const read = good(readBadge(db, { credentialId: 2, on: '2026-12-01' }))
    expect(contract['badge.read'].output.omit({ endorsements: true }).parse(read)).toEqual(read)
    expect(read).toMatchObject({
      grade: 'verified',
      counts: true,
      staffNumber: '00010',
      personName: '髙橋 一郎',
      standard: 'OB3',
      container: 'json',
      id: 'urn:2',
    })
    expect(read.axes.recipient).toBe('matched')
    expect(read.seen.integrity).toEqual([['suite', 'eddsa-rdfc-2022']])
    expect(read.rawText).toContain('"id":"urn:2"')
    expect(read.history).toEqual([
      { at: '2026-11-20T05:09:00.000Z', grade: 'unproven', what: 'imported', why: 'import' },
      { at: '2026-12-01T00:00:00.000Z', grade: 'verified', what: 'verified-again', why: 'documents' },
    ])
  })

  test('an older version names the one that replaced it', () => {
    const db = city()
    const [newer] = importItems(db, 'two', [badge({ id: 'urn:1', achievement: 'urn:law', staffNumber: '00010', from: '2026-04-01T00:00:00+09:00' })])
    const read = good(readBadge(db, { credentialId: 1, on: '2026-11-20' }))
    expect([read.replacedBy, read.replacedFrom, read.counts, read.history.at(-1)?.what]).toEqual([newer!.credentialId, '2026-04-01', false, 'replaced'])
    expect([read.validUntil, good(readBadge(db, { credentialId: 1, on: '2026-03-31' })).counts]).toEqual(['2026-03-31', true])
  })

  test('the unmatched list is as long as the number of unmatched badges', () => {
    const db = city()
    const read = readUnmatched(db, { offset: 0, limit: 10 })
    expect(contract['people.unmatched'].output.parse(read)).toEqual(read)
    expect([read.total, readHoldings(db).unmatched]).toEqual([1, 1])
    expect(read.badges[0]).toMatchObject({ recipient: 'nobody@example.com', axes: { recipient: 'unmatched' }, counts: false })
  })

  test('an unknown badge is reported', () => {
    expect(readBadge(city(), { credentialId: 99 })).toEqual({ ok: false, problem: { code: 'credential.not-found', detail: '99' } })
  })
})
