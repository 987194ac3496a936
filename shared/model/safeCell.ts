/** Signs with which a spreadsheet begins a formula, their full-width forms, and the minus sign; blanks and invisible characters before them are passed over. */
const formula = /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠−]/u

/**
 * The text of a cell that is safe in any spreadsheet: a text that would begin a formula gets an apostrophe before it; a number stays as it is.
 *
 * The one guard of XLSX, CSV and clipboard.
 *
 * @source OWASP, "CSV Injection": cells that begin with = + - @, TAB or CR, and their full-width forms
 */
export const safeCell = (cell: string | number): string => (typeof cell === 'number' || !formula.test(cell) ? String(cell) : `'${cell}`)

/** The text of a cell without the guard of `safeCell`, so that a table this program wrote reads back the same. */
export const unguardedCell = (cell: string): string => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell)
