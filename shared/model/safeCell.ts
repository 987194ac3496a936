/**
 * A text that is safe in a cell Excel opens: a text that would begin a formula gets an apostrophe before it.
 * @source OWASP, "CSV Injection": cells that begin with = + - @, TAB or CR, and their full-width forms
 */
export const neutralText = (text: string): string => (/^[\t\r\n]|^[\s\u3000]*[=+\-@＝＋－＠−]/.test(text) ? `'${text}` : text)
