import type { Result } from '../../shared/model/problem'

/** Work of the shell that closing must not interrupt: a document being printed, a file being written. */
export interface Unfinished {
  /** Counts the work as unfinished until it has ended. @returns the work's own outcome. */
  during<Value>(work: Promise<Result<Value>>): Promise<Result<Value>>
  readonly any: boolean
  /** Waits for all work, also work begun meanwhile. @returns whether all of it succeeded. */
  ended(): Promise<boolean>
}

/** No unfinished work yet. */
export function unfinishedWork(): Unfinished {
  const running = new Set<Promise<boolean>>()
  return {
    async during(work) {
      const succeeded = work.then(
        ({ ok }) => ok,
        () => false, // The caller of the work gets the error itself.
      )
      running.add(succeeded)
      try {
        return await work
      } finally {
        running.delete(succeeded)
      }
    },
    get any() {
      return running.size > 0
    },
    async ended() {
      let all = true
      while (running.size > 0) {
        const outcomes = await Promise.all(running)
        all = all && outcomes.every((ok) => ok)
        // Work is removed from the set one turn after its outcome.
        await new Promise((settle) => setImmediate(settle))
      }
      return all
    },
  }
}
