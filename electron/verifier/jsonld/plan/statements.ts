/** A subject or object: written out as N-Quads have it, or the number of a blank node within its group. */
export type Term = string | number

/**
 * Statements that hang together: no blank node of one group is spoken of in another. A document is one group, and each repeated part of it
 * (`fragments.ts`) one of its own.
 */
export interface Group {
  /** Statements without a blank node, as lines, by where their object comes from: see `Origin`. */
  readonly closed: Readonly<Record<Origin, string[]>>
  /** Statements with one, laid end to end: subject, predicate with a blank on both sides, object. */
  readonly open: Term[]
  /** How many blank nodes there are, numbered from 0. */
  blanks: number
  /** Characters on whose order code points and UTF-16 units may differ: see `canonicalOrder.ts`. */
  surrogates: boolean
  high: boolean
  /** First-degree hashes of the blank nodes, by digest and order. */
  readonly hashes: Map<string, readonly string[]>
}

/**
 * Where a line comes from. Values that are not the same may give the same line: a number and its text, a text with the datatype of texts and one without.
 * stock keeps both; a plan, which sees two equal lines, has to know whether they are one.
 */
export type Origin = 'plain' | 'typed' | 'native'

export const newGroup = (): Group => ({
  closed: { plain: [], typed: [], native: [] },
  open: [],
  blanks: 0,
  surrogates: false,
  high: false,
  hashes: new Map(),
})

/** Adds a statement where it belongs. */
export function state({ closed, open }: Group, subject: Term, predicate: string, object: Term, origin: Origin = 'plain'): void {
  if (typeof subject === 'string' && typeof object === 'string') closed[origin].push(`${subject}${predicate}${object} .\n`)
  else open.push(subject, predicate, object)
}
