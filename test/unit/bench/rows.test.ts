import { describe, expect, it } from 'vitest'
import type { Measured } from '../../bench/measure'
import { compare, share, within } from '../../bench/rows'

const side = (name: string, ...rounds: readonly number[]): Measured => ({ name, microseconds: rounds[1]!, rounds })

describe('a row', () => {
  it('gives the median of the ratios of the rounds, not the ratio of the medians', () => {
    // The machine was ten times slower in the last round: for both sides of it.
    const row = compare('verify', side('ours', 100, 110, 1000), side('peer', 300, 440, 5000), 3)
    expect(row).toEqual({ what: 'verify', ours: '110 µs', peer: 'peer 440 µs', ratio: '4.00×', spread: '3.50 – 4.50', target: '≥ 3×', verdict: 'met' })
  })

  it('says missed below its target, and names the target it is held against', () => {
    expect(compare('verify', side('ours', 100, 100, 100), side('peer', 1499, 1499, 1499), 'embedded-proof')).toEqual({
      what: 'verify',
      ours: '100 µs',
      peer: 'peer 1499 µs',
      ratio: '14.99×',
      target: '≥ 15×',
      verdict: 'missed',
      targetId: 'embedded-proof',
    })
  })

  it('is met at its target exactly, where more is better', () => {
    expect(share('verify', side('ours', 200, 200, 200), side('limit', 100, 100, 100), 'embedded-proof-limit').verdict).toBe('met')
  })

  it('is missed at its target exactly, where less is better', () => {
    expect(within('import', 512, 'import-memory', 'MB')).toEqual({
      what: 'import',
      ours: '512 MB',
      peer: '―',
      ratio: '―',
      target: '< 512 MB',
      verdict: 'missed',
      targetId: 'import-memory',
    })
  })

  it('compares medians where one side has no rounds', () => {
    const { ratio, spread, verdict } = compare('verify', { name: 'ours', microseconds: 50 }, side('peer', 90, 100, 200), null)
    expect({ ratio, spread, verdict }).toEqual({ ratio: '2.00×', spread: undefined, verdict: '―' })
  })
})
