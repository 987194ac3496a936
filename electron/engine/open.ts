import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../package.json'
import { tokyoDay } from '../../shared/model/day'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'
import { closeDatabase, databaseName, differenceAt, openDatabase, readAudit } from '../store'
import { allowPlans } from '../verifier'
import type { Engine } from './handler'
import { idle } from './jobs/verifyAgain'

/** What the engine needs of whoever runs it. */
export interface EngineSurroundings {
  readonly dataFolder: string
  readonly now: () => Date
  /** The instant at which credentials are verified; the clock where it is left out. */
  readonly verifyAt?: () => Date
  readonly tell: Engine['tell']
}

/** Opens the data folder, made where it is not there. Every reason not to is a problem: the folder is not reachable, the database newer, damaged or in use. */
export function openEngine({ dataFolder, now, verifyAt = now, tell }: EngineSurroundings): Result<Engine> {
  let made = false
  try {
    made = mkdirSync(dataFolder, { recursive: true }) !== undefined
  } catch (error) {
    return failure(problemOf(error, dataFolder, 'write'))
  }
  const opened = openDatabase(join(dataFolder, databaseName))
  if (!opened.ok) {
    // A folder made a moment ago holds only what did not succeed.
    if (made) rmSync(dataFolder, { recursive: true })
    return opened
  }
  allowPlans(differenceAt(opened.value) === null)
  return success({
    db: opened.value,
    dataFolder,
    version,
    workerFile: join(__dirname, 'worker.cjs'),
    now,
    verifyAt,
    today: () => tokyoDay(verifyAt()),
    newId: randomUUID,
    tell,
    jobs: new Map(),
    verifying: idle(),
  })
}

/** Does the folder hold data already? */
export const holdsData = (dataFolder: string): boolean => existsSync(join(dataFolder, databaseName))

/**
 * Closes when what is being written is written. Imports, and the judging of what is held, stop where they stand, to be gone on with later.
 *
 * @param begun The data folder was begun for this work alone: where nothing came of it, what was made is taken away again.
 */
export async function closeEngine(engine: Engine, begun: { readonly folder: boolean } | null = null): Promise<void> {
  const jobs = [...engine.jobs.values()]
  for (const job of jobs) job.leave()
  await Promise.all(jobs.map(({ ended }) => ended))
  engine.verifying.stop.abort()
  await engine.verifying.turn
  // Everything that is ever written leaves a line in the log.
  const empty = begun !== null && readAudit(engine.db, { offset: 0, limit: 1 }).length === 0
  closeDatabase(engine.db)
  if (!empty) return
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(engine.dataFolder, databaseName + suffix), { force: true })
  if (begun.folder) rmdirSync(engine.dataFolder)
}
