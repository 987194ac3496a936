import { expect, test } from 'vitest'
import { holds, holdsAny, maskOf, wordsFor } from '../../../shared/coverage'

test('a word has the bits of 32 skills', () => {
  expect([0, 1, 32, 33, 132].map(wordsFor)).toEqual([0, 1, 1, 2, 5])
})

test('the mask of a skill has its bit and the bits of all skills above it, without empty words', () => {
  const parents = [-1, 0, ...Array.from({ length: 62 }, () => -1), 1]
  expect(maskOf([64], parents)).toEqual({ words: [2, 0], bits: [1, 0b11] })
  expect(maskOf([31, 0], parents)).toEqual({ words: [0], bits: [-0x8000_0000 | 1] })
  expect(maskOf([], parents)).toEqual({ words: [], bits: [] })
})

test('the bits of one person are not read for another', () => {
  const bits = Uint32Array.of(0, 0, 0, 1 << 1)
  expect([0, 1].map((person) => holds(bits, 2, person, 33))).toEqual([false, true])
  expect([0, 1].map((person) => holdsAny(bits, 2, person))).toEqual([false, true])
  expect(holds(bits, 2, 1, 1)).toBe(false)
})
