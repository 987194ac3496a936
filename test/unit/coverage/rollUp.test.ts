import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RollUpInput, rollUp } from '../../../shared/coverage'

/** City > A > B, and C beside A. Skill 1 below skill 0, skill 2 beside. */
const small: RollUpInput = {
  people: 3,
  divisionParents: [-1, 0, 1, 0],
  skillParents: [-1, 0, -1],
  posts: [0, 2, 1, 1, 1, 3, 2, 3],
  counting: [0, 1, 1, 1, 1, 1, 2, 2],
  apart: [0, 2, 2, 2],
}

describe('rolling up', () => {
  test('people with several posts count once in each division and once in the total', () => {
    expect(rollUp(small).people).toEqual([3, 2, 1, 2])
  })

  test('a branch counts who holds anything below it, several badges count once', () => {
    expect(rollUp(small).holders).toEqual([
      [2, 2, 1],
      [2, 2, 0],
      [1, 1, 0],
      [1, 1, 1],
    ])
  })

  test('who also holds a badge that counts does not stand apart', () => {
    expect(rollUp(small).apart.map((row) => row[2])).toEqual([1, 1, 1, 0])
  })

  test('nobody, no skill and no division are no trouble', () => {
    expect(rollUp({ people: 0, divisionParents: [-1], skillParents: [], posts: [], counting: [], apart: [] })).toEqual({
      people: [0],
      holders: [[]],
      apart: [[]],
    })
  })

  test('agrees with counting by sets, for any number of people', () => {
    const pair = (people: number, places: number) => fc.array(fc.tuple(fc.nat(people - 1), fc.nat(places - 1)), { maxLength: 200 })
    const words = fc
      .integer({ min: 1, max: 100 })
      .chain((people) => fc.record({ people: fc.constant(people), posts: pair(people, 4), counting: pair(people, 3), apart: pair(people, 3) }))
    const lineage = (parents: readonly number[], place: number): number[] => (place < 0 ? [] : [place, ...lineage(parents, parents[place]!)])
    fc.assert(
      fc.property(words, ({ people, posts, counting, apart }) => {
        const { divisionParents, skillParents } = small
        const rolled = rollUp({ people, divisionParents, skillParents, posts: posts.flat(), counting: counting.flat(), apart: apart.flat() })
        for (let division = 0; division < 4; division += 1) {
          const here = new Set(posts.filter(([, place]) => lineage(divisionParents, place).includes(division)).map(([person]) => person))
          expect(rolled.people[division]).toBe(here.size)
          for (let skill = 0; skill < 3; skill += 1) {
            const of = (pairs: readonly (readonly [number, number])[]) =>
              new Set(pairs.filter(([person, place]) => here.has(person) && lineage(skillParents, place).includes(skill)).map(([person]) => person))
            expect(rolled.holders[division]![skill]).toBe(of(counting).size)
            expect(rolled.apart[division]![skill]).toBe([...of(apart)].filter((person) => !of(counting).has(person)).length)
          }
        }
      }),
      { numRuns: 100, seed: 20261120 },
    )
  })
})
