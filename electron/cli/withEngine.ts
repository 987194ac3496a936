import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import { failure } from '../../shared/model/problem'
import type { Engine } from '../engine/handler'
import { undoState } from '../engine/jobs/undo/undoState'
import { closeEngine, holdsData, leaveWork, openEngine } from '../engine/open'
import { inOneLine } from './output'
import type { Done, Words } from './verb'

/**
 * Opens the data folder, does the work, and closes the folder in any case. `make` decides whether a new folder may be made; where the work writes nothing, it is
 * removed again. A signal to end stops the work at its next step; saved work can be resumed.
 */
export async function withEngine(
  words: Words,
  surroundings: CommandLineSurroundings,
  make: 'make' | 'must-exist',
  work: (engine: Engine) => Promise<Done>,
): Promise<Done> {
  const { dataFolder } = words
  if (make === 'must-exist' && !holdsData(dataFolder)) return failure({ code: 'path.not-found', detail: dataFolder })
  const opened = openEngine({
    dataFolder,
    now: surroundings.now,
    verifyAt: words.text('at') === null ? surroundings.now : () => words.at,
    tell: () => {},
    begin: make,
    takeOver: words.flag('take-over'),
  })
  if (!opened.ok) return opened
  const engine = opened.value
  const { stop } = surroundings
  const endListening = stop?.onCome(() => leaveWork(engine))
  try {
    if (stop?.came()) return failure({ code: 'command.stopped' })
    const undo = undoState(engine)
    // For commands that read, and not for the one that finishes the undo. Numbers go to standard output; that they are incomplete is written to standard error.
    if (undo !== null && make === 'must-exist' && !words.rest.includes(undo.importId))
      surroundings.writeError(inOneLine({ code: 'import.undoing', detail: undo.importId }, surroundings.locale))
    const done = await work(engine)
    return done.ok && stop?.came() ? failure({ code: 'command.stopped' }) : done
  } finally {
    endListening?.()
    await closeEngine(engine)
  }
}
