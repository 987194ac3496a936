import { expect, it } from 'vitest'
import { compareMutated, compareRepeated, summary } from './mutated'

/** Ten times ten thousand, so that a failure names its lot. */
const seeds = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110]

it.each(seeds)('plans write 10,000 altered documents of seed %i as jsonld does, or leave them to the fallback', async (seed) => {
  const tally = await compareMutated(seed, 10_000)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
})

it.each([201, 202])('plans write 3,000 altered documents of seed %i and their neighbours as jsonld does, each time', async (seed) => {
  const tally = await compareRepeated(seed, 3_000)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
})
