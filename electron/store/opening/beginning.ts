import { linkSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { failure, type Problem, type Result, success } from '../../../shared/model/problem'
import { atWork, isGone, type JobOwner, type OwnerCheck } from '../database/owner'
import type { Owner } from '../database/ownerProcess'

/**
 * The right to make a database where there is none, and to remove it again while nothing has been written into it. A file beside the database names the
 * owner; no other program opens the database while the file exists. Once the file is removed, the database is never removed.
 */
export interface Beginning {
  /** Does the file still name this owner? Another program takes it over where it cannot see that this one is running. */
  isOurs(): boolean
  /** Moves the finished database to its place. @returns false where there is another database already. */
  publish(made: string): boolean
  end(): void
}

const lockOf = (path: string): string => `${path}.beginning`

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Text of a file; null where there is none. Anything but a plain file is never opened: opening a pipe would block. */
function textAt(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (!found.isFile()) return ''
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The owner a file names; undefined where the text was cut off or is of another kind. */
function ownerIn(text: string): JobOwner | undefined {
  const [, body] = /^(\{.*\})\n$/.exec(text) ?? []
  return body === undefined ? undefined : (JSON.parse(body) as JobOwner) // Written by `takeBeginning`, complete where its line is ended.
}

/** File systems of USB sticks and some shares have no hard links. */
const hasNoLinks = (error: unknown): boolean => ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EINVAL', 'EISDIR'].includes(codeOf(error))

/** Links a file to a name that must be new. @returns false where the name is taken. */
function linkNew(from: string, to: string, orElse: () => boolean, link: typeof linkSync): boolean {
  try {
    link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (hasNoLinks(error)) return orElse()
    throw error
  }
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** Writes a file; `EROFS` where the folder exists but takes no files, as some folders of the system. */
function writeBeside(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && exists(dirname(path))) throw Object.assign(new Error(path), { code: 'EROFS' })
    throw error
  }
}

/** Becomes the owner of the beginning; null where another program is. Tests replace `link`. */
export function takeBeginning(
  path: string,
  { owner, at, link = linkSync }: { readonly owner: Owner; readonly at: string; readonly link?: typeof linkSync },
): Beginning | null {
  const lock = lockOf(path)
  const mine = `${JSON.stringify({ ...owner, job: 'begin', since: at, seenAt: at } satisfies JobOwner)}\n`
  const beside = `${lock}.${owner.token}`
  // Written to another name and linked, so that no other program reads half of it.
  try {
    writeBeside(beside, mine)
    if (!linkNew(beside, lock, () => writeNew(lock, mine), link)) return null
  } finally {
    rmSync(beside, { force: true })
  }
  const isOurs = () => textAt(lock) === mine
  return {
    isOurs,
    publish: (made) => {
      const moved = () => {
        if (exists(path) || !isOurs()) return false
        renameSync(made, path)
        return true
      }
      const published = linkNew(made, path, moved, link)
      rmSync(made, { force: true })
      return published
    },
    end: () => {
      if (isOurs()) rmSync(lock)
    },
  }
}

/** Removes the file of an owner that is gone. A file that has replaced it meanwhile is put back. */
function clearLock(lock: string, stale: string, token: string): void {
  const aside = `${lock}.${token}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return // Another program was faster.
    throw error
  }
  const found = textAt(aside)
  if (found !== stale && found !== null) writeNew(lock, found)
  rmSync(aside, { force: true })
}

/** Blocks this thread for a moment. */
const wait = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

const pollMilliseconds = 20

/** The problem that another program is beginning the data folder; null where none is. An owner that is gone does not count; one whose file cannot be read does. */
export function beginner(path: string, check: OwnerCheck): Problem | null {
  const text = textAt(lockOf(path))
  if (text === null) return null
  const owner = ownerIn(text)
  if (owner === undefined) return { code: 'database.locked', detail: basename(lockOf(path)) }
  return isGone(owner, check) ? null : atWork(owner, check)
}

/**
 * Waits until no other program is beginning the data folder. The file of a program that was killed is removed, where this one may write.
 *
 * @returns the other owner, where it takes longer.
 */
export function awaitBeginning(
  path: string,
  { owner, milliseconds, mayWrite, ...check }: { readonly owner: Owner; readonly milliseconds: number; readonly mayWrite: boolean } & OwnerCheck,
): Result<null> {
  const lock = lockOf(path)
  for (let waited = 0; ; waited += pollMilliseconds) {
    const text = textAt(lock)
    const problem = text === null ? null : beginner(path, check)
    if (problem === null) {
      if (text !== null && mayWrite) clearLock(lock, text, owner.token)
      return success(null)
    }
    if (waited >= milliseconds) {
      // The file was cut off: its program was killed while writing it.
      if (text !== null && mayWrite && isCutOff(lock, text)) {
        clearLock(lock, text, owner.token)
        return success(null)
      }
      return failure(problem)
    }
    wait(pollMilliseconds)
  }
}

const isCutOff = (lock: string, text: string): boolean => ownerIn(text) === undefined && lstatSync(lock, { throwIfNoEntry: false })?.isFile() === true

/** Removes files of programs that were killed while they made this database. Only for the owner of the beginning. */
export function clearLeftovers(path: string): void {
  const [folder, name] = [dirname(path), basename(path)]
  for (const entry of readdirSync(folder))
    if (entry.startsWith(`${name}.`) && /\.new(-wal|-shm|-journal)?$/.test(entry)) rmSync(join(folder, entry), { force: true })
}
