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

/** With `thin`, a cell with two holders or more: it is not short, and shows nothing. */
export const isQuiet = ({ holders, people }: CellCounts, show: Show): boolean => show === 'thin' && people > 0 && !isThin(holders)

/** The classes of a cell: its fill is always the depth, whatever its number shows. Totals have neither fill nor dots; with `thin`, deep cells have no fill. */
export function cellClasses({ holders, apart, people }: CellCounts, total: boolean, show: Show): string {
  if (people === 0) return 'map-cell empty-cell'
  const quiet = isQuiet({ holders, apart, people }, show)
  return classes(
    'map-cell',
    total ? 'sum' : quiet ? 'quiet' : `depth-${fillStep(holders)}`,
    total && holders === 0 && 'zero',
    !total && !quiet && apart > 0 && 'unproven',
  )
}

/** How much of the bar is filled that takes the fill's place in contrast themes: three people fill it. */
export const barShare = (holders: number): string => depthShare(holders).toFixed(2)
