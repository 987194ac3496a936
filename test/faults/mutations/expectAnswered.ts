import { expect } from 'vitest'
import type { ContainerName } from './mutateFile'
import type { MutationReport } from './report'
import { heapMebibytes } from './runMutations'

/** Every file has an answer, none took two seconds or the memory of a thread; the answers are printed with the seed that makes the same files again. */
export function expectAnswered(container: ContainerName, seed: number, count: number, report: MutationReport): void {
  const { said, unanswered, thrown, slowest, peakMebibytes } = report
  const words = Object.entries(said).map(([word, times]) => `${times} ${word}`)
  console.log(`${count} of ${container}, SEED=${seed}: slowest ${slowest.seconds.toFixed(2)} s, ${peakMebibytes} MiB; ${words.join(', ')}`)
  expect(thrown).toEqual([])
  expect(unanswered).toEqual([])
  expect(slowest.seconds).toBeLessThan(2)
  expect(peakMebibytes).toBeLessThan(heapMebibytes)
}
