import { expect, test } from 'vitest'
import { tokyoDay } from '../../../../shared/model/day'
import { heldDays } from '../../../../shared/model/heldDays'
import { instantOf } from '../../../../shared/model/instant'

const days = ['2026-04-01', '2026-02-30']
const times = ['', 'T24:00', 'T24:00:01', 'T24:30:00', 'T25:00', 'T00:60', 'T12:00:00.1234567', 'T12:00:00.', 't12:00', ' 12:00', 'T60:60:60']
const zones = ['', 'Z', 'z', '+09', '+0900', '+09:00', '-23:59', '+24:00', '+09:60', '-00:00', '+14:00']
const written = days.flatMap((day) => times.flatMap((time) => (time === '' ? [day] : zones.map((zone) => `${day}${time}${zone}`))))

test('the verdict and the days of holding read the same beginning from every form of a date', () => {
  let readable = 0
  for (const text of written) {
    const at = instantOf(text, 'start')
    if (at !== null) readable += 1
    expect([text, heldDays(text, null).from]).toEqual([text, at === null ? '9999-12-31' : tokyoDay(at)])
  }
  expect(readable).toBeGreaterThan(30)
})
