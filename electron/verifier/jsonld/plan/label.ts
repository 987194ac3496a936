import { type CanonicalOrder, compareUnits, comparing, inOrder } from '../canonicalOrder'
import type { CachedLines, Pieces } from '../pieces'
import { firstDegree } from './mentions'
import { addReady } from './ready'
import { type Block, filled, type Group, joined } from './statements'

/** A blank node, its hash, and the list its label goes into. */
interface Hashed {
  readonly hash: string
  readonly labels: string[]
  readonly blank: number
}

/** `_:c14n0`, `_:c14n1`, … in the order of the hashes, for each group; null where two blank nodes have the same hash. A single one needs no hash. */
function labelsOf(groups: readonly Group[], order: CanonicalOrder, digest: 'sha256' | 'sha384'): readonly (readonly string[])[] | null {
  let blanks = 0
  for (const group of groups) blanks += group.blanks
  const all: Hashed[] = []
  const labels: string[][] = []
  for (const group of groups) {
    const own: string[] = []
    labels.push(own)
    if (group.blanks === 0) continue
    const hashes = blanks === 1 ? [''] : firstDegree(group, order, digest)
    for (let blank = 0; blank < hashes.length; blank++) all.push({ hash: hashes[blank]!, labels: own, blank })
  }
  all.sort((one, other) => compareUnits(one.hash, other.hash))
  for (let place = 0; place < all.length; place++) {
    const { hash, labels: own, blank } = all[place]!
    if (hash === all[place - 1]?.hash) return null
    own[blank] = `_:c14n${place}`
  }
  return labels
}

/** A block whose blank nodes have labels. */
interface Labelled {
  readonly subject: string
  readonly block: Block
  /** Of its group. */
  readonly labels: readonly string[]
}

function labelled(groups: readonly Group[], labels: readonly (readonly string[])[]): Labelled[] {
  const all: Labelled[] = []
  for (let index = 0; index < groups.length; index++) {
    const own = labels[index]!
    for (const block of groups[index]!.blocks) {
      const subject = typeof block.subject === 'string' ? block.subject : own[block.subject]!
      all.push({ subject, block, labels: own })
    }
  }
  return all
}

const tailsOf = ({ block, labels }: Labelled): readonly string[] => filled(block, (object) => labels[object]!)

/** Do equal tails of one subject come from equal values? False where blank nodes or numbers are involved. */
function isOne(tail: string, subject: string, blocks: readonly Labelled[]): boolean {
  // Only statements whose object is written out are among these.
  const times = blocks.flatMap(({ block }) => block.tails).filter((one) => one === tail).length
  const alike = blocks.flatMap(({ block }) => block.alike ?? []).filter((one) => one.tail === tail)
  return !subject.startsWith('_:') && times > 0 && alike.every(({ origin }) => origin === 'typed') && [0, times].includes(alike.length)
}

/** The lines of one subject in order, each once; null where two are equal that may stand for different values. */
function sortedLines(subject: string, blocks: readonly Labelled[], order: CanonicalOrder): string | null {
  const tails = inOrder(blocks.flatMap(tailsOf), order)
  const once = tails.filter((tail, place) => tail !== tails[place - 1])
  const repeated = tails.filter((tail, place) => tail === tails[place - 1])
  return repeated.every((tail) => isOne(tail, subject, blocks)) ? joined(subject, once) : null
}

/** Adds the lines of a single block, most of which need no sorting. @returns whether they could be written, as `sortedLines`. */
function addLines(pieces: (string | CachedLines)[], only: Labelled, order: CanonicalOrder): boolean {
  const { subject, block, labels } = only
  if (block.ready && (block.inOrder || order === 'utf-16')) {
    addReady(pieces, block.ready, subject, labels)
    return true
  }
  return addText(pieces, block.inOrder ? joined(subject, tailsOf(only)) : sortedLines(subject, [only], order))
}

function addText(pieces: (string | CachedLines)[], text: string | null): boolean {
  if (text !== null) pieces.push(text)
  return text !== null
}

/**
 * The canonical N-Quads of statements whose blank nodes have different first-degree hashes; null where two have the same.
 *
 * Labels follow the order of the hashes. Groups may be hashed separately, since a first-degree hash depends only on the statements that mention the blank node.
 * Equal hashes need the rest of the algorithm, and two equal lines may come from two different values: the fallback decides.
 *
 * @source RDFC-1.0, section 4.4 (canonicalization), steps 3 to 5 and 7, with every hash unique
 */
export function labelGroups(groups: readonly Group[], order: CanonicalOrder, digest: 'sha256' | 'sha384'): Pieces | null {
  const labels = labelsOf(groups, order, digest)
  if (labels === null) return null
  const compare = comparing(order)
  const all = labelled(groups, labels).sort((one, other) => compare(one.subject, other.subject))
  const pieces: (string | CachedLines)[] = []
  for (let from = 0, to = 0; from < all.length; from = to) {
    const first = all[from]!
    // The same subject may occur at several places, as an issuer that is also the creator.
    while (all[to]?.subject === first.subject) to++
    const isWritten = to === from + 1 ? addLines(pieces, first, order) : addText(pieces, sortedLines(first.subject, all.slice(from, to), order))
    if (!isWritten) return null
  }
  return pieces
}
