import { expect, test } from 'vitest'
import { explain } from '../../renderer/words/text'
import { rosterFields } from '../../shared/contract/roster'
import { type Locale, texts } from '../../shared/text'
import { made, plainTexts, textFunctions } from '../unit/text/everyText'

/** Every text of a room; functions are called with 7 for each number. */
const sentences = (locale: Locale, room: (typeof rooms)[number]): readonly string[] => [
  ...[...plainTexts(texts[locale][room])].map(([, text]) => text),
  ...textFunctions(locale)
    .filter(({ place, types }) => place.startsWith(`${room}/`) && !types.includes('unknown'))
    .map((one) => made(one, 7)),
]

const rooms = ['shell', 'start', 'importing', 'issuers'] as const

test('no word of the window is empty, and bold marks come in pairs', () => {
  for (const locale of ['ja', 'en'] as const) {
    for (const room of rooms) {
      const said = sentences(locale, room)
      expect(said.length).toBeGreaterThan(10)
      expect(said.filter((sentence) => sentence.trim() === '')).toEqual([])
      expect(said.filter((sentence) => sentence.split('**').length % 2 === 0)).toEqual([])
    }
  }
})

test('nobody is blamed or shouted at', () => {
  for (const locale of ['ja', 'en'] as const) {
    expect(rooms.flatMap((room) => sentences(locale, room)).filter((sentence) => /[!！]|失敗しました|不正な/.test(sentence))).toEqual([])
  }
})

test('the English words hold no Japanese except names that are Japanese', () => {
  const allowed = /適材|日本語|部|課|係/g
  expect(rooms.flatMap((room) => sentences('en', room)).filter((sentence) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(sentence.replaceAll(allowed, '')))).toEqual([])
})

test('every field of a roster has a name in both languages', () => {
  for (const locale of ['ja', 'en'] as const) expect(Object.keys(texts[locale].importing.rosterFields).toSorted()).toEqual([...rosterFields].toSorted())
})

test('a code without an explanation is named, not hidden', () => {
  // A code from a newer engine, which the types of this window cannot know.
  const unknown = { code: 'future.code' as 'call.failed' }
  expect(explain(texts.ja, unknown).found).toContain('future.code')
  expect(explain(texts.en, unknown).found).toContain('future.code')
})
