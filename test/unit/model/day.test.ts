import { describe, expect, it } from 'vitest'
import { addDays, fiscalYear, isDay, startOfDay, tokyoDay, utcMidnight } from '../../../shared/model/day'

describe('a day', () => {
  it('is a day of the calendar, not merely of its shape', () => {
    expect(isDay('2026-02-28')).toBe(true)
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2026-4-1')).toBe(false)
  })

  it('is one of the calendar of the engine, in years of every kind', () => {
    const padded = (number: number, width: number) => String(number).padStart(width, '0')
    for (const year of [0, 4, 99, 100, 400, 999, 1000, 1900, 1999, 2000, 2024, 2026, 2100, 9999])
      for (let month = 0; month <= 13; month++)
        for (let date = 0; date <= 32; date++) {
          const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
          const instant = new Date(`${text}T00:00:00Z`)
          const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
          expect([text, isDay(text)]).toEqual([text, exists])
          if (exists) expect(utcMidnight(year, month, date)).toBe(instant.getTime())
        }
  })

  it('is written in ten characters, in years that have fewer digits as well', () => {
    expect(tokyoDay(new Date('0999-12-31T14:59:59Z'))).toBe('0999-12-31')
    expect(tokyoDay(new Date('0999-12-31T15:00:00Z'))).toBe('1000-01-01')
    expect(tokyoDay(new Date('9999-12-31T14:59:59Z'))).toBe('9999-12-31')
    expect(tokyoDay(new Date('9999-12-31T15:00:00Z'))).toBe('+010000-01')
    expect(addDays('0001-01-01', 8)).toBe('0001-01-09')
    expect(() => tokyoDay(new Date('never'))).toThrow(RangeError)
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
