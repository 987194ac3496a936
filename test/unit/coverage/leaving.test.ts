import { expect, test } from 'vitest'
import { leavesOn } from '../../../shared/coverage'

// Born in May 1962: 60 by 31 March 2023, when the age was 60.
const born = { birthDate: '1962-05-01', termEndsOn: null, lastPostStartsOn: '2020-04-01' } as const

test('service ends with the term or at the retirement age, whichever comes first', () => {
  expect(leavesOn(born)).toBe('2023-04-01')
  expect(leavesOn({ ...born, termEndsOn: '2022-04-01' })).toBe('2022-04-01')
  expect(leavesOn({ ...born, termEndsOn: '2027-04-01' })).toBe('2023-04-01')
})

test('the retirement age does not end an appointment that has its own term', () => {
  expect(leavesOn({ ...born, employment: '会計年度任用職員', termEndsOn: '2027-04-01' })).toBe('2027-04-01')
  expect(leavesOn({ ...born, employment: '再任用' })).toBe('9999-12-31')
})

test('a post that begins after retirement keeps the retirement age from ending the service', () => {
  expect(leavesOn({ ...born, lastPostStartsOn: '2023-04-01' })).toBe('9999-12-31')
  expect(leavesOn({ ...born, lastPostStartsOn: '2023-04-01', termEndsOn: '2028-04-01' })).toBe('2028-04-01')
})

test('service without birth date and term has no end', () => {
  expect(leavesOn({ birthDate: null, termEndsOn: null, lastPostStartsOn: null })).toBe('9999-12-31')
})
