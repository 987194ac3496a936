import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskOf, type RollUpInput, rollUp, type SkillBits, wordsFor } from '../../../shared/coverage'

/** The place of each skill's parent: skill 1 below skill 0, skill 2 beside, and as many more beside it. */
const parentsOf = (skills: number): readonly number[] => Array.from({ length: skills }, (_, place) => (place === 1 ? 0 : -1))

/** Bits for pairs of person and skill, and for all above these skills. */
function bitsOf(people: number, skillParents: readonly number[], pairs: readonly (readonly [number, number])[]): SkillBits {
  const words = wordsFor(skillParents.length)
  const bits = new Uint32Array(people * words)
  for (const [person, skill] of pairs) {
    const mask = maskOf([skill], skillParents)
    for (const [index, word] of mask.words.entries()) bits[person * words + word]! |= mask.bits[index]!
  }
  return bits
}

/** City > A > B, and C beside A. */
const small: RollUpInput = {
  people: 3,
  divisionParents: [-1, 0, 1, 0],
  skills: 3,
  posts: [0, 2, 1, 1, 1, 3, 2, 3],
  counting: bitsOf(3, parentsOf(3), [
    [0, 1],
    [1, 1],
    [1, 1],
    [2, 2],
  ]),
  apart: bitsOf(3, parentsOf(3), [
    [0, 2],
    [2, 2],
  ]),
}

describe('rollUp', () => {
  test('counts a person with several posts once in each division and once in the total', () => {
    expect(rollUp(small).people).toEqual([3, 2, 1, 2])
  })

  test('counts for a branch the holders of any skill below it, each once', () => {
    expect(rollUp(small).holders).toEqual([
      [2, 2, 1],
      [2, 2, 0],
      [1, 1, 0],
      [1, 1, 1],
    ])
  })

  test('does not count a person as apart who also has a badge that counts', () => {
    expect(rollUp(small).apart.map((row) => row[2])).toEqual([1, 1, 1, 0])
  })

  test('returns zeros without people and skills', () => {
    expect(rollUp({ people: 0, divisionParents: [-1], skills: 0, posts: [], counting: new Uint32Array(), apart: new Uint32Array() })).toEqual({
      people: [0],
      holders: [[]],
      apart: [[]],
    })
  })

  test('returns what counting with sets returns, for any number of people and skills', () => {
    const pair = (people: number, places: number) => fc.array(fc.tuple(fc.nat(people - 1), fc.nat(places - 1)), { maxLength: 200 })
    const words = fc.record({ people: fc.integer({ min: 1, max: 100 }), skills: fc.constantFrom(3, 31, 32, 33, 70) }).chain(({ people, skills }) =>
      fc.record({
        people: fc.constant(people),
        skills: fc.constant(skills),
        posts: pair(people, 4),
        counting: pair(people, skills),
        apart: pair(people, skills),
      }),
    )
    const lineage = (parents: readonly number[], place: number): number[] => (place < 0 ? [] : [place, ...lineage(parents, parents[place]!)])
    fc.assert(
      fc.property(words, ({ people, skills, posts, counting, apart }) => {
        const { divisionParents } = small
        const parents = parentsOf(skills)
        const bits = { counting: bitsOf(people, parents, counting), apart: bitsOf(people, parents, apart) }
        const rolled = rollUp({ people, divisionParents, skills, posts: posts.flat(), ...bits })
        for (let division = 0; division < 4; division += 1) {
          const here = new Set(posts.filter(([, place]) => lineage(divisionParents, place).includes(division)).map(([person]) => person))
          expect(rolled.people[division]).toBe(here.size)
          for (let skill = 0; skill < skills; skill += 1) {
            const of = (pairs: readonly (readonly [number, number])[]) =>
              new Set(pairs.filter(([person, place]) => here.has(person) && lineage(parents, place).includes(skill)).map(([person]) => person))
            expect(rolled.holders[division]![skill]).toBe(of(counting).size)
            expect(rolled.apart[division]![skill]).toBe([...of(apart)].filter((person) => !of(counting).has(person)).length)
          }
        }
      }),
      { numRuns: 100, seed: 20261120 },
    )
  })
})
