import type { FromEngine, ToEngine } from '../../shared/contract/message'
import { pendingUndos } from '../store'
import { dispatch } from './dispatch'
import { checkDaily } from './jobs/check/checkDaily'
import { closeEngine, openEngine } from './open'
import { watchOthers } from './watch'

// The entry of the working process: it owns the database, so that the window never waits for it.

const port = process.parentPort
const say = (message: FromEngine) => port.postMessage(message)
const dataFolder = process.argv[process.argv.indexOf('--data') + 1]!

const opened = openEngine({ dataFolder, program: 'window', now: () => new Date(), tell: (name, payload) => say({ kind: 'event', name, payload }) })

if (!opened.ok) {
  say({ kind: 'refused', problem: opened.problem })
  setImmediate(() => process.exit(1))
} else {
  const engine = opened.value
  // What the end of the program came in the way of is gone on with; an undo that fails stays pending and every screen says so.
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
    say({ kind: 'answer', id: data.id, result: await dispatch(data.name, data.input, engine) })
  })
  say({ kind: 'ready' })
}
