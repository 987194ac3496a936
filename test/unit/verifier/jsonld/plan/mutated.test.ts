import { expect, it } from 'vitest'
import { compareMutated, compareRepeated, summary } from './mutated'

/** Together 5,000 documents. Its seed reproduces a failure. */
const seeds = [20261130, 20270331]

it.each(seeds)('plans write 2,500 altered documents of seed %i as jsonld does, or leave them to the fallback', async (seed) => {
  const tally = await compareMutated(seed, 2_500)
  console.log(summary(seed, tally))
  expect(tally.faults).toEqual([])
  // Comparing unwritable documents, or only those of the fallback, would show little.
  expect(tally.alike).toBeGreaterThan(600)
  expect(tally.refused).toBeGreaterThan(300)
  expect(tally.left).toBeGreaterThan(50)
})

it('plans write 300 altered documents and their neighbours as jsonld does, each time', async () => {
  const tally = await compareRepeated(20270901, 300)
  console.log(summary(20270901, tally))
  expect(tally.faults).toEqual([])
  expect(tally.alike).toBeGreaterThan(300)
})
