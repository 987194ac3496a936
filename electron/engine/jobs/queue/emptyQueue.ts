import type { Verifying } from '../../handler'

/** The queue of work on stored credentials of a new engine. */
export const emptyQueue = (): Verifying => ({ queue: Promise.resolve(), lastRequest: 0, progress: null, stop: new AbortController() })
