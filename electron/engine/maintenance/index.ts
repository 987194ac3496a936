import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { failure, type Result } from '../../../shared/model/problem'
import { databaseName } from '../../store'
import type { Engine } from '../handler'
import type { Answer, TaskInput, TaskName } from './task'

/** A thread with its own connection to the database, for long work: the engine answers calls meanwhile. */
export interface Maintenance {
  /** One request at a time. A thread that ends without an answer is `call.failed`. */
  ask<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<Answer<Name>>
  close(): Promise<unknown>
}

/** Starts a maintenance thread. */
export function openMaintenance({ maintenanceFile, dataFolder }: Pick<Engine, 'maintenanceFile' | 'dataFolder'>): Maintenance {
  const worker = new Worker(maintenanceFile)
  const path = join(dataFolder, databaseName)
  return {
    ask: <Name extends TaskName>(name: Name, input: TaskInput<Name>) =>
      new Promise<Answer<Name>>((resolve) => {
        const failed = (reason: unknown) => settle(failure({ code: 'call.failed', detail: String(reason) }) as Answer<Name>)
        const ended = () => failed(name)
        const settle = (answer: Answer<Name>) => {
          worker.off('message', settle)
          worker.off('error', failed)
          worker.off('exit', ended)
          resolve(answer)
        }
        worker.on('message', settle)
        worker.on('error', failed)
        worker.on('exit', ended)
        worker.postMessage({ name, path, input })
      }),
    close: () => worker.terminate(),
  }
}

/** Rebuilds the database in a maintenance thread, so that no remains of removed content are left in the file. */
export async function rebuildBeside(engine: Pick<Engine, 'maintenanceFile' | 'dataFolder'>): Promise<Result<null>> {
  const maintenance = openMaintenance(engine)
  const rebuilt = await maintenance.ask('rebuild', null)
  await maintenance.close()
  return rebuilt
}
