import { setTimeout as wait } from 'node:timers/promises'
import { checkedAt } from '../../../store'
import type { Engine } from '../../handler'
import { checkDatabase } from './checkDatabase'

/** The first check waits until the first screens are shown. */
const firstMilliseconds = 60_000
const idleMilliseconds = 2000
const hourMilliseconds = 60 * 60 * 1000
const dayMilliseconds = 24 * hourMilliseconds

const isBusy = ({ jobs, undoing, verifying }: Engine): boolean => jobs.size > 0 || undoing.size > 0 || verifying.progress !== null

/** Waits. @returns whether the signal ended the wait. */
const stopped = (milliseconds: number, signal: AbortSignal): Promise<boolean> => wait(milliseconds, false, { signal, ref: false }).catch(() => true) // Only an aborted wait rejects.

/** Checks the database once a day while the engine is idle, until the signal. A failed check is tried again after an hour. */
export async function checkDaily(engine: Engine, signal: AbortSignal): Promise<void> {
  const idle = async () => {
    while (isBusy(engine) && !(await stopped(idleMilliseconds, signal)));
  }
  for (let pause = firstMilliseconds; !(await stopped(pause, signal)); pause = hourMilliseconds) {
    const last = checkedAt(engine.db)
    if (last === null || engine.now().getTime() - Date.parse(last) >= dayMilliseconds) await checkDatabase(engine, { idle, signal })
  }
}
