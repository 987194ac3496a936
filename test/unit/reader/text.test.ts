import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText, encodeCp932, unwritableCharacters } from '../../../electron/reader'

const sample = '職員番号,氏名\r\n00123,髙橋 花子\r\n00124,①﨑山 太郎\r\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', Buffer.from(sample)],
    ['utf-8-bom', Buffer.from(`\ufeff${sample}`)],
    ['cp932', iconv.encode(sample, 'cp932')],
    ['utf-16le', Buffer.from(`\ufeff${sample}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${sample}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(sample, 'utf16le')],
    ['utf-16be', Buffer.from(sample, 'utf16le').swap16()],
  ])('recognises %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: sample, encoding })
  })
  it('reads plain ASCII and an empty file as UTF-8', () => {
    expect(decodeText(Buffer.from('a,b'))).toEqual({ text: 'a,b', encoding: 'utf-8' })
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
  })
  it('keeps a UTF-8 file with one broken byte UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('生活福祉課の名簿です。'), Buffer.from([0xe3, 0x81]), Buffer.from('\n中央 太郎')])
    expect(decodeText(bytes)).toEqual({ text: '生活福祉課の名簿です。\ufffd\n中央 太郎', encoding: 'utf-8' })
  })
  it('keeps 外字 of CP932 as private-use characters', () => {
    expect(decodeText(Buffer.from([0x93, 0xfa, 0xf0, 0x40, 0x96, 0x7b]))).toEqual({ text: '日\ue000本', encoding: 'cp932' })
  })
})

describe('unwritableCharacters', () => {
  it.each([
    ['𠮷田 鷗外 〜 −5', ['𠮷', '鷗', '〜', '−']],
    ['髙﨑①㈱ ﾊﾝｶｸ ～ －', []],
    ['辻\u{e0100}', ['辻\u{e0100}']],
    ['é𠮷é', ['é', '𠮷']],
  ])('of %s are %j', (text, expected) => {
    expect(unwritableCharacters(text)).toEqual(expected)
  })
  it('are none exactly where the text is decoded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(iconv.decode(Buffer.from(encodeCp932(text)), 'cp932') === text).toBe(unwritableCharacters(text).length === 0)
      }),
      { numRuns: 300, seed: 20260401 },
    )
  })
})
