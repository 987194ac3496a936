import type { Output } from '../../shared/contract'
import type { CoverageTable } from '../../shared/contract/coverage'
import type { ImportItem } from '../../shared/contract/importing'
import type { PersonRow } from '../../shared/contract/people'
import type { RiskQuestion, RiskTable } from '../../shared/contract/risk'
import type { Moves } from '../../shared/contract/verification'
import type { Result } from '../../shared/model/problem'

/** An import, and how the grades of earlier badges changed with it. */
export type ImportDetail = Output<'import.read'> & { readonly moves: Moves['grades'] }

/** What is lost between two days, with the days. */
export interface DatedRisk extends RiskQuestion {
  readonly table: RiskTable
}

/** The data a report may need, by the name of the need: what the window's own calls return, so that a report has the numbers of the screen. */
export interface NeededData {
  readonly coverage: CoverageTable
  /** Everyone in scope; holders are those with at least one skill that counts. */
  readonly people: Iterable<PersonRow>
  readonly risk: DatedRisk
  readonly import: ImportDetail
  /** Every item of the import in its order, read from the database while it is gone through. */
  readonly importItems: Iterable<ImportItem>
}

export type Need = keyof NeededData

/** How each need is met for one request. A report calls for its own needs only. */
export type Sources = { readonly [Name in Need]: () => Result<NeededData[Name]> }

/** The data of some needs, or the problem of the first that cannot be met. */
export function gather<Needed extends Need>(needs: readonly Needed[], sources: Sources): Result<Pick<NeededData, Needed>> {
  const gathered: Partial<NeededData> = {}
  for (const need of needs) {
    const met = meet(need, sources)
    if (!met.ok) return met
    Object.assign(gathered, met.value)
  }
  return { ok: true, value: gathered as Pick<NeededData, Needed> } // The loop has gone through every need.
}

function meet(need: Need, sources: Sources): Result<Partial<NeededData>> {
  const met = sources[need]()
  return met.ok ? { ok: true, value: { [need]: met.value } } : met
}
