import { describe, expect, it } from 'vitest'
import { spread } from '../../bench/spread'

describe('the spread of rounds', () => {
  it('is the middle and the quartiles, whatever the order', () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4 })
  })

  it('lies between two values where no value stands there', () => {
    expect(spread([1, 2, 3, 4])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 })
  })

  it('is one value where there is one', () => {
    expect(spread([7])).toEqual({ lower: 7, median: 7, upper: 7 })
  })

  it('is refused where there is none', () => {
    expect(() => spread([])).toThrow(RangeError)
  })
})
