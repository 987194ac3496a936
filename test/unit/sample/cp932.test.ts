import { expect, test } from 'vitest'
import { encodeCp932 } from '../../../electron/sample/cp932'

const hex = (text: string) => Buffer.from(encodeCp932(text)).toString('hex')

test('writes letters of both standards, half-width kana and the extensions of Windows', () => {
  expect(hex('表ソ能A')).toBe('955c835c945c41')
  expect(hex('髙﨑ｱ')).toBe('fbfcfab1b1')
})

test('writes private-use characters at F040 and after, over the gap at 7F', () => {
  expect(hex('\ue000')).toBe('f040')
  expect(hex('\ue03e')).toBe('f07e')
  expect(hex('\ue03f')).toBe('f080')
  expect(hex('\ue0bc')).toBe('f140')
  expect(hex('\ue757')).toBe('f9fc')
})

test('writes a question mark that was meant, and never one that was not', () => {
  expect(hex('?')).toBe('3f')
  expect(() => encodeCp932('𠮷田?')).toThrow(RangeError)
  expect(() => encodeCp932('\ue758')).toThrow(RangeError)
})
