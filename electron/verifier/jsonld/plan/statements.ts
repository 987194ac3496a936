import type { CachedLines } from '../pieces'

/** A subject or object: written out as in N-Quads, or the number of a blank node within its group. */
export type Term = string | number

/** A statement whose object is a blank node. */
export interface Open {
  /** ` <predicate> ` */
  readonly predicate: string
  readonly object: number
  /** How many of the block's `tails` come before it. */
  readonly at: number
}

/** Statements of one predicate whose objects are blank nodes. */
export interface Run {
  readonly predicate: string
  readonly objects: readonly number[]
}

/**
 * The statements of a repeated part about one subject, in the order of UTF-16 units: stretches that are written out, and between them runs whose labels differ
 * from document to document.
 */
export interface Ready {
  readonly stretches: readonly (readonly string[] | Run)[]
  /** The same with the subject, by the subject: a blank node has another label in each document. */
  readonly written: Map<string, readonly (CachedLines | Run)[]>
}

/**
 * The statements about one subject at one place of a document. Statements are sorted by subject first, and no subject is the beginning of another: each is a
 * text in angle brackets, or a label followed by a blank.
 */
export interface Block {
  readonly subject: Term
  /** Statements whose object is written out: ` <predicate> object .` with its line feed. */
  readonly tails: string[]
  readonly open: Open[]
  /** Those of `tails` that may equal another one that comes from a different value; null where there are none. */
  alike: Alike[] | null
  /** The statements are in order, whatever their objects are: see `layout.ts`. */
  inOrder: boolean
  /** For a repeated part: its lines in order. */
  ready: Ready | null
}

/**
 * The kind of value an object comes from. Different values may give the same line: a number and its text, a text with the string datatype and one without.
 * jsonld keeps both; a plan has to know whether two equal lines are one statement.
 */
export type Origin = 'plain' | 'typed' | 'native'

export interface Alike {
  readonly tail: string
  readonly origin: 'typed' | 'native'
}

/**
 * Blocks with blank nodes of their own: no blank node of one group is in another. A document is one group, and so is each repeated part of it (`fragments.ts`).
 */
export interface Group {
  readonly blocks: Block[]
  /** How many blank nodes there are, numbered from 0. */
  blanks: number
  /** Characters for which the orders of code points and UTF-16 units may differ: see `canonicalOrder.ts`. */
  surrogates: boolean
  high: boolean
  /** For a repeated part: first-degree hashes of the blank nodes, by digest and order. */
  hashes: Map<string, readonly string[]> | null
}

export const newGroup = (): Group => ({ blocks: [], blanks: 0, surrogates: false, high: false, hashes: null })

/**
 * Adds a block for a subject.
 *
 * @param inOrder Whether its statements will be added in order.
 */
export function newBlock(group: Group, subject: Term, inOrder = false): Block {
  const block: Block = { subject, tails: [], open: [], alike: null, inOrder, ready: null }
  group.blocks.push(block)
  return block
}

/** Adds a statement whose object is written out. */
export function addTail(block: Block, tail: string, origin: Origin): void {
  block.tails.push(tail)
  if (origin === 'plain') return
  block.alike ??= []
  block.alike.push({ tail, origin })
}

/** Adds a statement. */
export function addStatement(block: Block, predicate: string, object: Term, origin: Origin = 'plain'): void {
  if (typeof object === 'number') block.open.push({ predicate, object, at: block.tails.length })
  else addTail(block, `${predicate}${object} .\n`, origin)
}

/** All statements of a block, those with blank nodes at their places. @param name The label of a blank node. */
export function filled({ tails, open }: Block, name: (object: number) => string): readonly string[] {
  if (open.length === 0) return tails
  const all: string[] = []
  let next = 0
  for (const { predicate, object, at } of open) {
    while (next < at) all.push(tails[next++]!)
    all.push(`${predicate}${name(object)} .\n`)
  }
  while (next < tails.length) all.push(tails[next++]!)
  return all
}

/** The characters of all statements. */
export const lengthOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { blocks }) => sum + blocks.reduce((own, { tails }) => own + tails.reduce((length, tail) => length + tail.length, 0), 0), 0)

/** Each of these tails with the subject before it. `join` takes twice as long over texts that were just concatenated. */
export function joined(subject: string, tails: readonly string[]): string {
  let text = ''
  for (const tail of tails) text += subject + tail
  return text
}
