import { expect, test } from 'vitest'
import { kanaSortKey, likePart, searchText } from '../../../electron/store/department/searchText'

test.each([
  ['髙橋', '高橋'],
  ['渡邉', '渡辺'],
  ['渡邊', '渡辺'],
  ['山﨑', '山崎'],
  ['𠮷田', '吉田'],
  ['葛\u{E0100}城', '葛城'],
  ['ﾀﾅｶ', 'たなか'],
  ['タナカ　タロウ', 'たなかたろう'],
  ['Ｓｍｉｔｈ', 'smith'],
  ['ヴァレリー', 'ゔぁれりー'],
])('%s is searched as %s', (typed, searched) => {
  expect(searchText(typed)).toBe(searched)
})

test('a private-use character is unchanged', () => {
  expect(searchText('\u{E000}田')).toBe('\u{E000}田')
})

test('the wildcards of LIKE are ordinary characters', () => {
  expect(likePart('50%_\\')).toBe('%50\\%\\_\\\\%')
})

test('readings sort in gojūon order, whatever kana they are typed in', () => {
  const readings = ['わたなべ', 'ガトウ', 'カトウ', 'ｶﾄﾞﾀ', 'はらだ いち', 'はら たけし', 'あべ', 'アーベ', 'きょうだ', 'きよた']
  const sorted = readings.toSorted((one, other) => (kanaSortKey(one) < kanaSortKey(other) ? -1 : 1))
  expect(sorted).toEqual(['アーベ', 'あべ', 'カトウ', 'ガトウ', 'ｶﾄﾞﾀ', 'きょうだ', 'きよた', 'はら たけし', 'はらだ いち', 'わたなべ'])
})
