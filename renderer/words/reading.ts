import type { Locale } from '../../shared/text'

/** Kana in Hepburn romaji, without long marks. Digraphs come first. */
const syllables: Readonly<Record<string, string>> = {
  ...pairs(
    'きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho ちゃ cha ちゅ chu ちょ cho にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo みゃ mya みゅ myu みょ myo',
  ),
  ...pairs('りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo じゃ ja じゅ ju じょ jo びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo'),
  ...pairs('しぇ she じぇ je ちぇ che てぃ ti でぃ di ふぁ fa ふぃ fi ふぇ fe ふぉ fo うぃ wi うぇ we うぉ wo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo'),
  ...pairs(
    'あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no',
  ),
  ...pairs('は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n'),
  ...pairs(
    'が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po',
  ),
  ...pairs('ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゔ vu'),
}

function pairs(text: string): Record<string, string> {
  const words = text.split(' ')
  return Object.fromEntries(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])))
}

/** Katakana as hiragana; half-width kana become full-width first. For reading aloud only, never for matching or storing. */
const asHiragana = (kana: string): string => kana.normalize('NFKC').replaceAll(/[ァ-ヴ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60))

function wordInRomaji(word: string): string {
  let romaji = ''
  for (let at = 0; at < word.length; ) {
    const two = syllables[word.slice(at, at + 2)]
    const one = syllables[word[at] ?? '']
    if (word[at] === 'っ') {
      const next = syllables[word.slice(at + 1, at + 3)] ?? syllables[word[at + 1] ?? ''] ?? ''
      romaji += next.startsWith('ch') ? 't' : next.slice(0, 1)
      at += 1
    } else {
      // A long mark adds nothing; other characters are unchanged.
      romaji += two ?? one ?? (word[at] === 'ー' ? '' : (word[at] ?? ''))
      at += two === undefined ? 1 : 2
    }
  }
  // Hepburn as passports write it: n before b, m, p is m; long o and u are not marked.
  const plain = romaji
    .replaceAll(/n(?=[bmp])/g, 'm')
    .replaceAll('ou', 'o')
    .replaceAll('oo', 'o')
    .replaceAll('uu', 'u')
  return plain.slice(0, 1).toUpperCase() + plain.slice(1)
}

/** The reading of a name: kana as stored in Japanese, romaji in English. Empty without kana. */
export function reading(kana: string | null, locale: Locale): string {
  if (kana === null) return ''
  if (locale === 'ja') return kana
  return asHiragana(kana)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(wordInRomaji)
    .join(' ')
}
