import type { Group } from './statements'

/** Written as they are: no control character, quotation mark or backslash, and no character whose order depends on how texts are compared. */
const plain = /^[ !#-[\]-~\u0080-\ud7ff]*$/
const escaped = /[^ !#-[\]-~\u0080-\uffff]/g

const named: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' }

const escapeOf = (character: string): string => named[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

function noteOrder(text: string, group: Group): void {
  group.surrogates ||= /[\ud800-\udfff]/.test(text)
  group.high ||= /[\ue000-\uffff]/.test(text)
}

export const isPlain = (text: string): boolean => plain.test(text)

/**
 * The text between the quotation marks of a literal that is not plain: control characters, quotation mark and backslash are escaped.
 *
 * @source RDFC-1.0, section 5 (canonical form of N-Quads)
 */
export function lexical(text: string, group: Group): string {
  noteOrder(text, group)
  return text.replace(escaped, escapeOf)
}

/** Usual addresses: absolute, ASCII, without characters that N-Quads escape. */
const usual = /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]*$/
export const isUsual = (text: string): boolean => usual.test(text)
/** White space and characters that N-Quads escape. */
const unusual = /[^!#-;=?-[\]_a-z~\u007f-\uffff]|\s/

/**
 * May the address be written in angle brackets as it is? Where it would have to be escaped, or is none, the fallback decides.
 *
 * @source RDFC-1.0, section 5 (canonical form of N-Quads)
 */
export function isAddress(text: string, group: Group): boolean {
  if (usual.test(text)) return true
  if (unusual.test(text) || !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return false
  noteOrder(text, group)
  return true
}

/** An address from a context in its angle brackets; null where it is not a usual one. */
export const contextAddress = (text: string): string | null => (usual.test(text) ? `<${text}>` : null)
