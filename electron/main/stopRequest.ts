import { app } from 'electron'
import type { StopRequest } from '../../shared/contract/commandLine'

/** The system's request to end this command: a signal, which Electron handles itself on some systems and then quits. Several may arrive at once. */
export function stopRequest(): StopRequest {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  app.on('before-quit', (event) => {
    event.preventDefault()
    stop.abort()
  })
  return {
    came: () => stop.signal.aborted,
    onCome: (listener) => {
      stop.signal.addEventListener('abort', listener, { once: true })
      return () => stop.signal.removeEventListener('abort', listener)
    },
  }
}
