/**
 * A text as it may stand in a cell that Excel opens: one that would begin a formula gets an apostrophe before it.
 * @source OWASP, "CSV Injection": cells that begin with = + - @, TAB or CR, and their full-width forms
 */
export const neutralText = (text: string): string => (/^[\t\r\n]|^[\s\u3000]*[=+\-@＝＋－＠−]/.test(text) ? `'${text}` : text)
