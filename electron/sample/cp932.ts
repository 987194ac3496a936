import iconv from 'iconv-lite'

const questionMark = 0x3f

/** Private-use U+E000–U+E757 stand at F040–F9FC, 188 to a lead byte: 外字 of one city, nothing to anybody else. */
function privateUse(codePoint: number): readonly [number, number] | undefined {
  const index = codePoint - 0xe000
  if (index < 0 || index >= 10 * 188) return undefined
  const cell = index % 188
  return [0xf0 + Math.floor(index / 188), 0x40 + cell + (cell >= 63 ? 1 : 0)]
}

/**
 * Text in CP932, private-use characters included.
 *
 * @throws RangeError where a character cannot be written: the sample never writes `?` in silence.
 */
export function encodeCp932(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const own = privateUse(character.codePointAt(0) ?? 0)
    const encoded = own ?? [...iconv.encode(character, 'cp932')]
    if (encoded.length === 1 && encoded[0] === questionMark && character !== '?') throw new RangeError(`CP932 cannot write ${character}`)
    bytes.push(...encoded)
  }
  return Uint8Array.from(bytes)
}
