import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'
import { isOfficePackage, isZip, openZip } from '../reader'
import { openFile } from './files'
import type { Unit } from './unit'

/** Names in the order people expect of a list, the same on every machine. */
const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function* listPath(path: string, label: string): Generator<Unit> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort(inOrder)) yield* listPath(join(path, name), `${label}/${name}`)
    return
  }
  const file = openFile(path)
  try {
    const entries = isZip(file.read(0, 4)) ? openZip(file) : null
    // A ZIP that cannot be opened, or holds nothing, is one thing to speak of: the worker says what is wrong with it.
    if (entries === null || !entries.ok || entries.value.length === 0 || isOfficePackage(entries.value)) yield { source: label, path, entry: null }
    else for (const [entry, { name }] of entries.value.entries()) yield { source: `${label}!${name}`, path, entry }
  } finally {
    file.close()
  }
}

/**
 * Everything there is to read under the paths: files, files in folders, entries of ZIPs; in the order of the paths, folders by name.
 *
 * @returns a problem where a path, or anything under it, cannot be reached at all.
 */
export function listUnits(paths: readonly string[]): Result<readonly Unit[]> {
  const units: Unit[] = []
  for (const path of paths) {
    try {
      units.push(...listPath(path, basename(path)))
    } catch (error) {
      return failure(problemOf(error, path, 'read'))
    }
  }
  return success(units)
}
