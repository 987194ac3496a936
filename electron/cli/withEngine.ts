import { existsSync } from 'node:fs'
import type { CommandLineSurroundings } from '../../shared/contract/commandLine'
import { failure } from '../../shared/model/problem'
import type { Engine } from '../engine/handler'
import { closeEngine, holdsData, openEngine } from '../engine/open'
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
  const opened = openEngine({
    dataFolder: words.dataFolder,
    now: surroundings.now,
    verifyAt: words.text('at') === null ? surroundings.now : () => words.at,
    tell: () => {},
  })
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await closeEngine(opened.value, begun)
  }
}
