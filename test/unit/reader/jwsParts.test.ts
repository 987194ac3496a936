import { describe, expect, it } from 'vitest'
import { jwsParts } from '../../../electron/reader/jws/jwsParts'
import { looksLikeJws } from '../../../electron/reader/jws/looksLikeJws'

const shown = (text: string) => jwsParts(text).map(({ text: own, bytes, isExact }) => [own, bytes.toString('latin1'), isExact])

describe('the parts of a token', () => {
  it('are each the text between two points, and its bytes', () => {
    expect(shown('e30.YQ.')).toEqual([
      ['e30', '{}', true],
      ['YQ', 'a', true],
      ['', '', true],
    ])
  })
  it('are those of the text asked about, whichever was asked about before', () => {
    const [one, other] = ['e30.YQ.YQ', 'e30.YQ.Yg']
    const answers = [one, other, one, one].map((text) => jwsParts(text)[2]?.bytes.toString('latin1'))
    expect(answers).toEqual(['a', 'b', 'a', 'a'])
  })
  it.each(['YR', 'YQ==', 'Y+8', 'Y Q', 'Y'])('are not exact where they are not in canonical form: %j', (part) => {
    expect(jwsParts(`e30.${part}.YQ`).map(({ isExact }) => isExact)).toEqual([true, false, true])
  })
  it('are four at most, which shows that a text with more is no token', () => {
    expect(jwsParts('e30.YQ.YQ.YQ.YQ.YQ')).toHaveLength(4)
    expect(jwsParts('')).toHaveLength(1)
    expect(['e30.YQ.YQ', 'e30.YR.', 'IHt9.YQ.YQ', 'e30.YQ', 'e30.YQ.YQ.YQ', '.YQ.YQ', 'YQ.YQ.YQ', 'e30.Y Q.YQ'].map(looksLikeJws)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
