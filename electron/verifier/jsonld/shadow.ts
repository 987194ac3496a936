/** Where a plan, or the engine's signature check, and its second opinion did not say the same. */
export interface Difference {
  readonly kind: 'canonical-form' | 'signature'
  /** The contexts of the document, for whoever looks for the reason. */
  readonly contexts: readonly string[]
  /** SHA-256 (hex) of the text by the plan and by stock; the text that was signed twice for a signature. */
  readonly planned: string
  readonly stock: string
}

let planned = true
const found: Difference[] = []

/** May plans be used? They never decide what a verdict is, only how fast it comes. */
export const mayPlan = (): boolean => planned

/** From now on everything goes jsonld's own way; `true` only where nothing is known against plans. */
export function allowPlans(allowed: boolean): void {
  planned = allowed
}

/** One difference is enough: plans are not used again in this process, and whoever runs it is told. */
export function noteDifference(difference: Difference): void {
  planned = false
  found.push(difference)
}

/** The differences found since last asked. */
export const takeDifferences = (): readonly Difference[] => found.splice(0)

/** FNV-1a: a number that nobody can tell from the look of a signature, and the same each time. */
function drawn(signature: string): number {
  let sum = 0x811c9dc5
  for (let index = 0; index < signature.length; index++) sum = Math.imul(sum ^ signature.charCodeAt(index), 0x01000193)
  return sum >>> 0
}

/**
 * Is a document to be looked at a second time? The first of each shape is, and about one in a hundred of the others, chosen by its signature.
 *
 * @param signature Any text that differs from document to document.
 */
export const isDue = (isFirst: boolean, signature: string): boolean => isFirst || drawn(signature) % 100 === 0

let asked = false

/**
 * Is another program asked about the signature as well? It takes many times as long as everything else, and no shape of a document makes a signature's check
 * go wrong: the first that is looked at twice, and one in ten of the others.
 */
export function isDueElsewhere(signature: string): boolean {
  const first = !asked
  asked = true
  return first || drawn(signature) % 1000 === 0
}
