type Kind = 'kanji' | 'katakana' | 'hiragana' | 'other'

const kindOf = (character: string): Kind => {
  if (/[\p{Script=Han}々〆ヶ]/u.test(character)) return 'kanji'
  if (/[\p{Script=Katakana}ー]/u.test(character)) return 'katakana'
  return /\p{Script=Hiragana}/u.test(character) ? 'hiragana' : 'other'
}

/** Small kana and the long mark belong to the character before them. */
const leans = /[ァィゥェォッャュョヮーぁぃぅぇぉっゃゅょゎ]/

/** A run of one script in pieces of two or three characters. */
function pieces(run: string, kind: Kind): readonly string[] {
  const characters = [...run]
  if (kind === 'other' || kind === 'hiragana' || characters.length <= 3) return [run]
  if (kind === 'kanji') {
    const first = characters.length % 2 === 0 ? 2 : 3
    return [characters.slice(0, first).join(''), ...pieces(characters.slice(first).join(''), kind)]
  }
  let cut = 3
  while (cut < characters.length && leans.test(characters[cut] ?? '')) cut += 1
  if (characters.length - cut < 2) return [run]
  return [characters.slice(0, cut).join(''), ...pieces(characters.slice(cut).join(''), kind)]
}

/** Where the head of a column may break: 「情報セキュリティ」 → 情報 / セキュ / リティ. Words in Latin letters break at their blanks only. */
export function headPieces(name: string): readonly string[] {
  const runs: { kind: Kind; text: string }[] = []
  for (const character of name) {
    const kind = kindOf(character)
    const last = runs.at(-1)
    // 「生成AI」 stays one: Latin letters and hiragana belong to the character before them.
    if (last !== undefined && (last.kind === kind || kind === 'hiragana' || (kind === 'other' && last.kind === 'kanji' && [...last.text].length <= 2))) {
      last.text += character
      if (kind === 'other') last.kind = 'other'
    } else runs.push({ kind, text: character })
  }
  return runs.flatMap(({ kind, text }) => pieces(text, kind))
}
