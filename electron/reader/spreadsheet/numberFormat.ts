/** One piece of a number format: a digit's place, the whole number, or text that is shown as it is. */
type Token = { readonly kind: 'digit'; readonly pad: string } | { readonly kind: 'general' } | { readonly kind: 'text'; readonly text: string }

/** One of the parts of a format that semicolons divide. */
interface Section {
  readonly tokens: readonly Token[]
  /** Null where the section holds for the sign its place says. */
  readonly condition: ((number: number) => boolean) | null
  readonly isText: boolean
  readonly isGrouped: boolean
  /** Decimals, percent, exponents and fractions: the stored number says more than the format. */
  readonly isPlain: boolean
}

/** How the numbers of one style are shown. */
export interface NumberStyle {
  readonly isDate: boolean
  /** The text of a number, given as itself and as plain digits; null where the plain digits are shown. */
  readonly show: ((number: number, plain: string) => string) | null
}

export const plainStyle: NumberStyle = { isDate: false, show: null }
export const dateStyle: NumberStyle = { isDate: true, show: null }

const pieces = /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/標準)|([\s\S])/giu

/**
 * How does a format code show a number? Zeros that pad and literal text are shown as Excel shows them; separators alone (`#,##0`) change nothing.
 * @source ECMA-376 Part 1, section 18.8.31
 */
export function numberStyle(code: string): NumberStyle {
  // Quotes, brackets, blanks of a character's width and escaped characters hold no date letter; `e`, `g` count 和暦 years and eras.
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./gu, '')
  if (!/General|G\/標準/i.test(letters) && /[ymdhsge]/i.test(letters) && !/[0#?]\.?[0#?]*E[+-]/i.test(letters)) return dateStyle
  const sections = sectionsOf(code).map(readSection)
  const numeric = sections.filter(({ isText }) => !isText)
  return numeric.some(isShown) ? { isDate: false, show: (number, plain) => showNumber(numeric, number, plain) } : plainStyle
}

/** Divides a code at the semicolons outside quotes and brackets. */
function sectionsOf(code: string): readonly string[] {
  const sections = ['']
  for (const [piece] of code.matchAll(pieces)) {
    if (piece === ';') sections.push('')
    else sections[sections.length - 1] += piece
  }
  return sections
}

function readSection(code: string): Section {
  const tokens: Token[] = []
  let condition: Section['condition'] = null
  for (const [, quoted, escaped, bracket, general, plain] of code.matchAll(pieces)) {
    if (bracket !== undefined) {
      condition = readCondition(bracket) ?? condition
      const currency = /^\$([^-]+)/.exec(bracket)?.[1]
      if (currency) tokens.push({ kind: 'text', text: currency })
    } else if (general !== undefined) tokens.push({ kind: 'general' })
    else if (plain === '0' || plain === '#' || plain === '?') tokens.push({ kind: 'digit', pad: plain === '0' ? '0' : '' })
    else if (plain !== ',' && plain !== '@') {
      const text = quoted ?? escaped ?? plain ?? ''
      if (text !== '') tokens.push({ kind: 'text', text })
    }
  }
  const outside = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./gu, '')
  return {
    tokens,
    condition,
    isText: outside.includes('@'),
    isGrouped: /[0#?],[0#?]/.test(outside),
    isPlain: /[.%]|E[+-]|[0#?]\s*\/\s*[0-9#?]/i.test(outside.replace(/General|G\/標準/gi, '')),
  }
}

function readCondition(bracket: string): Section['condition'] {
  const [, sign, limitText] = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket) ?? []
  const limit = Number(limitText)
  switch (sign) {
    case '<=':
      return (number) => number <= limit
    case '>=':
      return (number) => number >= limit
    case '<>':
      return (number) => number !== limit
    case '<':
      return (number) => number < limit
    case '>':
      return (number) => number > limit
    case '=':
      return (number) => number === limit
    default:
      return null
  }
}

/** Does a section pad with zeros or add text to the digits? */
function isShown({ tokens, isPlain }: Section): boolean {
  if (isPlain) return false
  const zeros = tokens.filter((token) => token.kind === 'digit' && token.pad === '0').length
  return zeros > 1 || tokens.some((token) => token.kind === 'text' && token.text.trim() !== '')
}

function showNumber(sections: readonly Section[], number: number, plain: string): string {
  const place = placeOf(sections, number)
  const section = sections[place]
  if (!section || !isShown(section)) return plain
  const isSigned = number < 0 && (place === 0 || section.condition !== null)
  return (isSigned ? '-' : '') + fill(section, Math.abs(number), plain.replace(/^-/, ''))
}

/** Which section holds for the number: by its condition, else by its sign. */
function placeOf(sections: readonly Section[], number: number): number {
  if (sections.some(({ condition }) => condition !== null)) {
    const found = sections.findIndex(({ condition }) => condition?.(number) === true)
    return found >= 0 ? found : sections.findLastIndex(({ condition }) => condition === null)
  }
  if (number < 0 && sections.length > 1) return 1
  return number === 0 && sections.length > 2 ? 2 : 0
}

/** Puts the digits into their places from the right; the leftmost place takes all that are left. */
function fill({ tokens, isGrouped }: Section, number: number, plain: string): string {
  const digits = BigInt(Math.round(number)).toString()
  const first = tokens.findIndex(({ kind }) => kind === 'digit')
  let left = number < 0.5 ? '' : digits
  let count = 0
  let shown = ''
  const grouped = (digit: string): string => (isGrouped && digit !== '' && count++ > 0 && count % 3 === 1 ? `${digit},` : digit)
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!
    if (token.kind === 'text') shown = token.text + shown
    else if (token.kind === 'general') shown = plain + shown
    else {
      shown = grouped(left === '' ? token.pad : left.slice(-1)) + shown
      left = left.slice(0, -1)
      for (; at === first && left !== ''; left = left.slice(0, -1)) shown = grouped(left.slice(-1)) + shown
    }
  }
  return shown.trim()
}
