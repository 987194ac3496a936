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
  /* Private-use characters, which the library does not know, stand between stretches that it writes as a whole. */
  return Buffer.concat(
    text.split(/([\ue000-\uf8ff])/).map((stretch) => {
      const own = stretch.length === 1 ? privateUse(stretch.charCodeAt(0)) : undefined
      if (own) return Uint8Array.from(own)
      const encoded = iconv.encode(stretch, 'cp932')
      const lost = encoded.filter((byte) => byte === questionMark).length - (stretch.split('?').length - 1)
      if (lost > 0) throw new RangeError(`CP932 cannot write all of ${stretch.slice(0, 80)}`)
      return encoded
    }),
  )
}
