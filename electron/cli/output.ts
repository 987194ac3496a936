import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import type { Problem } from '../../shared/model/problem'
import { type Locale, texts } from '../../shared/text'

/** One value, one line: NDJSON. */
export const writeLine = (surroundings: CommandLineSurroundings, value: unknown): Promise<void> => surroundings.write(`${JSON.stringify(value)}\n`)

/** Labels and numbers on one line, for people: `新規 471  差替 14`. */
export const inWords = (labels: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .filter(([name]) => labels[name] !== undefined)
    .map(([name, value]) => `${labels[name]} ${value}`)
    .join('  ')

/** A problem in one line: what was found, what to do, and the code to tell others. */
export function inOneLine(problem: Problem, locale: Locale): string {
  const { found, next } = texts[locale].problems[problem.code]
  const literal = [problem.detail, problem.at].filter((part) => part !== undefined && part !== '').join(' ')
  return `tekizai: ${found}${literal === '' ? '' : ` (${literal})`} ${next} [${problem.code}]\n`.replaceAll(/\n(?=.)/g, ' ')
}
