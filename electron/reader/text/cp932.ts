import iconv from 'iconv-lite'

/** Text as bytes of code page 932. Characters it lacks become `?`: ask `unwritableCharacters` first. */
export const encodeCp932 = (text: string): Uint8Array => iconv.encode(text, 'cp932')

/** Which characters are known to survive, by character: one answer each for the life of the process. */
const writable = new Map<string, boolean>()

/**
 * Which characters of the text would not come back as themselves from a CP932 file?
 *
 * Each is written and read again: `𠮷`, `鷗`, `−` and `〜` are lost without a word by the encoder. A variation selector (異体字) is named with the
 * character it belongs to.
 *
 * @returns Each once, in order of appearance.
 */
export function unwritableCharacters(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [character] of text.matchAll(/.[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?/gsu)) {
    let survives = writable.get(character)
    if (survives === undefined) {
      survives = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
      writable.set(character, survives)
    }
    if (!survives) found.add(character)
  }
  return [...found]
}
