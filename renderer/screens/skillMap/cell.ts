import { depthShare, fillStep, isThin, reach } from '../../../shared/coverage'
import { classes } from '../../components/classes'
import { formatPercent } from '../../words/format'
import { isBelowNeed } from './needs'
import type { Show } from './rows'

/** One cell of the map. Counts are people. */
export interface CellCounts {
  readonly holders: number
  readonly apart: number
  readonly people: number
  /** People required; null or absent where nothing is. */
  readonly required?: number | null
}

/** The number in a cell: people, or their share of those in scope. Nobody in scope is ―. */
export function cellNumber({ holders, people }: CellCounts, show: Show): string {
  const share = reach(holders, people)
  if (share === undefined) return '―'
  return show === 'share' ? formatPercent(share) : String(holders)
}

/**
 * Whether a cell shows nothing: with `thin`, one that is not short. Where the map has needs, a cell is short below its own; without any, with 0 or 1 holder.
 * @param anyNeed Whether any cell of the map has a need.
 */
export function isQuiet({ holders, people, required }: CellCounts, show: Show, anyNeed = false): boolean {
  return show === 'thin' && (anyNeed ? !isBelowNeed(holders, required) : people > 0 && !isThin(holders))
}

/**
 * The classes of a cell: its fill is always the depth, whatever its number shows. Totals have neither fill nor dots; with `thin`, cells that are not short have
 * no fill. A cell below its need is framed.
 * @param anyNeed Whether any cell of the map has a need.
 */
export function cellClasses(counts: CellCounts, total: boolean, show: Show, anyNeed = false): string {
  const { holders, apart, people, required } = counts
  const below = isBelowNeed(holders, required)
  if (people === 0) return classes('map-cell empty-cell', below && 'below-need')
  const quiet = isQuiet(counts, show, anyNeed)
  return classes(
    'map-cell',
    total ? 'sum' : quiet ? 'quiet' : `depth-${fillStep(holders)}`,
    total && holders === 0 && 'zero',
    !total && !quiet && apart > 0 && 'unproven',
    below && 'below-need',
    below && holders === 0 && 'nobody',
  )
}

/** How much of the bar is filled that takes the fill's place in contrast themes: three people fill it. */
export const barShare = (holders: number): string => depthShare(holders).toFixed(2)
