/** What the program was started with. */
export interface CommandLine {
  /** The words after `--cli`; null when the window is wanted. */
  readonly cli: readonly string[] | null
  /** `--data DIR`: holds everything the program keeps. The command line reads its own. */
  readonly dataFolder: string | null
}

/** @param words The program's arguments, without the program itself. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const cliAt = words.indexOf('--cli')
  const dataAt = words.indexOf('--data')
  return {
    cli: cliAt < 0 ? null : words.slice(cliAt + 1),
    dataFolder: cliAt >= 0 || dataAt < 0 ? null : (words[dataAt + 1] ?? null),
  }
}
