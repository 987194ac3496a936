import { parentPort } from 'node:worker_threads'
import { type Request, tasks } from './task'

// The entry of the maintenance thread: it answers one request after another.

const port = parentPort! // It is started as a worker only.
port.on('message', ({ name, path, input }: Request) => {
  // The name fixes the pair of request and answer; the compiler cannot follow it through the table.
  port.postMessage((tasks[name] as (path: string, input: unknown) => unknown)(path, input))
})
