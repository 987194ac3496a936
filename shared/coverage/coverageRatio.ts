/** What a division needs of a skill, and what it has. Both count people, not badges. */
export interface CoverageCell {
  readonly holders: number
  readonly required: number
}

/**
 * The share of a division's requirement for one skill that its people meet.
 *
 * @param cell Holders and required are counts of people, not of badges.
 * @returns 0 (nobody) to 1 (met; a surplus is still 1). `undefined` where nobody is required: no requirement is not "met".
 */
export function coverageRatio(cell: CoverageCell): number | undefined {
  if (cell.required === 0) return undefined
  return Math.min(cell.holders / cell.required, 1)
}
