/** A subject or object: written out as N-Quads have it, or the number of a blank node within its group. */
export type Term = string | number

/**
 * Statements that hang together: no blank node of one group is spoken of in another. A document is one group, and each repeated part of it
 * (`fragments.ts`) one of its own.
 */
export interface Group {
  /** Statements without a blank node, as lines. */
  readonly closed: string[]
  /** Statements with one, laid end to end: subject, predicate with a blank on both sides, object. */
  readonly open: Term[]
  /** How many blank nodes there are, numbered from 0. */
  blanks: number
  /** A line may stand for two values that are not the same: a number and its text, a text with and without its datatype. */
  alike: boolean
  /** Characters on whose order code points and UTF-16 units may differ: see `canonicalOrder.ts`. */
  surrogates: boolean
  high: boolean
  /** First-degree hashes of the blank nodes, by digest and order. */
  readonly hashes: Map<string, readonly string[]>
}

export const newGroup = (): Group => ({ closed: [], open: [], blanks: 0, alike: false, surrogates: false, high: false, hashes: new Map() })

/** Adds a statement where it belongs. */
export function state(group: Group, subject: Term, predicate: string, object: Term): void {
  if (typeof subject === 'string' && typeof object === 'string') group.closed.push(`${subject}${predicate}${object} .\n`)
  else group.open.push(subject, predicate, object)
}
