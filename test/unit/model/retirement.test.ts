import { describe, expect, it } from 'vitest'
import { hasLeftBy, retiresOn } from '../../../shared/model/retirement'

describe('retirement', () => {
  it('comes on the 31 March after the 62nd birthday while 62 is in force', () => {
    expect(retiresOn('1964-05-10', null)).toBe('2027-04-01')
  })

  it('passes over the year in which the age is raised', () => {
    // 62 in fiscal year 2027, when 63 is in force; 63 a year later.
    expect(retiresOn('1965-05-10', null)).toBe('2029-04-01')
  })

  it('counts who was born on 1 April to the school year before', () => {
    expect(retiresOn('1965-04-01', null)).toBe('2027-04-01')
    expect(retiresOn('1965-04-02', null)).toBe('2029-04-01')
  })

  it('is none for appointments with a term, nor where no birthday is known', () => {
    expect(retiresOn('1960-01-01', '会計年度任用職員')).toBeNull()
    expect(retiresOn(null, null)).toBeNull()
  })

  it('leaves a person in place on 31 March and away on 1 April', () => {
    const person = { termEndsOn: null, birthDate: '1964-05-10', employment: null } as const
    expect(hasLeftBy('2027-03-31', person)).toBe(false)
    expect(hasLeftBy('2027-04-01', person)).toBe(true)
  })

  it('takes the end of a term as the first day of absence', () => {
    const person = { termEndsOn: '2027-04-01', birthDate: null, employment: '任期付' } as const
    expect(hasLeftBy('2027-03-31', person)).toBe(false)
    expect(hasLeftBy('2027-04-01', person)).toBe(true)
  })
})
