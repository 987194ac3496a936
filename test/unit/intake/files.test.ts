import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFile } from '../../../electron/intake/files'
import { seeded } from '../../fixtures/reader/mutate'
import { scratch } from '../../fixtures/scratch'
import { good } from '../store/words'

const whole = Uint8Array.from({ length: 700_000 }, (_, at) => (at * 7919) % 251)
const path = join(scratch(), 'file.bin')
writeFileSync(path, whole)

it('a file gives the bytes of any place, fewer only at its end, wherever it was read before', () => {
  const file = good(openFile(path))
  const random = seeded(3)
  const kept: (readonly [Uint8Array, number, number])[] = []
  for (let time = 0; time < 500; time++) {
    const offset = Math.floor(random() * (whole.length + 1000))
    const length = Math.floor(random() * (time % 10 === 0 ? 600_000 : 5000))
    kept.push([file.read(offset, length), offset, length])
  }
  // Bytes read before do not change when others are read.
  for (const [bytes, offset, length] of kept) expect(Buffer.compare(bytes, whole.subarray(offset, offset + length)), `${offset}+${length}`).toBe(0)
  expect(file.size).toBe(whole.length)
  file.close()
})

it('a file that is truncated while it is read gives the rest', () => {
  const cut = join(scratch(), 'cut.bin')
  writeFileSync(cut, whole)
  const file = good(openFile(cut))
  truncateSync(cut, 400_000)
  expect(file.read(399_990, 100)).toEqual(whole.subarray(399_990, 400_000))
  expect(file.read(500_000, 100)).toEqual(new Uint8Array(0))
  appendFileSync(cut, 'more')
  expect(file.read(400_000, 4)).toEqual(new TextEncoder().encode('more'))
  file.close()
})
