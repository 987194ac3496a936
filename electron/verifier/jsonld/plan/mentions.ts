import { hash } from 'node:crypto'
import { type CanonicalOrder, inOrder } from '../canonicalOrder'
import { filled, type Group, joined } from './statements'

/** The lines that mention a blank node, as its hash needs them: itself as `a`, every other as `z`. In both orders they come in these three parts. */
interface Mentions {
  /** Those that begin with an address. */
  readonly addressed: string[]
  /** Statements about itself, without the `_:a` before each. */
  own: readonly string[]
  ownInOrder: boolean
  /** Those that begin with `_:z`. */
  readonly others: string[]
}

function mentions({ blocks, blanks }: Group): readonly Mentions[] {
  const all = Array.from({ length: blanks }, (): Mentions => ({ addressed: [], own: [], ownInOrder: true, others: [] }))
  for (const block of blocks) {
    const { subject, open } = block
    for (const { predicate, object } of open) {
      if (typeof subject === 'string') all[object]!.addressed.push(`${subject}${predicate}_:a .\n`)
      else if (subject !== object) all[object]!.others.push(`_:z${predicate}_:a .\n`)
    }
    if (typeof subject === 'string') continue
    const mentioned = all[subject]!
    const lines = filled(block, (object) => (object === subject ? '_:a' : '_:z'))
    mentioned.ownInOrder &&= block.inOrder && mentioned.own.length === 0
    mentioned.own = mentioned.own.length === 0 ? lines : [...mentioned.own, ...lines]
  }
  return all
}

/** First-degree hashes of a group's blank nodes. @source RDFC-1.0, section 4.6 (hash first degree quads) */
export function firstDegree(group: Group, order: CanonicalOrder, digest: 'sha256' | 'sha384'): readonly string[] {
  const name = `${order} ${digest}`
  const known = group.hashes?.get(name)
  if (known) return known
  const hashes = mentions(group).map(({ addressed, own, ownInOrder, others }) => {
    const lines = joined('_:a', ownInOrder ? own : inOrder(own, order))
    return hash(digest, inOrder(addressed, order).join('') + lines + inOrder(others, order).join(''), 'hex')
  })
  group.hashes?.set(name, hashes)
  return hashes
}
