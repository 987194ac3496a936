import type { RosterProblemCode } from '../../shared/model/problems/roster'

/** Zero-width characters, direction marks, controls other than tabs and line breaks, and letters without ink. */
const invisible = /(?![\t\n\r])(?:[\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5)/u
const ends = new RegExp(`^(?:\\s|${invisible.source})+|(?:\\s|${invisible.source})+$`, 'gu')
const invisibleAll = new RegExp(invisible.source, 'gu')

/** Error values of Excel and LibreOffice, and the signs of a column too narrow for its number. */
const errorValue =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!|GETTING_DATA)|#{3,}|Err:\d{3})$/i

const maybeError = /^[#E]/i

/** Anything but ASCII, kana, kanji and full width: most cells need no closer look. */
const unusual = /[^ -~\u3000-\u3163\u3400-\u9fff\uff01-\uff9f]/

/** The text of a cell as it is used, and what was wrong with it. */
export interface CleanCell {
  readonly text: string
  readonly problem: Extract<RosterProblemCode, 'roster.error-value' | 'roster.invisible-removed' | 'roster.invisible-inside'> | null
}

/**
 * The text of a cell without blanks and invisible characters at its ends; those inside stay. An error value is no text.
 * @source Unicode Standard, general category Cf
 */
export function cleanCell(cell: string): CleanCell {
  const trimmed = cell.trim()
  if (maybeError.test(trimmed) && errorValue.test(trimmed)) return { text: '', problem: 'roster.error-value' }
  // `trim` takes a byte order mark for a blank.
  if (!unusual.test(cell) || !invisible.test(cell)) return { text: trimmed, problem: null }
  const text = cell.replace(ends, '')
  return { text, problem: invisible.test(text) ? 'roster.invisible-inside' : 'roster.invisible-removed' }
}

/** The text without invisible characters anywhere, for comparing. */
export const withoutInvisible = (text: string): string => (unusual.test(text) && invisible.test(text) ? text.replace(invisibleAll, '') : text)
