import { hash } from 'node:crypto'
import { type CanonicalOrder, compareCodePoints } from '../canonicalOrder'
import type { Block, Group, Term } from './statements'

/** Without a comparison, sort compares UTF-16 code units: the other of the two orders. */
const inOrder = (lines: string[], order: CanonicalOrder): string[] => (order === 'code-point' ? lines.sort(compareCodePoints) : lines.sort())

const seen = (term: Term, from: number): string => (typeof term === 'string' ? term : term === from ? '_:a' : '_:z')

/** The lines each blank node is mentioned in, as its hash wants them: itself as `a`, every other as `z`. */
function mentions({ blocks, blanks }: Group): readonly string[][] {
  const lines = Array.from({ length: blanks }, (): string[] => [])
  for (const { subject, said, open } of blocks) {
    if (typeof subject === 'number') for (const tail of said) lines[subject]!.push(`_:a${tail}`)
    for (const { predicate, object } of open) {
      lines[object]!.push(`${seen(subject, object)}${predicate}_:a .\n`)
      if (typeof subject === 'number' && subject !== object) lines[subject]!.push(`_:a${predicate}_:z .\n`)
    }
  }
  return lines
}

/** @source RDFC-1.0, section 4.6 (hash first degree quads) */
function firstDegree(group: Group, order: CanonicalOrder, digest: 'sha256' | 'sha384'): readonly string[] {
  const name = `${order} ${digest}`
  const known = group.hashes.get(name)
  if (known) return known
  const hashes = mentions(group).map((lines) => hash(digest, inOrder(lines, order).join(''), 'hex'))
  group.hashes.set(name, hashes)
  return hashes
}

/**
 * `_:c14n0`, `_:c14n1`, … in the order of the hashes, for each group; null where two blank nodes have the same hash. A single one is the first, whatever its
 * hash.
 */
function labelsOf(groups: readonly Group[], order: CanonicalOrder, digest: 'sha256' | 'sha384'): readonly (readonly string[])[] | null {
  if (groups.reduce((sum, { blanks }) => sum + blanks, 0) === 1) return groups.map(({ blanks }) => (blanks === 1 ? ['_:c14n0'] : []))
  const hashes = groups.map((group) => firstDegree(group, order, digest))
  const labels = new Map<string, string>()
  const all = hashes.flat().sort()
  for (const one of all) labels.set(one, `_:c14n${labels.size}`)
  return labels.size < all.length ? null : hashes.map((list) => list.map((one) => String(labels.get(one))))
}

/** What is said of one subject, its objects labelled, still in any order. */
interface Labelled extends Pick<Block, 'typed' | 'native' | 'sorted'> {
  readonly tails: string[]
  /** Those of the tails that end in a label. */
  readonly open: readonly string[]
}

function labelled({ said, open, typed, native, sorted }: Block, labels: readonly string[]): Labelled {
  const ended = open.map(({ predicate, object }) => `${predicate}${labels[object]} .\n`)
  return { tails: [...said, ...ended], open: ended, typed, native, sorted: sorted && ended.length === 0 }
}

/** The same subject in two places, as an issuer that is also the creator. */
const together = (one: Labelled, other: Labelled): Labelled => ({
  tails: [...one.tails, ...other.tails],
  open: [...one.open, ...other.open],
  typed: [...one.typed, ...other.typed],
  native: [...one.native, ...other.native],
  sorted: false,
})

/** Do equal tails come from equal values? Of what is said of or with blank nodes, and of numbers, it is not asked further. */
function isOne(tail: string, subject: string, { tails, open, typed, native }: Labelled): boolean {
  const count = (list: readonly string[]) => list.filter((one) => one === tail).length
  return !subject.startsWith('_:') && !open.includes(tail) && !native.includes(tail) && [0, count(tails)].includes(count(typed))
}

/** The lines of one subject in order, each once; null where two are equal that may stand for different values. */
function written(subject: string, block: Labelled, order: CanonicalOrder): string | null {
  const tails = block.sorted && order === 'utf-16' ? block.tails : inOrder(block.tails, order)
  let text = ''
  for (let at = 0; at < tails.length; at++) {
    const tail = tails[at]!
    if (at === 0 || tail !== tails[at - 1]) text += subject + tail
    else if (!isOne(tail, subject, block)) return null
  }
  return text
}

/**
 * The canonical N-Quads of statements whose blank nodes can all be told apart by what is said of each; null where they cannot.
 *
 * Labels follow the order of the hashes. Why groups may be hashed apart: a first-degree hash depends on the statements a blank node is mentioned in and
 * nothing else. Equal hashes need the rest of the algorithm, and two equal lines may stand for two values that only look alike: stock decides.
 *
 * @source RDFC-1.0, section 4.4 (canonicalization), steps 3 to 5 and 7, with every hash unique
 */
export function labelGroups(groups: readonly Group[], order: CanonicalOrder, digest: 'sha256' | 'sha384'): string | null {
  const labels = labelsOf(groups, order, digest)
  if (labels === null) return null
  const bySubject = new Map<string, Labelled>()
  for (const [index, { blocks }] of groups.entries()) {
    for (const block of blocks) {
      const subject = typeof block.subject === 'string' ? block.subject : labels[index]![block.subject]!
      const known = bySubject.get(subject)
      const fresh = labelled(block, labels[index]!)
      bySubject.set(subject, known ? together(known, fresh) : fresh)
    }
  }
  let text = ''
  for (const subject of inOrder([...bySubject.keys()], order)) {
    const lines = written(subject, bySubject.get(subject)!, order)
    if (lines === null) return null
    text += lines
  }
  return text
}
