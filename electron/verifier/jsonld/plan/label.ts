import { hash } from 'node:crypto'
import { type CanonicalOrder, compareCodePoints } from '../canonicalOrder'
import type { Group, Origin, Term } from './statements'

/** Without a comparison, sort compares UTF-16 code units: the other of the two orders. */
const inOrder = (lines: string[], order: CanonicalOrder): string[] => (order === 'code-point' ? lines.sort(compareCodePoints) : lines.sort())

/** Statements that are laid end to end, one after the other. */
function eachOpen({ open }: Group, visit: (subject: Term, predicate: Term, object: Term) => void): void {
  for (let at = 0; at + 2 < open.length; at += 3) visit(open[at]!, open[at + 1]!, open[at + 2]!)
}

const seen = (term: Term, from: Term): string => (typeof term === 'string' ? term : term === from ? '_:a' : '_:z')

/**
 * The hash of each blank node over the statements it is mentioned in: itself as `a`, every other as `z`.
 *
 * @source RDFC-1.0, section 4.6 (hash first degree quads)
 */
function firstDegree(group: Group, order: CanonicalOrder, digest: 'sha256' | 'sha384'): readonly string[] {
  const name = `${order} ${digest}`
  const known = group.hashes.get(name)
  if (known) return known
  const mentions = Array.from({ length: group.blanks }, (): string[] => [])
  eachOpen(group, (subject, predicate, object) => {
    for (const blank of subject === object ? [subject] : [subject, object]) {
      if (typeof blank === 'number') mentions[blank]?.push(`${seen(subject, blank)}${predicate}${seen(object, blank)} .\n`)
    }
  })
  const hashes = mentions.map((lines) => hash(digest, inOrder(lines, order).join(''), 'hex'))
  group.hashes.set(name, hashes)
  return hashes
}

/** `_:c14n0`, `_:c14n1`, … in the order of the hashes, for each group; null where two blank nodes have the same hash. */
function labelsOf(hashes: readonly (readonly string[])[]): readonly (readonly string[])[] | null {
  const labels = new Map<string, string>()
  const all = hashes.flat().sort()
  for (const one of all) labels.set(one, `_:c14n${labels.size}`)
  return labels.size < all.length ? null : hashes.map((list) => list.map((one) => String(labels.get(one))))
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
  const labels = labelsOf(groups.map((group) => firstDegree(group, order, digest)))
  if (labels === null) return null
  const lines: string[] = []
  for (const [index, group] of groups.entries()) {
    for (const some of [group.closed.plain, group.closed.typed, group.closed.native]) for (const line of some) lines.push(line)
    const label = (term: Term) => (typeof term === 'string' ? term : labels[index]?.[term])
    eachOpen(group, (subject, predicate, object) => lines.push(`${label(subject)}${predicate}${label(object)} .\n`))
  }
  inOrder(lines, order)
  const doubled = (line: string, index: number) => index > 0 && line === lines[index - 1]
  if (!lines.some(doubled)) return lines.join('')
  const doubles = lines.filter(doubled)
  return doubles.every((line) => isOne(line, groups)) ? lines.filter((line, index) => !doubled(line, index)).join('') : null
}

/** Do equal lines come from equal values? Of blank nodes, and of numbers, it is not asked further. */
function isOne(line: string, groups: readonly Group[]): boolean {
  const from = (origin: Origin) => groups.some(({ closed }) => closed[origin].includes(line))
  return from('plain') !== from('typed') && !from('native')
}
