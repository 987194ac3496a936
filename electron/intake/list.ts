import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'
import { entriesOf, isOfficePackage, isZip, openArchive } from '../reader'
import { openFile } from './files'
import type { Unit } from './unit'

/** Names in the order people expect of a list, the same on every machine. */
const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Files and folders inside a folder, by name. `above` are the folders it stands in: one that leads back to them by a link is not entered again. */
function* listFolder(folder: string, label: string, above: readonly string[]): Generator<Unit> {
  const real = realpathSync(folder)
  if (above.includes(real)) return
  for (const entry of readdirSync(folder).sort(inOrder)) {
    const [path, source] = [join(folder, entry), `${label}/${entry}`]
    try {
      yield* listPath(path, source, [...above, real])
    } catch (error) {
      problemOf(error, path, 'read') // Thrown on where it is no fault of the file; else one unit, of which the worker says why it cannot be read.
      yield { source, path, entry: null, size: 0 }
    }
  }
}

function* listPath(path: string, label: string, above: readonly string[] = []): Generator<Unit> {
  const found = statSync(path)
  if (found.isDirectory()) yield* listFolder(path, label, above)
  else if (found.isFile()) yield* listFile(path, label)
  // What is neither, a device or a pipe, is nobody's badge, and would be waited for without end.
}

function* listFile(path: string, label: string): Generator<Unit> {
  const file = openFile(path)
  try {
    const archive = isZip(file.read(0, 4)) ? openArchive(file) : null
    // A ZIP that cannot be opened, or holds nothing, is one thing to speak of: the worker says what is wrong with it.
    if (archive === null || !archive.ok || archive.value.count === 0 || isOfficePackage(entriesOf(archive.value)))
      yield { source: label, path, entry: null, size: file.size }
    else {
      let entry = 0
      for (const { name, size } of entriesOf(archive.value)) yield { source: `${label}!${name}`, path, entry: entry++, size }
    }
  } finally {
    file.close()
  }
}

/**
 * Everything there is to read under the paths: files, files in folders, entries of ZIPs; in the order of the paths, folders by name.
 *
 * @returns a problem where one of the paths cannot be reached at all. What cannot be reached inside a folder is a unit like any other.
 */
export function listUnits(paths: readonly string[]): Result<readonly Unit[]> {
  const units: Unit[] = []
  for (const path of paths) {
    try {
      for (const unit of listPath(path, basename(path))) units.push(unit)
    } catch (error) {
      return failure(problemOf(error, path, 'read'))
    }
  }
  return success(units)
}
