import fc from 'fast-check'
import { type Database, importMappings } from '../../../electron/store'
import { type Day, lastDay } from '../../../shared/model/day'
import type { Leave, Person } from '../../../shared/model/department'
import type { DivisionPeriod } from '../../../shared/model/rosterPlan'
import { levels, type SkillMapping } from '../../../shared/model/skill'
import { type Grade, gradeValues, type StatusValue } from '../../../shared/model/verification'
import { act, type BadgeWords, badge, division, good, importItems, person, post, settle } from './stand'

// Random small cities for the properties of the store.

const days: readonly Day[] = ['2024-04-01', '2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2026-11-20', '2027-04-01']
const day = fc.constantFrom(...days)
const issuers = ['did:web:a.example', 'did:web:a.example', 'did:key:z6MkB', 'https://c.example/issuer'] as const
const skills = ['行政DX', '行政DX/データ活用', '行政DX/データ活用/統計', '法務', '防災/災害対策'] as const
const codes = ['1', '2', '3', '4', '5'] as const
export const staff = ['01', '02', '03', '04', '05', '06'] as const

/** Parents have smaller codes: no circles, any depth. */
const divisions = fc
  .tuple(
    ...codes.map((code, index) => fc.record({ parent: fc.option(fc.constantFrom(...codes.slice(0, Math.max(index, 1)))), from: day, code: fc.constant(code) })),
  )
  .map((list) => list.map(({ code, parent, from }) => division(code, parent === code ? null : parent, { startsOn: from > '2026' ? from : '0001-01-01' })))

/** Mostly begun long ago and without an end, so that a city is not empty on the day. */
const begun = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>('2020-04-01') }, { weight: 1, arbitrary: day })
const ended = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>(lastDay) }, { weight: 1, arbitrary: day })

/** A city in words: divisions, posts, mappings, badges, and a question about it. */
export const cityWords = fc.record({
  divisions,
  posts: fc.array(
    fc.record({
      staffNumber: fc.constantFrom(...staff),
      code: fc.constantFrom(...codes),
      from: begun,
      until: ended,
      leave: fc.constantFrom('none' as const, 'none' as const, 'none' as const, 'none' as const, 'leave' as const, 'childcare' as const),
      concurrent: fc.boolean(),
    }),
    { minLength: 6, maxLength: 14 },
  ),
  mappings: fc.array(
    fc.record({
      issuerId: fc.constantFrom(null, null, ...issuers),
      achievementId: fc.constantFrom('urn:a', 'urn:b', 'urn:c'),
      skill: fc.constantFrom(...skills),
      level: fc.constantFrom(...levels),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  badges: fc.array(
    fc.record({
      // Few ids: some badges are versions of one another.
      id: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('urn:1', 'urn:2', 'urn:3', 'urn:4', 'urn:5') }),
      achievement: fc.constantFrom('urn:a', 'urn:b', 'urn:c', 'urn:c', 'urn:d', null),
      staffNumber: fc.constantFrom(...staff, null),
      issuer: fc.constantFrom(...issuers),
      countable: fc.constantFrom(true, true, true, true, false),
      from: begun,
      until: ended,
      grade: fc.constantFrom<Grade>('verified', 'verified', 'verified', 'confirmed', 'unregistered', 'unproven', 'rejected'),
      status: fc.constantFrom('none' as const, 'none' as const, 'clear' as const, 'unknown' as const, 'revoked' as const, 'suspended' as const),
    }),
    { minLength: 12, maxLength: 24 },
  ),
  grades: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Grade[]>(['verified', 'confirmed']) },
    { weight: 1, arbitrary: fc.subarray<Grade>([...gradeValues], { minLength: 1 }) },
  ),
  includeLeave: fc.boolean(),
  on: day,
})

interface CityWords {
  readonly divisions: readonly DivisionPeriod[]
  readonly posts: readonly {
    readonly staffNumber: string
    readonly code: string
    readonly from: Day
    readonly until: Day
    readonly leave: Leave
    readonly concurrent: boolean
  }[]
  readonly mappings: readonly SkillMapping[]
  readonly badges: readonly (BadgeWords & { readonly status: StatusValue })[]
}

/** Stores a city. @param facts Further facts of people, by 職員番号. */
export function settleCity(db: Database, words: CityWords, facts: Readonly<Record<string, Partial<Person>>> = {}): void {
  settle(db, {
    people: staff.map((number) => ({ ...person(number), ...facts[number] })),
    divisions: words.divisions,
    posts: words.posts
      .filter(({ from, until }) => from < until)
      .map(({ staffNumber, code, from, until, leave, concurrent }) => post(staffNumber, code, { startsOn: from, endsOn: until, leave, concurrent })),
  })
  good(importMappings(db, { mappings: words.mappings, ...act }))
  importItems(
    db,
    'one',
    words.badges.map(({ status, ...more }, index) => badge({ ...more, edition: String(index), axes: { status } })),
  )
}
