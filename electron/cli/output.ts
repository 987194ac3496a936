import type { CommandLineSurroundings } from '../../shared/contract/commandLine'

/** One value, one line: NDJSON. */
export const writeLine = (surroundings: CommandLineSurroundings, value: unknown): Promise<void> => surroundings.write(`${JSON.stringify(value)}\n`)

/** Labels and numbers on one line, for people: `新規 471  差替 14`. */
export const inWords = (labels: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .filter(([name]) => labels[name] !== undefined)
    .map(([name, value]) => `${labels[name]} ${value}`)
    .join('  ')
