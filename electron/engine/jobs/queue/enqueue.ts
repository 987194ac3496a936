import type { Engine } from '../../handler'

/**
 * Does work on stored credentials when all work that was enqueued before has ended: older data must not overwrite newer verdicts. Other calls are answered
 * meanwhile.
 *
 * @param signal Ends this work early, as does `stopVerifying`, which ends waiting work as well.
 */
export async function enqueue<Value>({ verifying }: Engine, signal: AbortSignal | undefined, work: (stop: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = signal === undefined ? verifying.stop.signal : AbortSignal.any([verifying.stop.signal, signal])
  const working = verifying.queue
    .then(() => work(stop))
    .finally(() => {
      verifying.progress = null
    })
  // Waiting work starts whether this work succeeds or fails; its caller gets the failure.
  verifying.queue = Promise.allSettled([working])
  return working
}
