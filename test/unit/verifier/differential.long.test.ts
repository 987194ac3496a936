import { expect, it } from 'vitest'
import { compareMany, summary } from './differential/compare'
import { compareTokens } from './differential/tokens'

/** Other mutations than those of the short test; ten times ten thousand, so that a failure names its lot. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

it.each(seeds)(
  'none of 10,000 altered credentials of seed %i is accepted here and refused by another program; each refused only here has a known reason',
  async (seed) => {
    const tally = await compareMany(seed, 10_000)
    console.log(summary(seed, tally))
    expect(tally.faults).toEqual([])
  },
)

it.each(seeds)('none of 10,000 altered tokens and SD-JWTs of seed %i is accepted here and refused by another program, or read otherwise', async (seed) => {
  expect((await compareTokens(seed, 10_000)).faults).toEqual([])
})
