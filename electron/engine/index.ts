import type { FromEngine, ToEngine } from '../../shared/contract/message'
import { pendingUndos } from '../store'
import { dispatch } from './dispatch'
import { checkDaily } from './jobs/check/checkDaily'
import { closeEngine, openEngine } from './open'
import { watchOthers } from './watch'

// The entry of the working process: it owns the database, so that the window never waits for it.

const port = process.parentPort
const post = (message: FromEngine) => port.postMessage(message)
const dataFolder = process.argv[process.argv.indexOf('--data') + 1]!

const opened = openEngine({
  dataFolder,
  program: 'window',
  now: () => new Date(),
  tell: (name, payload) => post({ kind: 'event', name, payload }),
  // The program's log: values are bound by name and no part of the text, so that nothing of a person is written.
  onSlow: ({ sql, milliseconds }) => process.stderr.write(`slow statement, ${Math.round(milliseconds)} ms: ${sql.replaceAll(/\s+/g, ' ')}\n`),
})

if (!opened.ok) {
  post({ kind: 'refused', problem: opened.problem })
  setImmediate(() => process.exit(1))
} else {
  const engine = opened.value
  // Undos that the end of the program interrupted are continued; one that fails stays pending, and every screen shows it.
  for (const { importId } of pendingUndos(engine.db)) void dispatch('import.undo', { importId }, engine)
  const stop = new AbortController()
  const checking = checkDaily(engine, stop.signal)
  const endWatch = watchOthers(engine)
  port.on('message', async ({ data }: { data: ToEngine }) => {
    if (data.kind === 'close') {
      stop.abort()
      endWatch()
      await checking
      await closeEngine(engine)
      process.exit(0)
    }
    post({ kind: 'answer', id: data.id, result: await dispatch(data.name, data.input, engine) })
  })
  post({ kind: 'ready' })
}
