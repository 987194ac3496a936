import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../package.json'
import { tokyoDay } from '../../shared/model/day'
import { failure, type Result, success } from '../../shared/model/problem'
import { problemOf } from '../disk/problemOf'
import { closeDatabase, databaseName, openDatabase } from '../store'
import type { Engine } from './handler'

/** What the engine needs of whoever runs it. */
export interface EngineSurroundings {
  readonly dataFolder: string
  readonly now: () => Date
  readonly tell: Engine['tell']
}

/** Opens the data folder, made where it is not there. Every reason not to is a problem: the folder is not reachable, the database newer, damaged or in use. */
export function openEngine({ dataFolder, now, tell }: EngineSurroundings): Result<Engine> {
  try {
    mkdirSync(dataFolder, { recursive: true })
  } catch (error) {
    return failure(problemOf(error, dataFolder, 'write'))
  }
  const opened = openDatabase(join(dataFolder, databaseName))
  if (!opened.ok) return opened
  return success({
    db: opened.value,
    dataFolder,
    version,
    workerFile: join(__dirname, 'worker.cjs'),
    now,
    today: () => tokyoDay(now()),
    newId: randomUUID,
    tell,
    jobs: new Map(),
  })
}

/** Does the folder hold data already? */
export const holdsData = (dataFolder: string): boolean => existsSync(join(dataFolder, databaseName))

export function closeEngine(engine: Engine): void {
  for (const job of engine.jobs.values()) job.leave()
  closeDatabase(engine.db)
}
