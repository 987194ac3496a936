import { type Block, joined } from './statements'

/** Statements of one predicate whose objects are blank nodes. */
interface Run {
  readonly predicate: string
  readonly objects: readonly number[]
}

/**
 * What a repeated part says of one subject, in the order of UTF-16 units: stretches that are written out, and runs between them whose labels differ from
 * document to document.
 */
export interface Ready {
  readonly stretches: readonly (readonly string[] | Run)[]
  /** The same with the subject, by the subject: that of a blank node has another label in each document. */
  readonly written: Map<string, readonly (string | Run)[]>
}

/** Labels under which a blank node of a repeated part is kept written out: badges have no more blank nodes than about this. */
const mostLabels = 16

/**
 * What need not be sorted again of a repeated part; null where two statements are equal, which is looked into each time.
 *
 * Of one predicate, texts (`"`) come before addresses (`<`), and both before blank nodes (`_`). Each blank node is spoken of as an object once, where it
 * stands in the document.
 */
export function readyOf({ tails, open }: Block): Ready | null {
  const byPredicate = Map.groupBy(open, ({ predicate }) => predicate)
  const runs = [...byPredicate].map(([predicate, all]) => ({ key: `${predicate}_`, run: { predicate, objects: all.map(({ object }) => object) } }))
  const sorted = [...tails.map((key) => ({ key, run: null })), ...runs].sort((one, other) => (one.key < other.key ? -1 : 1))
  const stretches: (string[] | Run)[] = []
  for (const [place, { key, run }] of sorted.entries()) {
    if (place > 0 && key === sorted[place - 1]!.key) return null
    const last = stretches.at(-1)
    if (run) stretches.push(run)
    else if (Array.isArray(last)) last.push(key)
    else stretches.push([key])
  }
  return { stretches, written: new Map() }
}

/** With the subject in its place. */
function writtenOf({ stretches, written }: Ready, subject: string): readonly (string | Run)[] {
  const known = written.get(subject)
  if (known) return known
  const fresh = stretches.map((one) => ('predicate' in one ? one : joined(subject, one)))
  if (written.size < mostLabels) written.set(subject, fresh)
  return fresh
}

/** The lines of one subject, in order. */
export function readyLines(ready: Ready, subject: string, labels: readonly string[]): string {
  let text = ''
  for (const one of writtenOf(ready, subject)) {
    if (typeof one === 'string') text += one
    else for (const label of one.objects.map((object) => labels[object]!).sort()) text += `${subject}${one.predicate}${label} .\n`
  }
  return text
}
