import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ContainerName } from './mutateFile'
import type { MutationReport, MutationTask } from './report'

/** Memory limit of the engine's workers, in MiB. */
export const heapMebibytes = 512

/** A thread is ended after so many seconds on one file; long enough for a busy machine. */
const patienceSeconds = 30

/**
 * Has that many mutated files of one container read in a thread of bounded memory, and of signed ones also judged.
 * Rejects, with the number of the file, where the thread dies or stands still.
 */
export function runMutations(container: ContainerName, seed: number, count: number, signed: MutationTask['signed'] = null): Promise<MutationReport> {
  const here = new SharedArrayBuffer(4)
  const progress = new Int32Array(here)
  const task: MutationTask = { container, seed, count, signed, here }
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', join(import.meta.dirname, '../resolveTypeScript.mjs')],
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  })
  const place = () => `${container} file ${Atomics.load(progress, 0)} of seed ${seed}`
  return new Promise((resolve, reject) => {
    let [last, still] = [-1, 0]
    const watch = setInterval(() => {
      const now = Atomics.load(progress, 0)
      still = now === last ? still + 1 : 0
      last = now
      if (still >= patienceSeconds) end(() => reject(new Error(`stood still: ${place()}`)))
    }, 1000)
    const end = (answer: () => void) => {
      clearInterval(watch)
      void worker.terminate()
      answer()
    }
    worker.once('message', (report: MutationReport) => end(() => resolve(report)))
    worker.once('error', (error) => end(() => reject(new Error(`died: ${place()}`, { cause: error }))))
    worker.once('exit', (code) => end(() => reject(new Error(`ended with ${code}: ${place()}`))))
  })
}
