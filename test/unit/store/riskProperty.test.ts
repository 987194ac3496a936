import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRisk } from '../../../electron/store'
import { addDays, type Day, lastDay } from '../../../shared/model/day'
import type { Person } from '../../../shared/model/department'
import { levels } from '../../../shared/model/skill'
import { plainRisk } from './plainRisk'
import { settleCity, staff } from './randomCity'
import { division, openScratch } from './stand'

const on: Day = '2026-11-25'
/** Days close to one another, so that much changes between the two days of a question. */
const near = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-01', '2026-12-02', '2026-12-15', '2027-01-04'] as const
const begun = fc.oneof({ weight: 4, arbitrary: fc.constant<Day>('2020-04-01') }, { weight: 1, arbitrary: fc.constantFrom<Day>(...near) })
const ended = fc.oneof({ weight: 2, arbitrary: fc.constant<Day>(lastDay) }, { weight: 2, arbitrary: fc.constantFrom<Day>(...near) })

const facts = fc.record({
  termEndsOn: fc.option(fc.constantFrom<Day>(...near), { nil: null, freq: 3 }),
  birthDate: fc.option(fc.constantFrom<Day>('1963-03-31', '1965-12-01', '1985-05-05'), { nil: null, freq: 3 }),
}) satisfies fc.Arbitrary<Partial<Person>>

const divisions = fc
  .tuple(fc.constantFrom<Day>('0001-01-01', '2026-12-01'), fc.constantFrom<Day>(lastDay, '2026-12-02'), fc.constantFrom('1', '2'))
  .map(([startsOn, endsOn, parent]) => [
    division('1', null),
    division('2', null),
    division('3', '1'),
    division('4', parent, { startsOn }),
    division('5', '3', { endsOn }),
  ])

const city = fc.record({
  divisions,
  posts: fc.array(
    fc.record({
      staffNumber: fc.constantFrom(...staff),
      code: fc.constantFrom('2', '3', '4', '5'),
      from: begun,
      until: ended,
      leave: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'leave', 'childcare'),
      concurrent: fc.boolean(),
    }),
    { minLength: 8, maxLength: 14 },
  ),
  mappings: fc.constant(
    (['法務', '防災/災害対策', '防災/避難', '防災'] as const).flatMap((skill, index) =>
      levels.slice(0, 2).map((level) => ({ issuerId: null, achievementId: `urn:${index}:${level}`, skill, level })),
    ),
  ),
  badges: fc.array(
    fc.record({
      id: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('urn:1', 'urn:2', 'urn:3') }),
      achievement: fc.tuple(fc.nat(3), fc.constantFrom(1, 2)).map(([index, level]) => `urn:${index}:${level}`),
      staffNumber: fc.constantFrom(...staff),
      issuer: fc.constant('did:web:a.example'),
      countable: fc.constantFrom(true, true, true, true, true, true, false),
      from: begun,
      until: ended,
      grade: fc.constantFrom('verified', 'verified', 'verified', 'confirmed', 'unproven'),
      status: fc.constantFrom('none', 'none', 'none', 'none', 'revoked'),
    }),
    { minLength: 10, maxLength: 20 },
  ),
  grades: fc.constantFrom<('verified' | 'confirmed')[]>(['verified', 'confirmed'], ['verified']),
  includeLeave: fc.constant(false),
  on: fc.constant(on),
})

test('what a city loses is what a count person by person and day by day finds, over random cities and days', () => {
  const found = new Map<string, number>()
  const count = (kind: string) => found.set(kind, (found.get(kind) ?? 0) + 1)
  fc.assert(
    fc.property(city, fc.tuple(...staff.map(() => facts)), fc.integer({ min: 0, max: 20 }), (words, persons, length) => {
      const db = openScratch()
      settleCity(db, words, Object.fromEntries(staff.map((number, index) => [number, persons[index]!])))
      const question = { on, until: addDays(on, length), grades: words.grades }
      const { people, ...table } = readRisk(db, question)
      const byBadge = (ending: typeof table.ending) => ending.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      const plain = plainRisk(db, question)
      expect({ ...table, ending: byBadge(table.ending) }).toEqual({ ...plain, ending: byBadge(plain.ending) })
      const named = new Set(people.map(({ staffNumber }) => staffNumber))
      for (const { because } of table.losses) for (const { reason, staffNumber } of because) count(named.has(staffNumber) ? reason : 'unnamed')
      for (const { staffNumber } of [...table.single, ...table.ending, ...table.leavers]) if (!named.has(staffNumber)) count('unnamed')
      for (const kind of ['single', 'ending', 'leavers'] as const) if (table[kind].length > 0) count(kind)
      db.close()
    }),
    { numRuns: 80, seed: 20261120 },
  )
  // Over cities without a loss the property would test nothing.
  expect(found.get('unnamed')).toBeUndefined()
  for (const kind of ['retirement', 'term', 'post-ended', 'moved', 'leave', 'badge-ended', 'single', 'ending', 'leavers'])
    expect(found.get(kind) ?? 0, `${kind} in ${JSON.stringify([...found])}`).toBeGreaterThan(0)
})
