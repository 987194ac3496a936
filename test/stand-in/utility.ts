// Loaded before the entry of a utilityProcess: gives it `process.parentPort` over Node's own channel to its parent.
import { EventEmitter } from 'node:events'

const port = new EventEmitter() as EventEmitter & { postMessage(message: unknown): void }
port.postMessage = (message) => void process.send?.(structuredClone(message))
const held: unknown[] = []
process.on('message', (data) => {
  if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] })
  else held.push(data)
})
port.on('newListener', (name) => {
  if (name !== 'message') return
  queueMicrotask(() => {
    for (const data of held.splice(0)) port.emit('message', { data, ports: [] })
  })
})
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port })
