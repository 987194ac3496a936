/** Variants of one kanji that people type for one another. Used for searching only: a stored name is never altered. */
const variants: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  碕: '崎',
  嵜: '崎',
  邉: '辺',
  邊: '辺',
  濵: '浜',
  濱: '浜',
  𠮷: '吉',
  齋: '斎',
  齊: '斎',
  斉: '斎',
  德: '徳',
  桒: '桑',
  栁: '柳',
  𣘺: '橋',
  槗: '橋',
  廣: '広',
  澤: '沢',
  淵: '渕',
  渊: '渕',
  嶋: '島',
  嶌: '島',
  國: '国',
  眞: '真',
  惠: '恵',
  壽: '寿',
  龍: '竜',
  瀧: '滝',
  櫻: '桜',
  冨: '富',
  峯: '峰',
  舘: '館',
  曾: '曽',
}

const variant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
const katakana = /[\u30A1-\u30F6]/g
const hiraganaOffset = 0x60

const toHiragana = (text: string): string => text.replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - hiraganaOffset))

/** The form in which texts are compared by a search: NFKC, hiragana for katakana, one variant for each kanji, no blanks, lower case. Never shown. */
export const searchText = (text: string): string =>
  toHiragana(text.replace(variationSelectors, '').normalize('NFKC'))
    .replace(variant, (letter) => variants[letter] ?? letter)
    .replace(/\s+/g, '')
    .toLowerCase()

const vowels: readonly (readonly [string, string])[] = [
  ['あかさたなはまやらわ', 'あ'],
  ['いきしちにひみりゐ', 'い'],
  ['うくすつぬふむゆる', 'う'],
  ['えけせてねへめれゑ', 'え'],
  ['おこそとのほもよろを', 'お'],
]
const vowelOf = (letter: string | undefined): string => vowels.find(([row]) => letter !== undefined && row.includes(letter))?.[1] ?? ''
const small: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
}

/**
 * The key by which a reading is sorted: gojūon order, in which voicing, small letters and long vowels only decide between readings that are
 * otherwise the same. Blanks between surname and given name come before every letter, so that はら たけし comes before はらだ いち.
 *
 * @source JIS X 4061, sections 6.1–6.2 (the first two steps of comparison)
 */
export function kanaSortKey(kana: string): string {
  const reading = toHiragana(kana.normalize('NFKC')).trim().replace(/\s+/g, ' ').toLowerCase()
  const plain: string[] = []
  for (const letter of reading.normalize('NFD').replace(/[\u3099\u309A]/g, '')) {
    plain.push(letter === 'ー' ? vowelOf(plain.at(-1)) : (small[letter] ?? letter))
  }
  return `${plain.join('')}\t${reading}`
}

/** A LIKE pattern for texts that contain this one, to be used with `ESCAPE '\\'`. */
export const likePart = (text: string): string => `%${searchText(text).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
