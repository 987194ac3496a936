import { setTimeout as wait } from 'node:timers/promises'
import { checkedAt } from '../../store'
import type { Engine } from '../handler'
import { checkDatabase } from './checkDatabase'

/** The first screens come first. */
const firstMilliseconds = 60_000
const idleMilliseconds = 2000
const hourMilliseconds = 60 * 60 * 1000
const dayMilliseconds = 24 * hourMilliseconds

const isBusy = ({ jobs, undoing, verifying }: Engine): boolean => jobs.size > 0 || undoing.size > 0 || verifying.progress !== null

/** Waits; true where the signal ended it. */
const stopped = (milliseconds: number, signal: AbortSignal): Promise<boolean> => wait(milliseconds, false, { signal, ref: false }).catch(() => true) // An aborted wait rejects: that is its answer.

/** Checks the database once a day while nothing else is done, until the signal. A check that fails is tried again at the next hour. */
export async function checkDaily(engine: Engine, signal: AbortSignal): Promise<void> {
  const idle = async () => {
    while (isBusy(engine) && !(await stopped(idleMilliseconds, signal)));
  }
  for (let pause = firstMilliseconds; !(await stopped(pause, signal)); pause = hourMilliseconds) {
    const last = checkedAt(engine.db)
    if (last === null || engine.now().getTime() - Date.parse(last) >= dayMilliseconds) await checkDatabase(engine, { idle, signal })
  }
}
