import { describe, expect, it } from 'vitest'
import { loadBetween } from '../../bench/load'

describe('the load of a machine', () => {
  it('is the cores this process used, and those everything else used', () => {
    const before = { wall: 1000, busy: 50_000, own: 300, cores: 2 }
    expect(loadBetween(before, { wall: 11_000, busy: 65_000, own: 9300, cores: 2 })).toEqual({ seconds: 10, own: 0.9, others: 0.6, cores: 2 })
  })

  it('says of others no less than nothing, where the two clocks do not tick alike', () => {
    const before = { wall: 0, busy: 0, own: 0, cores: 2 }
    expect(loadBetween(before, { wall: 1000, busy: 900, own: 950, cores: 2 }).others).toBe(0)
  })
})
