import { createHash } from 'node:crypto'

/** A stream of choices that depends on nothing but its seed and label: the same two always choose alike. */
export interface Random {
  /** A number in `[0, 1)`. */
  next(): number
  /** A whole number in `[0, limit)`. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  /** One of the items, each as likely as its weight among all weights. */
  pickWeighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item
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
  const present = <Item>(item: Item | undefined): Item => {
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    below,
    pick: (items) => present(items[below(items.length)]),
    pickWeighted: (items, weightOf) => {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0)
      for (const item of items) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      return present(items.at(-1))
    },
    chance: (share) => next() < share,
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
    shuffled: (items) => {
      const shuffled = [...items]
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const [one, two] = [shuffled[at], shuffled[other]]
        /* Both places exist: `other` is at most `at`, and `at` is inside the list. */
        shuffled[at] = two as (typeof shuffled)[number]
        shuffled[other] = one as (typeof shuffled)[number]
      }
      return shuffled
    },
  }
}

/** A text in the shape of a random UUID. */
export const uuid = (random: Random): string => `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`
