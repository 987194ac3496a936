import { expect, it } from 'vitest'
import { beginPack, type Packed, type PackForm, unpack } from '../../../electron/intake/pool/pack'

function pack(lists: readonly (readonly object[])[], form: PackForm): Packed {
  const packer = beginPack(form)
  for (const list of lists) packer.add(list)
  return packer.seal()
}

const file = (text: string) => new TextEncoder().encode(text)
const [one, two] = [file('the first file'), file('二つめ')]

const forms: readonly PackForm[] = ['texts', 'clone']

it.each(forms)('unpacked things equal the packed ones, each with the bytes of its file: %s', (form) => {
  const lists = [
    [
      { kind: 'a', bytes: one },
      { kind: 'b', bytes: one },
    ],
    [],
    [{ kind: 'c' }, { kind: 'd', bytes: two }, { kind: 'e', bytes: file('') }],
  ]
  expect(unpack(pack(lists, form))).toEqual(lists)
})

it.each(forms)('bytes that several things share are packed once, and those of a larger buffer alone: %s', (form) => {
  const window = new Uint8Array(new ArrayBuffer(100_000), 50, 10)
  const { bytes, filesAt } = pack([[{ bytes: one }, { bytes: one }], [{ bytes: window }]], form)
  expect(bytes.byteLength - filesAt).toBe(one.length + 10)
})

it.each(forms)('lists without bytes are packed without any: %s', (form) => {
  const lists = [[{ kind: 'ignored' }], []]
  const { count, filesAt, bytes } = pack(lists, form)
  expect([count, bytes.byteLength]).toEqual([2, filesAt])
  expect(unpack(pack(lists, form))).toEqual(lists)
})

it('texts and lists of every kind are unpacked unchanged', () => {
  const [long, longer] = ['長い文 "𠮷" '.repeat(20), 'x'.repeat(5000)]
  const lists = [
    [{ none: null, yes: true, number: -2.5, empty: '', texts: [], short: ['a', 'b'], one: [7], nested: [[7], [[long]], []] }],
    [{ long, inside: { long, again: [longer, 'short', null, 3] }, text: 'x'.repeat(99), edge: 'x'.repeat(100) }, { long: longer }],
    [],
  ]
  expect(unpack(pack(lists, 'texts'))).toEqual(lists)
  expect(unpack(pack(lists, 'clone'))).toEqual(lists)
})

it('a value that JSON lacks is packed as a clone', () => {
  const lists = [[{ zero: -0 }]]
  expect(unpack(pack(lists, 'clone'))).toEqual(lists)
  expect(unpack(pack(lists, 'texts'))).not.toEqual(lists)
})
