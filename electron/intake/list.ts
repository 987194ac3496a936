import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { failure, type Result, success } from '../../shared/model/problem'
import { isSpecial } from '../disk/openRegular'
import { problemOf } from '../disk/problemOf'
import { entriesOf, isOfficePackage, isZip, openArchive } from '../reader'
import { openFile } from './files'
import type { Unit } from './unit'

/** Names in the order people expect of a list, the same on every machine. */
const inOrder = ({ name: one }: Dirent, { name: other }: Dirent) => (one < other ? -1 : one > other ? 1 : 0)

/** Every folder under a folder by its real path, links not followed. A folder that cannot be read is left out: it is reported when it is listed. */
function addFolders(folder: string, folders: Set<string>): void {
  if (folders.has(folder)) return
  folders.add(folder)
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) addFolders(join(folder, entry.name), folders)
  } catch (error) {
    problemOf(error, folder, 'read')
  }
}

/** The folders of a listing: each real folder is walked once, at its own place where it is under one of the paths, else at the first link to it. */
interface Folders {
  readonly walked: Set<string>
  /** The folders under the paths themselves. Only needed where there is a link to a folder. */
  readonly own: () => ReadonlySet<string>
}

function foldersOf(paths: readonly string[]): Folders {
  let own: Set<string> | null = null
  return {
    walked: new Set(),
    own: () => {
      if (own !== null) return own
      own = new Set()
      for (const path of paths) if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) addFolders(realpathSync(path), own)
      return own
    },
  }
}

/** Files and folders inside a folder, by name. */
function* listFolder(folder: string, label: string, folders: Folders): Generator<Unit> {
  const real = realpathSync(folder)
  if (folders.walked.has(real)) return
  folders.walked.add(real)
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(inOrder)) {
    const [path, source] = [join(folder, entry.name), `${label}/${entry.name}`]
    try {
      yield* listPath(path, source, folders, entry.isSymbolicLink())
    } catch (error) {
      problemOf(error, path, 'read') // Thrown where it is no fault of the file; else one unit, for which the worker reports the reason.
      yield { source, path, entry: null, size: 0 }
    }
  }
}

function* listPath(path: string, label: string, folders: Folders, isLink = false): Generator<Unit> {
  const found = statSync(path)
  if (found.isDirectory()) {
    if (!isLink || !folders.own().has(realpathSync(path))) yield* listFolder(path, label, folders)
  } else if (isSpecial(found))
    // A pipe, device or socket is not opened: one unit, which the worker reports.
    yield { source: label, path, entry: null, size: 0 }
  else yield* listFile(path, label)
}

function* listFile(path: string, label: string): Generator<Unit> {
  const opened = openFile(path)
  if (!opened.ok) {
    yield { source: label, path, entry: null, size: 0 }
    return
  }
  const file = opened.value
  try {
    const archive = isZip(file.read(0, 4)) ? openArchive(file) : null
    // A ZIP that cannot be opened, or is empty, is one unit: the worker reports the problem.
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
 * All units under the paths: files, files in folders, entries of ZIPs; in the order of the paths, folders by name. A real folder is walked once, however many
 * paths and links lead to it.
 *
 * @returns a problem where one of the paths cannot be reached. Anything unreachable inside a folder is a unit of its own.
 */
export function listUnits(paths: readonly string[]): Result<readonly Unit[]> {
  const units: Unit[] = []
  const folders = foldersOf(paths)
  for (const path of paths) {
    try {
      for (const unit of listPath(path, basename(path), folders)) units.push(unit)
    } catch (error) {
      return failure(problemOf(error, path, 'read'))
    }
  }
  return success(units)
}
