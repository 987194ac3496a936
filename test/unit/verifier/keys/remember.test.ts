import { base58 } from '@scure/base'
import { expect, it, vi } from 'vitest'
import { multikey } from '../../../../electron/verifier/keys/multikey'
import { ed25519Key } from '../../../../electron/verifier/keys/publicKey'
import { remember } from '../../../../electron/verifier/remember'

const engine = vi.hoisted(() => ({ refuses: false }))
vi.mock('node:crypto', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:crypto')>()
  return {
    ...real,
    createPublicKey: (input: Parameters<typeof real.createPublicKey>[0]) => {
      if (engine.refuses) throw new Error('as another engine might')
      return real.createPublicKey(input)
    },
  }
})

it('a full cache drops the oldest value, and no other', () => {
  const table = new Map<string, number>()
  for (const [name, value] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const)
    remember(table, 2, name, value)
  expect([...table]).toEqual([
    ['b', 2],
    ['c', 3],
  ])
})

it('more keys than are cached are each read correctly', () => {
  // About half of all y are on the curve; Node accepts any canonical one.
  const bytesOf = (number: number) => Buffer.concat([Buffer.from([number & 0xff, number >> 8]), Buffer.alloc(29, 7), Buffer.from([0x10])])
  const thumbprints = Array.from({ length: 1200 }, (_, number) => {
    const reading = multikey(`z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), bytesOf(number)]))}`)
    return reading.ok ? reading.value.thumbprint : reading.problem.code
  })
  expect(new Set(thumbprints).size).toBe(1200)
  const again = ed25519Key(bytesOf(0))
  expect(again.ok && again.value.thumbprint).toBe(thumbprints[0])
})

it('a key that OpenSSL refuses is malformed, whatever another library accepts', () => {
  engine.refuses = true
  expect(ed25519Key(Buffer.alloc(32, 9))).toEqual({ ok: false, problem: { code: 'key.malformed' } })
  engine.refuses = false
  expect(ed25519Key(Buffer.alloc(32, 9)).ok).toBe(true)
})
