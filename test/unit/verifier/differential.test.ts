import { expect, it } from 'vitest'
import { compareMany, summary } from './differential/compare'

/** Together 5,000 credentials. A failure is found again by its seed. */
const seeds = [20261122, 20270401]
const count = 2_500

it.each(seeds)(
  `none of ${count} altered credentials of seed %i is accepted here and refused by another program; each refused only here has a known reason`,
  async (seed) => {
    const tally = await compareMany(seed, count)
    console.log(summary(seed, tally))
    expect(tally.faults).toEqual([])
    // Many changes are harmless, and many are seen only here: neither number may be small for want of trying.
    expect(tally.both).toBeGreaterThan(100)
    expect(tally.onlyPeer).toBeGreaterThan(100)
    expect(tally.neither).toBeGreaterThan(500)
  },
)
