import { expect, it } from 'vitest'
import { compareMutated, compareRepeated, summary } from './mutated'

/** Ten times ten thousand, so that a failure says in which lot to look. */
const seeds = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110]

it.each(seeds)('10,000 altered documents of seed %i are written by their plans as stock writes them, or left to it', async (seed) => {
  const tally = await compareMutated(seed, 10_000)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
})

it.each([201, 202])('3,000 altered documents of seed %i and their neighbours are written as stock writes them each time they come', async (seed) => {
  const tally = await compareRepeated(seed, 3_000)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
})
