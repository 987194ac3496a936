import { expect, test } from 'vitest'
import {
  dayOfInstant,
  fileName,
  formatDate,
  formatDay,
  formatDayNarrow,
  formatInstant,
  formatInstantNarrow,
  formatNumber,
  formatPercent,
  formatTime,
} from '../../renderer/words/format'

test('a day is written out with its era and weekday in Japanese, and with the month by name in English', () => {
  expect(formatDay('2026-11-20', 'ja')).toBe('令和8年11月20日（金）')
  expect(formatDay('2026-11-20', 'en')).toBe('20 Nov 2026 (Fri)')
})

test('the first year of an era is 元年, from the day it began', () => {
  expect(formatDate('2019-05-01', 'ja')).toBe('令和元年5月1日')
  expect(formatDate('2019-04-30', 'ja')).toBe('平成31年4月30日')
  expect(formatDate('1989-01-07', 'ja')).toBe('昭和64年1月7日')
})

test('a narrow day has one letter for the era, and no era where there was none', () => {
  expect(formatDayNarrow('2027-03-31', 'ja')).toBe('R9.3.31')
  expect(formatDayNarrow('1967-05-03', 'ja')).toBe('S42.5.3')
  expect(formatDayNarrow('0001-01-01', 'ja')).toBe('0001-01-01')
  expect(formatDayNarrow('2027-03-31', 'en')).toBe('31 Mar 2027')
})

test('an instant falls on the Japanese day, whatever zone it was written in', () => {
  expect(dayOfInstant('2026-03-31T15:00:00Z')).toBe('2026-04-01')
  expect(dayOfInstant('2026-04-01T00:00:00+09:00')).toBe('2026-04-01')
  expect(formatTime('2026-11-20T05:08:00Z')).toBe('14:08')
  expect(formatInstant('2026-11-20T05:08:00Z', 'ja')).toBe('令和8年11月20日 14:08')
  expect(formatInstantNarrow('2026-11-20T05:08:00Z', 'ja')).toBe('R8.11.20 14:08')
})

test('text that is no instant is shown as it is', () => {
  expect(dayOfInstant('soon')).toBeNull()
  expect(formatInstant('soon', 'ja')).toBe('soon')
})

test('thousands are grouped', () => {
  expect([0, 999, 1000, 1200345].map(formatNumber)).toEqual(['0', '999', '1,000', '1,200,345'])
})

test('a share below all never reads 100 %, and one above nothing never reads 0 %', () => {
  expect([0, 0.001, 0.628, 0.999, 1].map(formatPercent)).toEqual(['0%', '1%', '63%', '99%', '100%'])
})

test('a path of either kind ends in its file name', () => {
  expect(fileName('C:\\取込\\R8職員名簿.csv')).toBe('R8職員名簿.csv')
  expect(fileName('/media/usb/badges/')).toBe('badges')
})
