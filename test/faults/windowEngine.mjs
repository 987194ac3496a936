// Run as a process of its own with a channel to its parent: the built working process of the window, without the window.
import { createRequire } from 'node:module'

process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (_name, listener) => process.on('message', (data) => listener({ data })),
}
createRequire(import.meta.url)('../../out/main/engine.cjs')
