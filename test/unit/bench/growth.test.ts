import { describe, expect, it } from 'vitest'
import { exponent, growthRow } from '../../bench/growth'

const sizes = [1000, 10_000, 100_000]

describe('the growth of a cost', () => {
  it('is in proportion where ten times as many cost ten times as much', () => {
    expect(exponent({ badges: 1000, milliseconds: 3 }, { badges: 10_000, milliseconds: 30 })).toBeCloseTo(1, 10)
  })

  it('is with the square where ten times as many cost a hundred times as much', () => {
    expect(exponent({ badges: 1000, milliseconds: 3 }, { badges: 10_000, milliseconds: 300 })).toBeCloseTo(2, 10)
  })

  it('is shown with the cost of the whole and of a badge, by the last step', () => {
    const costs = [
      { badges: 1000, milliseconds: 2 },
      { badges: 10_000, milliseconds: 40 },
      { badges: 100_000, milliseconds: 400 },
    ]
    expect(growthRow('import', costs, sizes)).toEqual({
      what: 'import',
      '10^3': '2000 µs (2.0 µs)',
      '10^4': '40 ms (4.0 µs)',
      '10^5': '400 ms (4.0 µs)',
      grows: 'n^1.00',
    })
  })

  it('leaves a size open that was not measured, and the growth where there is but one', () => {
    expect(growthRow('verify', [{ badges: 1000, milliseconds: 2 }], sizes)).toEqual({
      what: 'verify',
      '10^3': '2000 µs (2.0 µs)',
      '10^4': '―',
      '10^5': '―',
      grows: '―',
    })
  })
})
