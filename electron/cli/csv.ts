import { csvLine as plainLine } from '../../shared/model/csvLine'
import { safeCell } from '../../shared/model/safeCell'
import { visible } from './visible'

/** One line of CSV; terminal control characters are escaped. A formula is guarded first, as in every other table. @source RFC 4180, section 2 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  plainLine(cells.map((cell) => (typeof cell === 'number' ? cell : visible(safeCell(cell)))))
