import { compareUnits } from '../canonicalOrder'
import { type CachedLines, cachedLines } from '../pieces'
import { type Block, type Group, joined, type Ready, type Run } from './statements'

/** Labels under which the lines of a blank node in a repeated part are cached: few badges have more blank nodes. */
const mostLabels = 16

/**
 * The lines of a block in order. For one predicate, texts (`"`) come before addresses (`<`), and both before blank nodes (`_`). Each blank node is an object
 * once, where it is in the document. Null where two statements are equal: those are compared each time.
 */
function readyOf({ tails, open }: Block): Ready | null {
  const byPredicate = Map.groupBy(open, ({ predicate }) => predicate)
  const runs = [...byPredicate].map(([predicate, all]) => ({ key: `${predicate}_`, run: { predicate, objects: all.map(({ object }) => object) } }))
  const sorted = [...tails.map((key) => ({ key, run: null })), ...runs].sort((one, other) => compareUnits(one.key, other.key))
  const stretches: (string[] | Run)[] = []
  for (const [place, { key, run }] of sorted.entries()) {
    if (key === sorted[place - 1]?.key) return null
    const last = stretches.at(-1)
    if (run) stretches.push(run)
    else if (Array.isArray(last)) last.push(key)
    else stretches.push([key])
  }
  return { stretches, written: new Map() }
}

/** Prepares a group for repeated use: what is the same each time is not hashed, sorted or joined again. */
export function makeReady(group: Group): void {
  group.hashes = new Map()
  for (const block of group.blocks) block.ready = readyOf(block)
}

/** The lines with the subject filled in. */
function writtenOf({ stretches, written }: Ready, subject: string): readonly (CachedLines | Run)[] {
  const known = written.get(subject)
  if (known) return known
  const fresh = stretches.map((one) => ('predicate' in one ? one : cachedLines(joined(subject, one))))
  if (written.size < mostLabels) written.set(subject, fresh)
  return fresh
}

/** Adds the lines of one subject, in order. */
export function addReady(pieces: (string | CachedLines)[], ready: Ready, subject: string, labels: readonly string[]): void {
  for (const one of writtenOf(ready, subject)) {
    if ('predicate' in one) pieces.push(openLines(one, subject, labels))
    else pieces.push(one)
  }
}

function openLines({ predicate, objects }: Run, subject: string, labels: readonly string[]): string {
  const own = objects.map((object) => labels[object]!).sort()
  const ends = own.map((label) => `${label} .\n`)
  return joined(subject + predicate, ends)
}
