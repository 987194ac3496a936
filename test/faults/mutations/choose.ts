/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number

/** A whole number in [0, below). */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** One of several. */
export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[below(random, values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/** A length that is short as a rule and rarely very long. */
export const someLength = (random: Random, longest: number): number => Math.ceil(longest ** random())

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')
