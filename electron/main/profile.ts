import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'

/**
 * Makes the data folder where there is none, and checks that Chromium can store its own files in it.
 *
 * @returns the folder for them; null where the data folder can only be read, and they must be stored elsewhere.
 */
export function profileIn(dataFolder: string): Result<string | null> {
  try {
    mkdirSync(dataFolder, { recursive: true })
    rmdirSync(mkdtempSync(join(dataFolder, '.tekizai-')))
    return success(dataFolder)
  } catch (error) {
    const problem = problemOf(error, dataFolder, 'write')
    return canBeListed(dataFolder) ? success(null) : failure(problem)
  }
}

function canBeListed(folder: string): boolean {
  try {
    readdirSync(folder)
    return true
  } catch {
    return false // No folder, or one that may not be read: the first problem tells which.
  }
}

/**
 * The other computer whose window uses the folder; null where there is none. Chromium refuses the folder then, and there is no window here to show instead.
 *
 * @source Chromium, chrome/browser/process_singleton_posix.cc: `SingletonLock` links to `host-pid`
 */
export function heldByComputer(folder: string, thisComputer: string): string | null {
  try {
    const host = readlinkSync(join(folder, 'SingletonLock')).replace(/-\d+$/, '')
    return host === thisComputer ? null : host
  } catch {
    return null // No lock, or none that is a link, as on Windows.
  }
}
