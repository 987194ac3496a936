import { createHash } from 'node:crypto'

/** A stream of choices that depends on nothing but its seed and label: the same two always choose alike. */
export interface Random {
  /** A number in `[0, 1)`. */
  next(): number
  /** A whole number in `[0, limit)`. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean
  /** Lower-case hexadecimal text of `length` digits. */
  hex(length: number): string
  shuffled<Item>(items: readonly Item[]): readonly Item[]
}

/**
 * A seeded stream of choices: sfc32, its state taken from SHA-256 over seed and label. For a fictitious city only; never for secrets.
 *
 * @param label Separate labels give separate streams, so that a further choice in one place moves nothing in another.
 */
export function makeRandom(seed: number, label: string): Random {
  const digest = createHash('sha256').update(`sample city ${seed} ${label}`).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    chance: (share) => next() < share,
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
    shuffled: (items) => {
      const left = [...items]
      const shuffled: (typeof left)[number][] = []
      while (left.length > 0) shuffled.push(...left.splice(below(left.length), 1))
      return shuffled
    },
  }
}

/** A text in the shape of a random UUID. */
export const uuid = (random: Random): string => `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`
