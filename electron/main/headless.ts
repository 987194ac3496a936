import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Chromium's switches for a run without a display. They are read before any script, so that the program must be started with them. */
const switches = ['--ozone-platform=headless', '--disable-gpu']

/** The variable with the folder for Chromium's own files of a program started without a display; the program that starts it removes the folder. */
const profileVariable = 'TEKIZAI_PROFILE'

/** A temporary folder for Chromium's own files. `atEnd` registers what to do when the program ends. */
export function passingProfile(given: string | undefined, atEnd: (done: () => void) => void): string {
  if (given !== undefined && given !== '') return given
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-profile-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** In a program that this program started without a display: ends it, as SIGTERM does, when the waiting program has ended. */
export function endWithParent(environment: Readonly<Record<string, string | undefined>>): void {
  if (environment[profileVariable] === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/**
 * Runs this program again with the same arguments, without a display, and waits for it.
 *
 * The command line needs no display, and on Linux Chromium ends where there is none.
 *
 * @returns its exit code; 128 and the signal's number where a signal ended it, as in shells.
 */
export function runHeadless(program: string, words: readonly string[]): number {
  const profile = mkdtempSync(join(tmpdir(), 'tekizai-profile-'))
  const { status, signal } = spawnSync(program, [...switches, ...words], { stdio: 'inherit', env: { ...process.env, [profileVariable]: profile } })
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  return status ?? 128 + (signal === null ? 0 : constants.signals[signal])
}
