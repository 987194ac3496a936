/** A gate that work passes while it is open. Closing a closed gate, or opening an open one, changes nothing. */
export interface Gate {
  close(): void
  open(): void
  pass(): Promise<void>
}

/** An open gate. */
export function makeGate(): Gate {
  let lift: (() => void) | null = null
  let passing: Promise<void> = Promise.resolve()
  return {
    close: () => {
      if (lift !== null) return
      passing = new Promise((pass) => {
        lift = pass
      })
    },
    open: () => {
      lift?.()
      lift = null
    },
    pass: () => passing,
  }
}
