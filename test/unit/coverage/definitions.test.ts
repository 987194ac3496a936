import { expect, test } from 'vitest'
import { coverageRatio, depth, depthCharacters, depthSymbols, reach, singleHolder } from '../../../shared/coverage'

test('depth has four steps, three and more are one', () => {
  expect([0, 1, 2, 3, 40].map((holders) => depthCharacters[depth(holders)])).toEqual(['✕', '▲', '○', '◎', '◎'])
  expect([0, 1, 2, 3].map((holders) => depthSymbols[depth(holders)])).toEqual(['cross', 'triangle', 'circle', 'double-circle'])
})

test('a requirement is met in part or wholly, a surplus is no more than met, and none is not met', () => {
  expect([coverageRatio({ holders: 0, required: 2 }), coverageRatio({ holders: 1, required: 2 }), coverageRatio({ holders: 5, required: 2 })]).toEqual([
    0, 0.5, 1,
  ])
  expect(coverageRatio({ holders: 5, required: 0 })).toBeUndefined()
})

test('reach is a share of the people stated; of nobody there is no share', () => {
  expect([reach(1, 4), reach(0, 4), reach(0, 0)]).toEqual([0.25, 0, undefined])
})

test('a single holder is one person, and nobody is none', () => {
  expect([0, 1, 2].map(singleHolder)).toEqual([false, true, false])
})
