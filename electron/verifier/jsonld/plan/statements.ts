/** A subject or object: written out as N-Quads have it, or the number of a blank node within its group. */
export type Term = string | number

/**
 * What is said of one subject in one place of a document. The subject is written once, since statements are sorted by it first: a text in angle brackets, or
 * a label followed by a blank, is the beginning of no other.
 */
export interface Block {
  readonly subject: Term
  /** Statements whose object is written out: ` <predicate> object .` with its line feed. */
  readonly said: string[]
  /** Statements whose object is a blank node: ` <predicate> `, and its number. */
  readonly open: { readonly predicate: string; readonly object: number }[]
  /** Those of `said` that may look like another without being it: see `Origin`. */
  readonly typed: string[]
  readonly native: string[]
  /** `said` is in the order of UTF-16 units already: that of a part which was written before. */
  sorted: boolean
}

/**
 * Blocks that hang together: no blank node of one group is spoken of in another. A document is one group, and each repeated part of it (`fragments.ts`) one
 * of its own.
 */
export interface Group {
  readonly blocks: Block[]
  /** How many blank nodes there are, numbered from 0. */
  blanks: number
  /** Characters on whose order code points and UTF-16 units may differ: see `canonicalOrder.ts`. */
  surrogates: boolean
  high: boolean
  /** First-degree hashes of the blank nodes, by digest and order. */
  readonly hashes: Map<string, readonly string[]>
}

/**
 * Where an object comes from. Values that are not the same may give the same line: a number and its text, a text with the datatype of texts and one without.
 * stock keeps both; a plan, which sees two equal lines, has to know whether they are one.
 */
export type Origin = 'plain' | 'typed' | 'native'

export const newGroup = (): Group => ({ blocks: [], blanks: 0, surrogates: false, high: false, hashes: new Map() })

/** Begins what is said of a subject. */
export function newBlock(group: Group, subject: Term): Block {
  const block: Block = { subject, said: [], open: [], typed: [], native: [], sorted: false }
  group.blocks.push(block)
  return block
}

/** Adds a statement. */
export function state({ said, open, typed, native }: Block, predicate: string, object: Term, origin: Origin = 'plain'): void {
  if (typeof object === 'number') {
    open.push({ predicate, object })
    return
  }
  const tail = `${predicate}${object} .\n`
  said.push(tail)
  if (origin !== 'plain') (origin === 'typed' ? typed : native).push(tail)
}
