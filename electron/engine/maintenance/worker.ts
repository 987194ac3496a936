import { parentPort } from 'node:worker_threads'
import { type Request, tasks } from './task'

// The entry of the maintenance thread: one request after the other.

const port = parentPort! // It is started as a worker only.
port.on('message', ({ name, path, asked }: Request) => {
  // The name fixes the pair of request and answer; the compiler cannot follow it through the table.
  port.postMessage((tasks[name] as (path: string, asked: unknown) => unknown)(path, asked))
})
