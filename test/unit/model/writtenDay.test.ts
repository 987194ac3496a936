import { expect, test } from 'vitest'
import { readTypedDay } from '../../../renderer/words/typedDay'
import { readWrittenDay } from '../../../shared/model/writtenDay'

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026/11/20', '2026-11-20'],
  ['R8.11.20', '2026-11-20'],
  ['令和８年１１月２０日（金）', '2026-11-20'],
  [' r8.11.20 ', '2026-11-20'],
  ['㋿8.11.20', '2026-11-20'],
  ['平成31年4月30日', '2019-04-30'],
])('%s is a day as an office writes it', (text, day) => {
  expect(readWrittenDay(text)).toBe(day)
})

test.each(['', 'R9.13.1', '2026-02-30', '大正16年1月1日', '20 Nov 2026', '46346', '11/20/2026'])('%s is none: no day is guessed', (text) => {
  expect(readWrittenDay(text)).toBeNull()
})

test.each([
  ['20 Nov 2026', '2026-11-20'],
  ['20 Nov 2026 (Fri)', '2026-11-20'],
  ['1 April 2027', '2027-04-01'],
  ['R9.4.1', '2027-04-01'],
])('%s can be typed in the window, which writes days in English too', (text, day) => {
  expect(readTypedDay(text)).toBe(day)
})

test.each(['31 Feb 2026', '20 Foo 2026', 'tomorrow'])('%s names no day in English either', (text) => {
  expect(readTypedDay(text)).toBeNull()
})
