import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'

/**
 * Makes sure that Chromium can keep its own files in the data folder, which is made where it is not there.
 *
 * @returns the folder for them; null where the data folder can only be read, and they have to be kept elsewhere.
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
    return false // No folder, or one that may not be read: the problem of the first attempt says which.
  }
}

/**
 * The computer another window holds the folder from, where it is not this one: Chromium refuses the folder then, and there is no window here to lead to.
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
