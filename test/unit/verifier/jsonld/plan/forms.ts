import { canonicalize } from '../../../../../electron/verifier/jsonld/canonicalize'
import type { CanonicalOrder } from '../../../../../electron/verifier/jsonld/canonicalOrder'
import { type ContextTable, pinnedContexts } from '../../../../../electron/verifier/jsonld/contextTable'
import { sourceOf } from '../../../../../electron/verifier/jsonld/dataset'
import { wholeOf } from '../../../../../electron/verifier/jsonld/pieces'
import { labelGroups, planStatements } from '../../../../../electron/verifier/jsonld/plan'
import type { JsonObject } from '../../../../../shared/model/json'

/** The canonical form by the document's plan; null where the plan leaves it to the fallback. */
export async function planned(document: JsonObject, order: CanonicalOrder = 'code-point', table: ContextTable = pinnedContexts): Promise<string | null> {
  const statements = await planStatements(document, sourceOf(table, 'newer'))
  const pieces = statements && labelGroups(statements.groups, order, 'sha256')
  return pieces && wholeOf(pieces)
}

/** The results of plan and fallback for one document. */
export interface Tally {
  alike: number
  /** The plan leaves to the fallback what jsonld can write. */
  left: number
  /** Neither writes it. */
  refused: number
  /** Forbidden: the plan writes another text, or writes what jsonld refuses. */
  readonly faults: string[]
}

export const newTally = (): Tally => ({ alike: 0, left: 0, refused: 0, faults: [] })

/** Both ways on one document. */
export async function compareForms(
  document: JsonObject,
  tally: Tally,
  order: CanonicalOrder = 'code-point',
  table: ContextTable = pinnedContexts,
): Promise<void> {
  const [ours, stock] = [await planned(document, order, table), await canonicalize(document, { order, contextText: 'newer' }, table)]
  if (ours === null && stock.ok) tally.left += 1
  else if (ours === null) tally.refused += 1
  else if (stock.ok && stock.value === ours) tally.alike += 1
  else tally.faults.push(`${stock.ok ? 'other statements' : `stock refuses: ${stock.problem.code}`}: ${JSON.stringify(document)}`)
}
