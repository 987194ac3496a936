import { limits } from '../limits'
import type { NumberStyle } from './numberFormat'
import { unescapeCell } from './xml'

/** Days from the day 0 of 1900 to that of 1904. */
const epochDays = 1462

/** A cell as written: its type, its style, and its text: of `<is>` in an inline string that has one, else of `<v>`. */
export interface RawCell {
  readonly type: string
  readonly style: NumberStyle | undefined
  readonly text: string
}

/**
 * The text of a cell. Dates stay the serial number Excel counts from 1900 (those of a 1904 workbook are moved); a number shown with zeros or text before or behind it keeps them.
 * @source ECMA-376 Part 1, sections 18.3.1.4, 18.8.31, 18.18.11
 */
export function cellText({ type, style, text }: RawCell, strings: readonly string[], epoch1904: boolean): string {
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text
  if (type !== 'n') return unescapeCell(text)
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if (style?.isDate) return String(epoch1904 ? number + epochDays : number)
  // People read `1E+3` as 1000, and 15 digits where the file holds 17.
  const shown = String(Number(number.toPrecision(15)))
  return style?.show ? style.show(number, shown) : shown
}

/** Zero-based row and column of `BC12`; null where it is no reference or lies outside any sheet. */
export function parseReference(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(digits) - 1
  return column < limits.tableColumns && row >= 0 && row < limits.tableRows ? { row, column } : null
}
