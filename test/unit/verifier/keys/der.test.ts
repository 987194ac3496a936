import { describe, expect, it } from 'vitest'
import { derElements, derInteger, derMagnitude, derOf, derSequence, derTag } from '../../../../electron/verifier/keys/der'

describe('DER', () => {
  it.each([0, 1, 127, 128, 255, 256, 60_000])('of %i bytes is read back as it was written', (length) => {
    const content = Buffer.alloc(length, 7)
    expect(derElements(derOf(derTag.bitString, content))).toEqual([{ tag: derTag.bitString, content }])
    expect(derSequence(derOf(derTag.sequence, derOf(derTag.bitString, content)))?.length).toBe(1)
  })
  it.each(['01', '7f', '80', 'ff00', 'ffffffffff'])('gives the magnitude %s of an integer back', (hex) => {
    const magnitude = Buffer.from(hex, 'hex')
    const [element] = derElements(derInteger(magnitude)) ?? []
    expect(element && derMagnitude(element)).toEqual(magnitude)
  })
  it('has a zero without a magnitude, and no other zeros before one', () => {
    const magnitude = (hex: string) => derMagnitude({ tag: derTag.integer, content: Buffer.from(hex, 'hex') })
    expect([magnitude('00')?.length, magnitude('0000'), magnitude('007f'), magnitude('ff'), magnitude('')]).toEqual([0, null, null, null, null])
  })
})
