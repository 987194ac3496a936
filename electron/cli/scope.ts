import type { Scope } from '../../shared/contract/parts'
import { isLevel } from '../../shared/model/skill'
import { countingGrades, type Grade } from '../../shared/model/verification'
import type { Words } from './verb'

/** The options that select the people and badges of a number. */
export const scopeOptions = {
  data: { type: 'string' },
  on: { type: 'string' },
  grades: { type: 'string' },
  'include-leave': { type: 'boolean' },
  'with-leavers': { type: 'boolean' },
} as const

/** The scope of the arguments, at level 1 where none is given. The arguments are checked by `readWords`. */
export function readScope(words: Words): Scope {
  const level = Number(words.text('level') ?? 1)
  return {
    on: words.on,
    level: isLevel(level) ? level : 1,
    grades: (words.text('grades')?.split(',') as Grade[] | undefined) ?? [...countingGrades],
    includeLeave: words.flag('include-leave'),
    withLeavers: words.flag('with-leavers'),
  }
}
