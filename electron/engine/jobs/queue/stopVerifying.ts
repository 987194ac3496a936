import type { Engine } from '../../handler'

/** Stops the work on stored credentials that is running or waiting. Later work is not affected. */
export function stopVerifying({ verifying }: Engine): void {
  verifying.stop.abort()
  verifying.stop = new AbortController()
}
