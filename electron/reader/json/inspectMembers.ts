import type { PlacedProblem } from '../../../shared/model/problem'
import { limits } from '../limits'
import { childPointer } from './pointer'
import { closingQuote } from './scan'

interface Level {
  /** Names so far; null in an array. */
  readonly names: Set<string> | null
  readonly pointer: string
  /** The pointer of the member or item being read. */
  here: string
  index: number
  expectsName: boolean
}

/**
 * Everything in a JSON text that programs may read differently, each with its place.
 *
 * @param text JSON that `JSON.parse` accepts and whose depth is bounded.
 * @returns At most `limits.listedMembers` problems.
 */
export function inspectMembers(text: string): readonly PlacedProblem[] {
  const problems: PlacedProblem[] = []
  const levels: Level[] = []
  const place = () => levels.at(-1)?.here ?? ''
  const open = (names: Set<string> | null) => {
    const pointer = place()
    levels.push({ names, pointer, here: names ? pointer : childPointer(pointer, '0'), index: 0, expectsName: names !== null })
  }
  for (let at = 0; at < text.length && problems.length < limits.listedMembers; at++) {
    const level = levels.at(-1)
    const character = text.charAt(at)
    if (character === '"') {
      const end = closingQuote(text, at)
      // The text is JSON as a whole, so each string in it is.
      const content = JSON.parse(text.slice(at, end + 1)) as string
      if (level?.names && level.expectsName) {
        level.here = childPointer(level.pointer, content)
        level.expectsName = false
        if (level.names.has(content)) problems.push({ code: 'json.duplicate-member', at: level.here })
        if (content === '__proto__') problems.push({ code: 'json.forbidden-member', at: level.here })
        level.names.add(content)
      }
      if (!content.isWellFormed()) problems.push({ code: 'json.lone-surrogate', at: place().toWellFormed() })
      at = end
    } else if (character === '{') open(new Set())
    else if (character === '[') open(null)
    else if (character === '}' || character === ']') levels.pop()
    else if (character === ',' && level) {
      if (level.names) level.expectsName = true
      else level.here = childPointer(level.pointer, String(++level.index))
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const number = /[-+.eE\d]+/y
      number.lastIndex = at
      const literal = number.exec(text)?.[0] ?? character
      // Beyond 2^53 - 1 neighbouring integers become one number; 1e400 becomes infinite.
      if (Math.abs(Number(literal)) > Number.MAX_SAFE_INTEGER) problems.push({ code: 'json.unsafe-number', at: place(), detail: literal.slice(0, 40) })
      at += literal.length - 1
    }
  }
  return problems
}
