/**
 * Characters that control a terminal or reorder its text instead of being shown: controls (C0, DEL, C1), line and paragraph separators, marks of direction.
 * @source Unicode 16, general categories Cc, Zl, Zp; UAX #9, section 2
 */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Text from data as one line without control characters: each is written as an escape, `\u001b`. Inside a JSON text the value stays the same. */
export const visible = (text: string): string => text.replaceAll(controls, escaped)
