import { resolve } from 'node:path'

/** What the program was started with. */
export interface CommandLine {
  /** The words after `--cli`; null when the window is wanted. */
  readonly cli: readonly string[] | null
  /** `--data DIR` as an absolute path: contains everything the program stores. The command line reads its own. */
  readonly dataFolder: string | null
  /** The option of the window whose value is missing. */
  readonly missing: string | null
}

/**
 * Reads the options of the window from the program's arguments, and leaves the arguments of the command line unchanged.
 *
 * @param words The program's arguments, without the program itself.
 * @param folder The working directory, for relative paths.
 */
export function readCommandLine(words: readonly string[], folder: string): CommandLine {
  const cliAt = words.indexOf('--cli')
  if (cliAt >= 0) return { cli: words.slice(cliAt + 1), dataFolder: null, missing: null }
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='))
  if (at < 0) return { cli: null, dataFolder: null, missing: null }
  const given = words[at] === '--data' ? words[at + 1] : words[at]!.slice('--data='.length)
  if (given === undefined || given === '' || given.startsWith('-')) return { cli: null, dataFolder: null, missing: '--data …' }
  return { cli: null, dataFolder: resolve(folder, given), missing: null }
}
