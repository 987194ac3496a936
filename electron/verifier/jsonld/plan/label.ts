import { hash } from 'node:crypto'
import { type CanonicalOrder, compareCodePoints } from '../canonicalOrder'
import type { Group, Origin, Term } from './statements'

/** Without a comparison, sort compares UTF-16 code units: the other of the two orders. */
const inOrder = (lines: string[], order: CanonicalOrder): string[] => (order === 'code-point' ? lines.sort(compareCodePoints) : lines.sort())

const seen = (term: Term, of: number): string => (typeof term === 'string' ? term : term === of ? '_:a' : '_:z')

/** The lines each blank node is mentioned in, as its hash wants them: itself as `a`, every other as `z`. */
function mentions({ open, blanks }: Group): readonly string[][] {
  const lines = Array.from({ length: blanks }, (): string[] => [])
  for (let at = 0; at < open.length; at += 3) {
    const [subject, predicate, object] = open.slice(at, at + 3) as [Term, string, Term] // Laid three by three.
    const add = (of: number) => lines[of]?.push(`${seen(subject, of)}${predicate}${seen(object, of)} .\n`)
    if (typeof subject === 'number') add(subject)
    if (typeof object === 'number' && object !== subject) add(object)
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
 * The canonical N-Quads of statements whose blank nodes can all be told apart by what is said of each; null where they cannot.
 *
 * Labels follow the order of the hashes. Why groups may be hashed apart: a first-degree hash depends on the statements a blank node is mentioned in and
 * nothing else. Equal hashes need the rest of the algorithm, and two equal lines may stand for two values that only look alike: stock decides.
 *
 * @source RDFC-1.0, section 4.4 (canonicalization), steps 3 to 5 and 7, with every hash unique
 */
export function labelGroups(groups: readonly Group[], order: CanonicalOrder, digest: 'sha256' | 'sha384'): string | null {
  const hashes = groups.map((group) => firstDegree(group, order, digest))
  const labels = new Map(
    hashes
      .flat()
      .sort()
      .map((one, place) => [one, `_:c14n${place}`]),
  )
  if (labels.size < hashes.reduce((sum, { length }) => sum + length, 0)) return null
  const lines: string[] = []
  for (const [index, { closed, open }] of groups.entries()) {
    for (const of of [closed.plain, closed.typed, closed.native]) for (const line of of) lines.push(line)
    const label = (term: Term): string => (typeof term === 'string' ? term : String(labels.get(String(hashes[index]?.[term]))))
    for (let at = 0; at < open.length; at += 3) lines.push(`${label(open[at]!)}${open[at + 1]}${label(open[at + 2]!)} .\n`)
  }
  inOrder(lines, order)
  const doubled = (line: string, index: number) => index > 0 && line === lines[index - 1]
  const doubles = lines.filter(doubled)
  if (doubles.length === 0) return lines.join('')
  return doubles.every((line) => isOne(line, groups)) ? lines.filter((line, index) => !doubled(line, index)).join('') : null
}

/** Do equal lines come from equal values? Of blank nodes, and of numbers, it is not asked further. */
function isOne(line: string, groups: readonly Group[]): boolean {
  const from = (origin: Origin) => groups.some(({ closed }) => closed[origin].includes(line))
  return from('plain') !== from('typed') && !from('native')
}
