import { createHash, type Hash } from 'node:crypto'

/**
 * The order in which canonical N-Quads are sorted. RDFC-1.0 requires code points; rdf-canonize, with which most badges are signed, sorts by UTF-16 code units.
 * The two differ only where a text has both a character above U+FFFF (a surrogate pair, such as 𠮷) and one from U+E000 to U+FFFF (full-width forms).
 *
 * @source RDFC-1.0, sections 4.4 (canonicalization) and 4.6 (hash first degree quads), which sort in code point order
 */
export type CanonicalOrder = 'code-point' | 'utf-16'

/** Can the two orders differ on this text? Each alone sorts the same either way. */
export const ordersMayDiffer = (text: string): boolean => /[\uD800-\uDFFF]/.test(text) && /[\uE000-\uFFFF]/.test(text)

/** Surrogates stand for code points above all other code units, but sort below U+E000: adding 0x10000 gives the order of code points. */
const lifted = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** Compares two texts by code points. */
export function compareCodePoints(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let index = 0; index < shorter; index++) {
    const difference = lifted(left.charCodeAt(index)) - lifted(right.charCodeAt(index))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Compares two texts by UTF-16 code units, as V8 does. */
export const compareUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

export const comparing = (order: CanonicalOrder): ((left: string, right: string) => number) => (order === 'code-point' ? compareCodePoints : compareUnits)

/** Texts in that order. Without a comparison, sort compares UTF-16 code units: the other of the two orders. */
export const inOrder = (texts: readonly string[], order: CanonicalOrder): readonly string[] =>
  texts.length < 2 ? texts : texts.toSorted(order === 'code-point' ? compareCodePoints : undefined)

/** Sorts canonical N-Quads, one quad a line, by code points. Line feeds inside literals are escaped, so a line is a quad. */
export const sortedByCodePoints = (canonical: string): string =>
  canonical
    .split('\n')
    .slice(0, -1)
    .sort(compareCodePoints)
    .map((line) => `${line}\n`)
    .join('')

/**
 * A digest for rdf-canonize that sorts whole quads by code points before it hashes them. Labels of blank nodes depend on such a hash (first degree), so sorting
 * the result alone is not enough. All other inputs of the algorithm are hex digits, labels and predicates, never whole quads, and keep their order.
 */
export function codePointDigest(algorithm: 'sha256' | 'sha384'): { update(text: string): void; digest(): string } {
  const parts: string[] = []
  return {
    update: (text) => void parts.push(text),
    digest: () => {
      const quads = parts.every((part) => part.endsWith(' .\n'))
      const hash: Hash = createHash(algorithm)
      for (const part of quads ? parts.sort(compareCodePoints) : parts) hash.update(part, 'utf8')
      return hash.digest('hex')
    },
  }
}
