import { expect, it } from 'vitest'
import { compareMutated, summary } from './mutated'

/** Ten times ten thousand, so that a failure says in which lot to look. */
const seeds = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110]

it.each(seeds)('10,000 altered documents of seed %i are written by their plans as stock writes them, or left to it', async (seed) => {
  const tally = await compareMutated(seed, 10_000)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
})
