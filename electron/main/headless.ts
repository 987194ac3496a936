import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Chromium's switches for a run without a display. They are read before any script: the program has to be started with them. */
const switches = ['--ozone-platform=headless', '--disable-gpu']

/** Names the folder for Chromium's own files to the program that is started without a display; whoever starts it takes the folder away. */
const profileVariable = 'TEKIZAI_PROFILE'

/** A folder for Chromium's own files that goes away with the program. `atEnd` registers what is to be done when the program ends. */
export function passingProfile(given: string | undefined, atEnd: (done: () => void) => void): string {
  if (given !== undefined && given !== '') return given
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-profile-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** Where the program was started without a display by this same program: asks it to end, as SIGTERM does, when the one that waits for it is gone. */
export function endWithParent(environment: Readonly<Record<string, string | undefined>>): void {
  if (environment[profileVariable] === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/**
 * Runs the program once more with the same words, without a display, and waits for it.
 *
 * The command line needs no display, and on Linux Chromium ends where it finds none. The program started here is this one and no other.
 *
 * @returns its exit code; 128 and the signal's number where a signal ended it, as shells say it.
 */
export function runHeadless(program: string, words: readonly string[]): number {
  const profile = mkdtempSync(join(tmpdir(), 'tekizai-profile-'))
  const { status, signal } = spawnSync(program, [...switches, ...words], { stdio: 'inherit', env: { ...process.env, [profileVariable]: profile } })
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  return status ?? 128 + (signal === null ? 0 : constants.signals[signal])
}
