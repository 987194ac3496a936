import { expect, test } from 'vitest'
import { heldDays, shownFrom, shownUntil } from '../../../shared/model/heldDays'

const days = (from: string | null, until: string | null) => {
  const held = heldDays(from, until)
  return [held.from, held.until]
}

test('instants become the days of Tokyo they fall on', () => {
  expect(days('2026-03-31T15:00:00Z', '2027-03-31T14:59:59.999Z')).toEqual(['2026-04-01', '2027-03-31'])
  expect(days('2026-04-01T00:00:00+09:00', '2027-03-31T15:00:00Z')).toEqual(['2026-04-01', '2027-04-01'])
})

test('a bare day and a time without a zone are Japanese', () => {
  expect(days('2026-04-01', '2027-03-31')).toEqual(['2026-04-01', '2027-03-31'])
  expect(days('2026-04-01T23:30:00', null)[0]).toBe('2026-04-01')
})

test('an offset of hours alone, and a leap second, are read as the verdict reads them', () => {
  expect(days('2026-04-01T00:00:00+09', '2027-03-31T23:59:60+0900')).toEqual(['2026-04-01', '2027-03-31'])
})

test('the last hours of the year 9999 in UTC, written where no end is meant, are the last day there is, not a day before all others', () => {
  expect(days('2026-04-01', '9999-12-31T23:59:59Z')).toEqual(['2026-04-01', '9999-12-31'])
  expect(days('0000-01-01T00:00:00+14:00', null)).toEqual(['0001-01-01', '9999-12-31'])
})

test('what is not written is open, and is shown as nothing', () => {
  const { from, until } = heldDays(null, null)
  expect([from, until]).toEqual(['0001-01-01', '9999-12-31'])
  expect([shownFrom(from), shownUntil(until)]).toEqual([null, null])
})

test('a date that cannot be read leaves no day', () => {
  for (const [from, until] of [days('春', null), days('2026-04-01', '2027-02-30'), days('2026-04-01T25:00:00Z', null)]) expect(from! > until!).toBe(true)
})
