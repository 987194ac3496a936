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

/** The classes of a cell: its fill is always the depth, whatever its number shows. Totals have neither fill nor dots; with `thin`, deep cells are muted. */
export function cellClasses({ holders, apart, people }: CellCounts, total: boolean, show: Show): string {
  if (people === 0) return 'c empty-cell'
  const quiet = show === 'thin' && holders > 1
  return classes('c', total ? 'sum' : quiet ? 'quiet' : `d${depthStep(holders)}`, total && holders === 0 && 'zero', !total && apart > 0 && 'unk')
}

/** How much of the bar is filled that takes the fill's place in contrast themes: three people fill it. */
export const barShare = (holders: number): string => (Math.min(holders, 3) / 3).toFixed(2)
