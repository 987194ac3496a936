import { describe, expect, it } from 'vitest'
import { addDays, fiscalYear, isDay, startOfDay, tokyoDay } from '../../../shared/model/day'

describe('a day', () => {
  it('is a day of the calendar, not merely of its shape', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2026-4-1')).toBe(false)
  })

  it('is Japan’s: midnight in Tokyo is still the day before in UTC', () => {
    expect(tokyoDay(new Date('2026-04-01T00:00:00+09:00'))).toBe('2026-04-01')
    expect(tokyoDay(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31')
  })

  it('begins fifteen hours into the day before in UTC', () => {
    expect(startOfDay('2026-04-01').toISOString()).toBe('2026-03-31T15:00:00.000Z')
  })

  it('has neighbours over the ends of months and years', () => {
    expect(addDays('2026-03-31', 1)).toBe('2026-04-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  })

  it('belongs to the old fiscal year on 31 March and to the new one on 1 April', () => {
    expect(fiscalYear('2027-03-31')).toBe(2026)
    expect(fiscalYear('2027-04-01')).toBe(2027)
  })
})
