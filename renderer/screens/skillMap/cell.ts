import { classes } from '../../components/classes'
import { depthStep } from '../../components/DepthSymbol'
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
  if (people === 0) return '―'
  return show === 'share' ? formatPercent(holders / people) : String(holders)
}

/** How a cell looks: its fill is always the depth, whatever its number shows. Totals carry neither fill nor dots, they would always have both; with `thin`, what is deep enough goes quiet. */
export function cellClasses({ holders, apart, people }: CellCounts, total: boolean, show: Show): string {
  if (people === 0) return 'map-cell empty-cell'
  const quiet = show === 'thin' && holders > 1
  return classes(
    'map-cell',
    total ? 'sum' : quiet ? 'quiet' : `depth-${depthStep(holders)}`,
    total && holders === 0 && 'zero',
    !total && apart > 0 && 'unproven',
  )
}

/** How much of the bar is filled that takes the fill's place in contrast themes: three people fill it. */
export const barShare = (holders: number): string => (Math.min(holders, 3) / 3).toFixed(2)
