import type { CoverageTable } from '../../../shared/contract/coverage'
import type { Text } from '../../../shared/text'

/** Who is left out of the numbers, each group with its count. */
export function leftPeople({ onLeave, leavers }: Pick<CoverageTable['left'], 'onLeave' | 'leavers'>, { shell, skillMap: { band } }: Text): string {
  const parts = [...(onLeave > 0 ? [band.onLeave(onLeave)] : []), ...(leavers > 0 ? [band.leavers(leavers)] : [])]
  return parts.length === 0 ? band.nobodyLeft : shell.list(parts)
}
