import { existsSync } from 'node:fs'
import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import { failure } from '../../shared/model/problem'
import type { Engine } from '../engine/handler'
import { undoState } from '../engine/jobs/takeBack'
import { closeEngine, holdsData, openEngine } from '../engine/open'
import { inOneLine } from './output'
import type { Done, Words } from './verb'

/**
 * Opens the data folder, does the work, and closes it again whatever happens. `make` says whether a folder without data may be begun; where nothing comes of
 * the work, nothing is left of the beginning.
 */
export async function withEngine(
  words: Words,
  surroundings: CommandLineSurroundings,
  make: 'make' | 'must-exist',
  work: (engine: Engine) => Promise<Done>,
): Promise<Done> {
  const held = holdsData(words.dataFolder)
  if (make === 'must-exist' && !held) return failure({ code: 'path.not-found', detail: words.dataFolder })
  const begun = held ? null : { folder: !existsSync(words.dataFolder) }
  const opened = openEngine({ dataFolder: words.dataFolder, now: () => (words.text('at') === null ? surroundings.now() : words.at), tell: () => {} })
  if (!opened.ok) return opened
  try {
    const undo = undoState(opened.value)
    // Of commands that read, and not where this very one finishes it. Numbers go to standard output as ever; that they are not whole is said beside them.
    if (undo !== null && make === 'must-exist' && !words.rest.includes(undo.importId))
      surroundings.writeError(inOneLine({ code: 'import.undoing', detail: undo.importId }, surroundings.locale))
    return await work(opened.value)
  } finally {
    await closeEngine(opened.value, begun)
  }
}
