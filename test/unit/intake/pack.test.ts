import { expect, it } from 'vitest'
import { pack, unpack } from '../../../electron/intake/pack'

const file = (text: string) => new TextEncoder().encode(text)
const [one, two] = [file('the first file'), file('二つめ')]

it('things come out as they went in, each with the bytes of its file', () => {
  const lists = [
    [
      { kind: 'a', bytes: one },
      { kind: 'b', bytes: one },
    ],
    [],
    [{ kind: 'c' }, { kind: 'd', bytes: two }, { kind: 'e', bytes: file('') }],
  ]
  expect(unpack(pack(lists))).toEqual(lists)
})

it('bytes that several things share travel once, and those of a larger buffer alone', () => {
  const window = new Uint8Array(new ArrayBuffer(100_000), 50, 10)
  const { bytes, filesAt } = pack([[{ bytes: one }, { bytes: one }], [{ bytes: window }]])
  expect(bytes.byteLength - filesAt).toBe(one.length + 10)
})

it('where nothing has bytes, nothing is put beside', () => {
  const lists = [[{ kind: 'ignored' }], []]
  const { count, filesAt, bytes } = pack(lists)
  expect([count, bytes.byteLength]).toEqual([2, filesAt])
  expect(unpack(pack(lists))).toEqual(lists)
})
