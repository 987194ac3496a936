import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import type { Problem } from '../../shared/model/problem'
import { type Locale, texts } from '../../shared/text'
import { digits } from '../../shared/text/digits'
import { visible } from './visible'

/** Writes one value as one line of NDJSON. JSON leaves DEL, C1 and marks of direction as they are; here they are escapes too, and the value is the same. */
export const writeLine = (surroundings: CommandLineSurroundings, value: unknown): Promise<void> => surroundings.write(`${visible(JSON.stringify(value))}\n`)

/** Writes one line for people, its cells separated by tabs. */
export const writeRow = (surroundings: CommandLineSurroundings, ...cells: readonly (string | number | null)[]): Promise<void> =>
  surroundings.write(`${cells.map((cell) => visible(String(cell ?? ''))).join('\t')}\n`)

/** Labels and numbers on one line, for people: `新規 1,471  差替 14`. */
export const inWords = (labels: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .filter(([name]) => labels[name] !== undefined)
    .map(([name, value]) => `${labels[name]} ${digits(value)}`)
    .join('  ')

/** A problem in one line: what was found, what to do, and its code. */
export function inOneLine(problem: Problem, locale: Locale): string {
  const { found, next } = texts[locale].problems[problem.code]
  const literal = [problem.detail, problem.at].filter((part) => part !== undefined && part !== '').join(' ')
  const line = `tekizai: ${found}${literal === '' ? '' : ` (${literal})`} ${next} [${problem.code}]`
  return `${visible(line.replaceAll('\n', ' '))}\n`
}
