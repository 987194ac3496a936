import { expect, test } from 'vitest'
import { depth, depthCharacters, depthShare, fillStep, isMet, isThin, noHolder, reach, singleHolder } from '../../../shared/coverage'

test('depth has four steps, and the last is three and more', () => {
  expect([0, 1, 2, 3, 40].map(depth)).toEqual([0, 1, 2, 3, 3])
  expect([0, 1, 2, 3, 40].map((holders) => depthCharacters[depth(holders)])).toEqual(['✕', '▲', '○', '◎', '◎'])
})

test('a bar of depth is full from three holders on', () => {
  expect([0, 1, 2, 3, 40].map((holders) => depthShare(holders).toFixed(2))).toEqual(['0.00', '0.33', '0.67', '1.00', '1.00'])
})

test('the fill of a cell has one more step than depth: five and more', () => {
  expect([0, 1, 2, 3, 4, 5, 40].map(fillStep)).toEqual([0, 1, 2, 3, 3, 4, 4])
})

test('a requirement is met by as many holders or more, and is null where nobody is required', () => {
  expect([0, 1, 2, 5].map((holders) => isMet({ holders, required: 2 }))).toEqual([false, false, true, true])
  expect([null, 0].map((required) => isMet({ holders: 5, required }))).toEqual([null, null])
})

test('reach is the share of the people in scope, and undefined where there are none', () => {
  expect([reach(1, 4), reach(0, 4), reach(0, 0)]).toEqual([0.25, 0, undefined])
})

test('a skill has no holder, a single holder, or more; it is thin below two', () => {
  expect([0, 1, 2].map(noHolder)).toEqual([true, false, false])
  expect([0, 1, 2].map(singleHolder)).toEqual([false, true, false])
  expect([0, 1, 2].map(isThin)).toEqual([true, true, false])
})
