import { digits } from '../digits'

const conjunction = new Intl.ListFormat('ja-JP', { type: 'conjunction' })

/** All items in one line: 「A、B、C」. */
export const list = (items: readonly string[]): string => conjunction.format(items)

/** At most `most` items in one line, and how many there are in all: 「A、Bなど7」. */
export const firstOf = (items: readonly string[], most: number): string =>
  `${list(items.slice(0, most))}${items.length > most ? `など${digits(items.length)}` : ''}`
