import { spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/** Chromium's switches for a run without a display. They are read before any script: the program has to be started with them. */
const switches = ['--ozone-platform=headless', '--disable-gpu']

/**
 * Runs the program once more with the same words, without a display, and waits for it.
 *
 * The command line needs no display, and on Linux Chromium ends where it finds none. The program started here is this one and no other.
 *
 * @returns its exit code; 128 and the signal's number where a signal ended it, as shells say it.
 */
export function runHeadless(program: string, words: readonly string[]): number {
  const { status, signal } = spawnSync(program, [...switches, ...words], { stdio: 'inherit' })
  return status ?? 128 + (signal === null ? 0 : constants.signals[signal])
}
