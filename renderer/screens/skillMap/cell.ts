import { depthShare, fillStep, isThin, reach } from '../../../shared/coverage'
import { classes } from '../../components/classes'
import { formatPercent } from '../../words/format'
import type { Show } from './rows'

/** One cell of the map. Counts are people. */
export interface CellCounts {
  readonly holders: number
  readonly apart: number
  readonly people: number
}

/** The number in a cell: people, or their share of those in scope. Nobody in scope is ―. */
export function cellNumber({ holders, people }: CellCounts, show: Show): string {
  const share = reach(holders, people)
  if (share === undefined) return '―'
  return show === 'share' ? formatPercent(share) : String(holders)
}

/** The classes of a cell: its fill is always the depth, whatever its number shows. Totals have neither fill nor dots; with `thin`, deep cells are muted. */
export function cellClasses({ holders, apart, people }: CellCounts, total: boolean, show: Show): string {
  if (people === 0) return 'map-cell empty-cell'
  const quiet = show === 'thin' && !isThin(holders)
  return classes(
    'map-cell',
    total ? 'sum' : quiet ? 'quiet' : `depth-${fillStep(holders)}`,
    total && holders === 0 && 'zero',
    !total && apart > 0 && 'unproven',
  )
}

/** How much of the bar is filled that takes the fill's place in contrast themes: three people fill it. */
export const barShare = (holders: number): string => depthShare(holders).toFixed(2)
