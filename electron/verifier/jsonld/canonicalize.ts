import { createHash } from 'node:crypto'
import rdfCanonize from 'rdf-canonize'
import type { JsonObject } from '../../../shared/model/json'
import { failure, type Result, success } from '../../../shared/model/problem'
import { type CanonicalOrder, codePointDigest, sortedByCodePoints } from './canonicalOrder'
import { type ContextTable, type ContextText, pinnedContexts } from './contextTable'
import { type CanonicalProblem, type Quad, readDataset } from './dataset'

/** Labels of blank nodes are made with the digest of the suite: SHA-384 for P-384. */
export type LabelDigest = 'sha256' | 'sha384'

/**
 * Steps of labelling after which a document is given up. The hardest honest test of the standard takes 3,000; a poisoned graph reaches the limit within about a
 * second. rdf-canonize's own limit grows with the cube of the number of alike blank nodes and would let a large document run for hours.
 */
const stepLimit = 200_000

/** Counts steps of labelling; rdf-canonize reads `aborted` while it tries permutations. */
function budget(): { readonly signal: { readonly aborted: boolean; readonly reason: string }; spend(): void } {
  let left = stepLimit
  const spend = () => {
    if (--left < 0) throw new RangeError('step limit')
  }
  return {
    spend,
    signal: {
      reason: 'step limit',
      get aborted() {
        return --left < 0
      },
    },
  }
}

function plainDigest(algorithm: LabelDigest): { update(text: string): void; digest(): string } {
  const hash = createHash(algorithm)
  return { update: (text) => void hash.update(text, 'utf8'), digest: () => hash.digest('hex') }
}

/**
 * The canonical N-Quads of a dataset.
 *
 * Problems: `canonicalization.too-complex` where the blank nodes are too much alike to be told apart within the limit.
 *
 * @source RDFC-1.0, section 4.4; its section on dataset poisoning requires the bound on work
 */
export async function labelDataset(dataset: readonly Quad[], order: CanonicalOrder, digest: LabelDigest = 'sha256'): Promise<Result<string, CanonicalProblem>> {
  const { signal, spend } = budget()
  const createMessageDigest = () => {
    spend()
    return order === 'code-point' ? codePointDigest(digest) : plainDigest(digest)
  }
  try {
    const canonical = await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', maxWorkFactor: 3, signal, createMessageDigest })
    return success(order === 'code-point' ? sortedByCodePoints(canonical) : canonical)
  } catch {
    // On a dataset made by jsonld, rdf-canonize throws for one reason only: its limit, or ours, is reached.
    return failure({ code: 'canonicalization.too-complex', at: '' })
  }
}

/** How a document is canonicalized. */
export interface CanonicalForm {
  readonly order: CanonicalOrder
  readonly contextText: ContextText
  readonly digest?: LabelDigest
}

/**
 * The canonical N-Quads of a JSON-LD document, over pinned contexts only. `findBan` decides before this which documents may be canonicalized.
 *
 * @source JSON-LD 1.1 API, section 8.1; RDFC-1.0, section 4.4
 */
export async function canonicalize(
  document: JsonObject,
  { order, contextText, digest }: CanonicalForm,
  table: ContextTable = pinnedContexts,
): Promise<Result<string, CanonicalProblem>> {
  const dataset = await readDataset(document, contextText, table)
  return dataset.ok ? labelDataset(dataset.value, order, digest) : dataset
}
