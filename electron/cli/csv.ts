import { csvLine as plainLine } from '../../shared/model/csvLine'
import { safeCell } from '../../shared/model/safeCell'
import { visible } from './visible'

/** One line of CSV for a terminal: characters that would steer it are written as escapes. A formula is guarded first, as in every other table. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  plainLine(cells.map((cell) => (typeof cell === 'number' ? cell : visible(safeCell(cell)))))
