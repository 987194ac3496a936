import type { Engine } from '../../handler'

/** Stops running undos, and waits for the end of their current part. */
export async function stopUndos({ undoing }: Pick<Engine, 'undoing'>): Promise<void> {
  const jobs = [...undoing.values()]
  for (const job of jobs) job.stop()
  await Promise.all(jobs.map(({ ended }) => ended))
}
