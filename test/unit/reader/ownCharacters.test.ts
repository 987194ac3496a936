import { describe, expect, it } from 'vitest'
import { decodeText, encodeCp932, unwritableCharacters } from '../../../electron/reader'

/** All 1,880 places the code page leaves to the user, in order. */
const ownBytes = Array.from({ length: 10 }, (_, lead) =>
  Array.from({ length: 189 }, (_, trail) => [0xf0 + lead, 0x40 + trail]).filter(([, trail]) => trail !== 0x7f),
).flat()

describe('外字 in CP932', () => {
  it('are read as the private-use characters of Windows, the last one included', () => {
    expect(ownBytes).toHaveLength(1880)
    const { text, encoding } = decodeText(Uint8Array.from(ownBytes.flat()))
    expect(encoding).toBe('cp932')
    expect([...text].map((character) => character.codePointAt(0))).toEqual(Array.from({ length: 1880 }, (_, place) => 0xe000 + place))
  })

  it('are written as the bytes they came from, among other characters', () => {
    const name = Uint8Array.from([0xf0, 0x40, ...encodeCp932('田　昭仁,髙'), 0xf9, 0xfc])
    const { text } = decodeText(name)
    expect(text).toBe('\ue000田　昭仁,髙\ue757')
    expect(encodeCp932(text)).toEqual(Buffer.from(name))
    expect(unwritableCharacters(text)).toEqual([])
  })

  it('are not found in the second byte of another character', () => {
    expect(decodeText(encodeCp932('ソ表能予構')).text).toBe('ソ表能予構')
  })

  it('beyond the 1,880 places cannot be written', () => {
    expect(unwritableCharacters('\ue758𠮷')).toEqual(['\ue758', '𠮷'])
  })
})
