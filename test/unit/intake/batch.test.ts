import { expect, it } from 'vitest'
import { assign, cut, isComplete } from '../../../electron/intake/pool/batch'

const units = (...sizes: readonly number[]) => sizes.map((size, index) => ({ source: `u${index}`, path: '', entry: null, size }))
const lengths = (sizes: readonly number[], batch: number, batchBytes: number) => cut(units(...sizes), { batch, batchBytes }).map((one) => one.units.length)
const same = (count: number, size = 1) => Array.from({ length: count }, () => size)

it('many units are cut into batches of the given size', () => {
  expect(lengths(same(10_001), 500, 1e9)).toEqual([...same(20, 500), 1])
})

it('few units are cut into small batches, so that each worker gets several, but no smaller than ten', () => {
  expect(lengths(same(400), 200, 1e9)).toEqual(same(20, 20))
  expect(lengths(same(25), 200, 1e9)).toEqual([10, 10, 5])
  expect(lengths([], 200, 1e9)).toEqual([])
})

it('large units are assigned few at a time, and one that is too large alone', () => {
  expect(lengths([60, 60, 10, 200, 10, 90, 1], 200, 100)).toEqual([1, 2, 1, 2, 1])
})

it('a unit with an answer is not assigned again', () => {
  const [batch] = cut<string>(units(1, 1, 1), { batch: 10, batchBytes: 100 })
  batch!.answers[1] = 'good'
  const { number, places, units: handed, answered } = assign(batch!, 7)
  expect([number, places, handed.map(({ source }) => source), answered, isComplete(batch!)]).toEqual([7, [0, 2], ['u0', 'u2'], 0, false])
  for (const place of places) batch!.answers[place] = 'good'
  expect(isComplete(batch!)).toBe(true)
})
