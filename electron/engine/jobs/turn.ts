import type { Engine, VerifyingProgress } from '../handler'

/** Says how far the work on held credentials has come, to whoever asks and to the window. */
export function progressed({ verifying, tell }: Engine, progress: VerifyingProgress): void {
  verifying.progress = progress
  tell('verify.progress', progress)
}

/**
 * Does work on held credentials when its turn comes: what was begun earlier knows less and must not have the last word. Other calls are answered in between.
 *
 * @param signal Ends this work early, as does `stopVerifying`, which ends what waits as well.
 */
export async function inTurn<Value>({ verifying }: Engine, signal: AbortSignal | undefined, work: (stop: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = signal === undefined ? verifying.stop.signal : AbortSignal.any([verifying.stop.signal, signal])
  const before = verifying.turn
  const working = before
    .then(() => work(stop))
    .finally(() => {
      verifying.progress = null
    })
  // Whoever waits for a turn need not know how the work before ended: that is told to whoever asked for it.
  verifying.turn = Promise.allSettled([working])
  return working
}

/** Stops what is going on and what waits for its turn. What comes later begins as ever. */
export function stopVerifying({ verifying }: Engine): void {
  verifying.stop.abort()
  verifying.stop = new AbortController()
}
