import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importMappings, readCoverage, readPeople } from '../../../electron/store'
import type { Scope } from '../../../shared/contract/parts'
import { type Day, lastDay } from '../../../shared/model/day'
import { levels } from '../../../shared/model/skill'
import { type Grade, gradeValues } from '../../../shared/model/verification'
import { act, badge, division, good, importItems, openScratch, person, post, settle } from './stand'

const days: readonly Day[] = ['2024-04-01', '2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2026-11-20', '2027-04-01']
const day = fc.constantFrom(...days)
const issuers = ['did:web:a.example', 'did:web:a.example', 'did:key:z6MkB', 'https://c.example/issuer'] as const
const skills = ['行政DX', '行政DX/データ活用', '行政DX/データ活用/統計', '法務', '防災/災害対策'] as const
const codes = ['1', '2', '3', '4', '5'] as const
const staff = ['01', '02', '03', '04', '05', '06'] as const

/** Parents have smaller codes: no circles, any depth. */
const divisions = fc
  .tuple(
    ...codes.map((code, index) => fc.record({ parent: fc.option(fc.constantFrom(...codes.slice(0, Math.max(index, 1)))), from: day, code: fc.constant(code) })),
  )
  .map((list) => list.map(({ code, parent, from }) => division(code, parent === code ? null : parent, { startsOn: from > '2026' ? from : '0001-01-01' })))

/** Mostly begun long ago and without an end, so that a city is not empty on the day. */
const begun = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>('2020-04-01') }, { weight: 1, arbitrary: day })
const ended = fc.oneof({ weight: 3, arbitrary: fc.constant<Day>(lastDay) }, { weight: 1, arbitrary: day })

const cityWords = fc.record({
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

test('every number of the table is the length of the list behind it, at every level', () => {
  let counted = 0
  fc.assert(
    fc.property(cityWords, (words) => {
      const db = openScratch()
      settle(db, {
        people: staff.map((number) => person(number)),
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
      for (const level of levels) {
        const scope: Scope = { on: words.on, level, grades: words.grades, includeLeave: words.includeLeave }
        const table = readCoverage(db, scope)
        const listed = (divisionCode: string | null, skill: string | null, which: 'counting' | 'apart') =>
          readPeople(db, { scope, skill, divisionCode, text: null, which, offset: 0, limit: 1000 })
        for (const [row, { code, people }] of table.divisions.entries()) {
          expect(listed(code, null, 'counting').total).toBe(people)
          for (const [column, { path }] of table.skills.entries()) {
            const behind = listed(code, path, 'counting')
            if (behind.total > 0) counted += 1
            expect(behind.total).toBe(table.holders[row]![column])
            expect(behind.people).toHaveLength(behind.total)
            for (const { skills: held } of behind.people) expect(held.some(({ counts, level: reached }) => counts && reached >= level)).toBe(true)
            expect(listed(code, path, 'apart').total).toBe(table.apart[row]![column])
          }
        }
      }
      db.close()
    }),
    { numRuns: 40, seed: 20261120 },
  )
  // Over empty tables the property would test nothing.
  console.log(`${counted} numbers above zero were compared with the lists behind them`)
  expect(counted).toBeGreaterThan(200)
})
