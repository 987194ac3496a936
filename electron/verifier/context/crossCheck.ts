/** Two computations that should give the same result and do not: by a canonicalization plan and by jsonld, or by Node's crypto and by noble. */
export interface Mismatch {
  readonly kind: 'canonical-form' | 'signature'
  /** The contexts of the document, for finding the cause. */
  readonly contexts: readonly string[]
  /** SHA-256 (hex) of the text by the plan and by jsonld; for a signature, of the signed text both times. */
  readonly planned: string
  readonly stock: string
}

/**
 * Whether canonicalization plans are used, and the mismatches that cross-checks found. A process or worker thread makes one at its entry and passes it on
 * with each context. Plans never change a verdict, only the time it takes.
 */
export interface CrossCheck {
  mayPlan(): boolean
  /** Switches plans off; nothing switches them on again. */
  disablePlans(): void
  /** Records a mismatch and switches plans off. */
  report(mismatch: Mismatch): void
  /** The mismatches since the last call. */
  takeMismatches(): readonly Mismatch[]
  /**
   * Must noble verify this signature too? It takes many times as long as all other steps, and no shape of a document affects a signature check: only the first
   * signature that is cross-checked, and one in ten of the others.
   */
  needsSecondLibrary(signature: string): boolean
}

export function makeCrossCheck(): CrossCheck {
  const found: Mismatch[] = []
  let planned = true
  let hasAsked = false
  return {
    mayPlan: () => planned,
    disablePlans: () => {
      planned = false
    },
    report: (mismatch) => {
      planned = false
      found.push(mismatch)
    },
    takeMismatches: () => found.splice(0),
    needsSecondLibrary: (signature) => {
      const isFirst = !hasAsked
      hasAsked = true
      return isFirst || sample(signature) % 1000 === 0
    },
  }
}

/** FNV-1a: a number that is not predictable from the look of a signature, and the same each time. */
function sample(signature: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < signature.length; index++) sum = Math.imul(sum ^ signature.charCodeAt(index), 0x01000193)
  return sum >>> 0
}

/**
 * Is a planned text cross-checked by jsonld? The first of each shape is, and about one in a hundred of the others, chosen by its signature.
 *
 * @param signature Any text that differs from document to document.
 */
export const needsCrossCheck = (isFirst: boolean, signature: string): boolean => isFirst || sample(signature) % 100 === 0
