import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { version } from '../../package.json'
import { tokyoDay } from '../../shared/model/day'
import { failure, type Result, success } from '../../shared/model/problem'
import { ownerOnly } from '../disk/ownerOnly'
import { problemOf } from '../disk/problemOf'
import {
  abandonDatabase,
  bindWaiting,
  closeDatabase,
  type DatabaseSurroundings,
  databaseName,
  isReadOnly,
  markInterrupted,
  mismatchAt,
  type Owner,
  openDatabase,
  thisOwner,
} from '../store'
import { makeCrossCheck } from '../verifier'
import type { Engine } from './handler'
import { ownerCheckOf } from './jobs/ownership/ownerCheckOf'
import { emptyQueue } from './jobs/queue/emptyQueue'

/** What the program that runs the engine provides. */
export interface EngineSurroundings {
  readonly dataFolder: string
  readonly now: () => Date
  /** The instant at which credentials are verified; the clock where it is left out. */
  readonly verifyAt?: () => Date
  readonly tell: Engine['tell']
  /** The kind of program, for other programs that want to work on the same data. */
  readonly program?: Owner['program']
  /** `must-exist`: a folder without data is a problem. `make`: a new folder is removed again where nothing is written until the engine is closed. */
  readonly begin?: 'must-exist' | 'make' | 'keep'
  readonly takeOver?: boolean
  /** Receives each statement that took too long; its values are not part of it. */
  readonly onSlow?: DatabaseSurroundings['onSlow']
}

/** Makes a folder and those above it, only for its owner. @returns the folders that were made, the outermost first. */
function makeFolders(folder: string): readonly string[] {
  const outermost = mkdirSync(folder, { recursive: true, mode: ownerOnly.folder })
  if (outermost === undefined) return []
  const made: string[] = []
  for (let one = resolve(folder); one.length >= resolve(outermost).length; one = dirname(one)) made.unshift(one)
  return made
}

/** Removes folders that were made, as far as they are empty. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder)
    } catch (error) {
      if (error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM', 'EACCES'].includes(String(error.code))) return
      throw error
    }
  }
}

/** Another program may make the folder and remove it again when its work fails: so many times in a row does not happen. */
const mostTries = 20

/**
 * Opens the data folder, and makes it where there is none. Where it cannot be opened the result is a problem: the folder is not reachable, the database newer,
 * damaged or in use. A folder that may not be written is opened for reading.
 */
export function openEngine({
  dataFolder,
  now,
  verifyAt = now,
  tell,
  program = 'command',
  begin = 'keep',
  takeOver = false,
  onSlow,
}: EngineSurroundings): Result<Engine> {
  const owner = thisOwner(program, now)
  const path = join(dataFolder, databaseName)
  const create = begin !== 'must-exist'
  let made: readonly string[] = []
  const open = () => {
    try {
      if (create) made = [...made, ...makeFolders(dataFolder)]
    } catch (error) {
      return failure(problemOf(error, dataFolder, 'write'))
    }
    return openDatabase(path, { owner, now, create, holdBeginning: begin === 'make', ...(onSlow === undefined ? {} : { onSlow }) })
  }
  let opened = open()
  // The folder was removed again by another program that had made it.
  for (let tries = 0; !opened.ok && create && opened.problem.code === 'path.not-found' && tries < mostTries; tries += 1) opened = open()
  if (!opened.ok) {
    removeEmpty(made)
    return opened
  }
  const db = opened.value
  const bound = bindWaiting(db)
  if (!bound.ok) {
    closeDatabase(db)
    return bound
  }
  const crossCheck = makeCrossCheck()
  if (mismatchAt(db) !== null) crossCheck.disablePlans()
  const engine: Engine = {
    db,
    dataFolder,
    version,
    workerFile: join(__dirname, 'worker.cjs'),
    maintenanceFile: join(__dirname, 'maintenance.cjs'),
    now,
    verifyAt,
    today: () => tokyoDay(verifyAt()),
    newId: randomUUID,
    tell,
    jobs: new Map(),
    verifying: emptyQueue(),
    crossCheck,
    undoing: new Map(),
    owner,
    takeOver,
    claims: { jobs: new Map(), working: new Set(), beat: null },
    madeFolders: begin === 'make' ? made : [],
  }
  // Where another program is writing, they are marked when the folder is opened again.
  if (!isReadOnly(db)) markInterrupted(db, ownerCheckOf(engine))
  return success(engine)
}

/** Does the folder contain data? */
export const holdsData = (dataFolder: string): boolean => existsSync(join(dataFolder, databaseName))

/** Stops imports and reverifications, to be resumed later. */
export function leaveWork({ jobs, verifying }: Engine): void {
  for (const job of jobs.values()) job.leave()
  verifying.stop.abort()
}

/**
 * Stops imports and reverifications, to be resumed later, and closes the database when running writes have ended. A data folder that was made for this work and
 * into which nothing was written is removed again.
 */
export async function closeEngine(engine: Engine): Promise<void> {
  const ended = [...engine.jobs.values()].map((job) => job.ended)
  leaveWork(engine)
  await Promise.all(ended)
  await engine.verifying.queue
  await Promise.allSettled(engine.claims.working)
  const abandoned = abandonDatabase(engine.db, join(engine.dataFolder, databaseName))
  if (abandoned.ok && abandoned.value) removeEmpty(engine.madeFolders)
}
